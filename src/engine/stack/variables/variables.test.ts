import { describe, expect, it } from 'vitest';
import { UNKNOWN_HOST } from '../../text/host.ts';
import type { Redacted } from '../../text/redacted.ts';
import { buildStack } from '../build.ts';
import { requestPathFor } from '../request-path-for.ts';
import { expandValue } from './expand-value.ts';

const stackOf = (text: string): ReturnType<typeof buildStack> =>
  buildStack([{ path: 'x', kind: 'nginx', text: text as Redacted, recognisedBy: 'test' }], UNKNOWN_HOST);

describe('variables in values', () => {
  const known: Readonly<Record<string, string>> = { a: 'A', ab: 'AB', '1': 'one' };
  const lookup = (name: string): string | null => known[name] ?? null;

  it.each([
    ['$a', 'A', true],
    ['${a}b', 'Ab', true],
    ['$ab', 'AB', true],
    ['x$a-$1$12', 'xA-oneone2', true],
    ['$none/$a', '$none/A', false],
    ['${a', '${a', false],
    ['$', '$', false],
    ['100%', '100%', true],
  ])('%s → %s', (text, value, complete) => {
    expect(expandValue(text, lookup)).toEqual({ text: value, complete });
  });
});

describe('a backend named by variables, before any request', () => {
  const server = (inside: string): string => `server { server_name shop.test; location / { ${inside} } }`;
  const upstream = (text: string): string | undefined => stackOf(text).paths[0]?.upstream?.servers[0]?.address;

  it('is what set says', () => {
    expect(upstream(server('set $sock unix:/run/a.sock; fastcgi_pass $sock;'))).toBe('unix:/run/a.sock');
    expect(upstream(`upstream php { server b:9000; } ${server('set $name php; fastcgi_pass $name;')}`)).toBe('b:9000');
  });

  it('is what a map says when its source is known or all its values agree', () => {
    const map = (entries: string): string => `map $host $sock { ${entries} } ${server('fastcgi_pass $sock;')}`;
    expect(upstream(map('default unix:/a; shop.test unix:/b;'))).toBe('unix:/b');
    expect(upstream(map('default unix:/a; ~^shop unix:/c;'))).toBe('unix:/c');
    expect(upstream('map $remote_addr $sock { default unix:/a; } server { location / { fastcgi_pass $sock; } }')).toBe(
      'unix:/a',
    );
  });

  it('stays unknown when nobody can say', () => {
    const text =
      'map $remote_addr $sock { default unix:/a; 10.0.0.1 unix:/b; } server { location / { fastcgi_pass $sock; } }';
    expect(stackOf(text).paths[0]).toMatchObject({ upstream: null, pass: { target: '$sock' } });
  });

  it('ends circles of variables', () => {
    expect(
      upstream('map $b $a { default $b; } map $a $b { default $a; } server { location / { fastcgi_pass $a; } }'),
    ).toBeUndefined();
  });
});

describe('script file names', () => {
  const script = (inside: string, uri: string): string | null | undefined =>
    requestPathFor(stackOf(`server { root /srv/site/; ${inside} }`), uri)?.scriptFilename;
  const param = 'fastcgi_pass a:1; fastcgi_param SCRIPT_FILENAME $realpath_root$fastcgi_script_name;';

  it('take the inner root, and leave out what no one passes', () => {
    expect(script(`location / { root /opt; ${param} }`, '/x.php')).toBe('/opt/x.php');
    expect(script(`location / { ${param} }`, '/x.php')).toBe('/srv/site/x.php');
    expect(script('location / { fastcgi_pass a:1; }', '/x.php')).toBeNull();
  });

  it('keep what they cannot resolve as written', () => {
    expect(
      script(
        'location / { root /srv/$geoip_country_code; fastcgi_pass a:1; fastcgi_param SCRIPT_FILENAME $document_root$uri; }',
        '/x.php',
      ),
    ).toBe('/srv/$geoip_country_code/x.php');
  });

  it('lose the whole list of an outer block to one parameter of an inner', () => {
    const text = `fastcgi_param SCRIPT_FILENAME /outer; location / { fastcgi_pass a:1; fastcgi_param X y; }`;
    expect(script(text, '/x')).toBeNull();
  });
});

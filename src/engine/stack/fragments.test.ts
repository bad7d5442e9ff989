import { describe, expect, it } from 'vitest';
import type { Document, DocumentKind } from '../text/document.ts';
import { UNKNOWN_HOST } from '../text/host.ts';
import type { Redacted } from '../text/redacted.ts';
import { buildStack } from './build.ts';
import type { RequestPath } from './request-path.ts';
import type { Stack } from './stack.ts';

const doc = (path: string, text: string, kind: DocumentKind = 'nginx', recognisedBy = 'test'): Document<Redacted> => ({
  path,
  kind,
  text: text as Redacted,
  recognisedBy,
});
const stackOf = (...documents: Document<Redacted>[]): Stack => buildStack(documents, UNKNOWN_HOST);
const pool = doc('www.conf', '[www]\nlisten = 9000\npm = static\npm.max_children = 5\n', 'fpm');
const value = (path: RequestPath | undefined, name: string): unknown => path?.settings[name]?.value;

describe('fragments', () => {
  it('reads a location alone', () => {
    const { paths } = stackOf(
      doc('a', 'location ~ \\.php$ {\n fastcgi_pass 127.0.0.1:9000;\n fastcgi_read_timeout 5;\n}'),
      pool,
    );
    expect(paths).toHaveLength(1);
    expect(paths[0]).toMatchObject({
      server: null,
      location: { label: 'location ~ \\.php$', line: 1 },
      pool: { name: 'www' },
    });
    expect(value(paths[0], 'fastcgi_read_timeout')).toBe(5);
    expect(value(paths[0], 'fastcgi_send_timeout')).toBe(60);
  });

  it('reads directives without a block', () => {
    const { paths } = stackOf(
      doc('a', 'fastcgi_pass unix:/run/php.sock;\nfastcgi_buffers 16 16k;\nfastcgi_buffer_size 32k;'),
    );
    expect(paths).toHaveLength(1);
    expect(paths[0]).toMatchObject({ server: null, location: null, pass: { target: 'unix:/run/php.sock' } });
    expect(value(paths[0], 'fastcgi_buffers.number')).toBe(16);
    expect(value(paths[0], 'fastcgi_busy_buffers_size')).toBe(65_536);
  });

  it('reads limits without what they limit', () => {
    const { paths } = stackOf(doc('a', 'fastcgi_read_timeout 500ms;'));
    expect(paths).toHaveLength(1);
    expect(paths[0]).toMatchObject({ pass: null, upstream: null });
    expect(value(paths[0], 'fastcgi_read_timeout')).toBe(0.5);
  });

  it('reads an upstream alone and finds its pool', () => {
    const { paths } = stackOf(doc('a', 'upstream php {\n server localhost:9000;\n keepalive 16;\n}'), pool);
    expect(paths).toHaveLength(1);
    expect(paths[0]).toMatchObject({ pass: null, upstream: { name: 'php', keepalive: 16 }, pool: { name: 'www' } });
  });

  it('joins an upstream and a server that were pasted apart', () => {
    const { paths } = stackOf(
      doc('up.conf', 'upstream php { server 127.0.0.1:9000; }'),
      doc('site.conf', 'server { location / { fastcgi_pass php; } }'),
      pool,
    );
    expect(paths).toHaveLength(1);
    expect(paths[0]).toMatchObject({ upstream: { name: 'php' }, pool: { name: 'www' } });
  });

  it('gives an unplaced site the only http block that lacks an include', () => {
    const { paths } = stackOf(
      doc('/etc/nginx/nginx.conf', 'http { fastcgi_read_timeout 7s; include /etc/nginx/conf.d/*.conf; }'),
      doc('paste-2', 'server { location / { fastcgi_pass a:1; fastcgi_send_timeout 3s; } }'),
    );
    expect(paths).toHaveLength(1);
    expect(value(paths[0], 'fastcgi_read_timeout')).toBe(7);
    expect(value(paths[0], 'fastcgi_send_timeout')).toBe(3);
    expect(paths[0]?.settings['fastcgi_connect_timeout']?.from).toEqual({
      unknown: 'include /etc/nginx/conf.d/*.conf was not pasted',
    });
  });

  it('leaves out sites that nothing includes', () => {
    const site = (name: string): string => `server { server_name ${name}; location / { fastcgi_pass ${name}:1; } }`;
    const { paths } = stackOf(
      doc('nginx.conf', 'http { include sites-enabled/*; include conf.d/*.conf; }'),
      doc('sites-enabled/on', site('on')),
      doc('sites-available/off', site('off')),
    );
    expect(paths.map((path) => path.server?.names)).toEqual([['on']]);
  });
});

describe('includes', () => {
  const main =
    'http { fastcgi_send_timeout 8s; server { include app.inc; location / { fastcgi_pass a:1; fastcgi_read_timeout 9s; } } }';

  it('makes unknown what a missing file may set, and nothing else', () => {
    const { paths, unknownIncludes } = stackOf(doc('nginx.conf', main));
    expect(unknownIncludes).toEqual([{ path: 'nginx.conf', line: 1, column: main.indexOf('include') + 1 }]);
    expect(value(paths[0], 'fastcgi_read_timeout')).toBe(9);
    expect(value(paths[0], 'fastcgi_send_timeout')).toBeNull();
    expect(value(paths[0], 'client_max_body_size')).toBeNull();
    expect(value(paths[0], 'fastcgi_busy_buffers_size')).toBeNull();
  });

  it('does not need the files that packages ship', () => {
    const text =
      'server { location ~ \\.php$ { include snippets/fastcgi-php.conf; include /etc/nginx/fastcgi_params; fastcgi_pass a:1; } }';
    const { paths, unknownIncludes } = stackOf(doc('site', text));
    expect(unknownIncludes).toEqual([]);
    expect(value(paths[0], 'fastcgi_read_timeout')).toBe(60);
    expect(paths[0]?.scriptFilename).toBe('html$fastcgi_script_name');
  });

  it('finds files by the longest suffix and reads globs in the order of their names', () => {
    const { paths } = stackOf(
      doc('host/etc/nginx/conf.d/b.conf', 'server { listen 2; location / { proxy_pass http://b; } }'),
      doc('host/etc/nginx/conf.d/B.conf', 'server { listen 1; location / { proxy_pass http://B; } }'),
      doc('other/conf.d/c.conf', 'server { listen 3; location / { proxy_pass http://c; } }'),
      doc('host/etc/nginx/conf.d/.hidden.conf', 'server { listen 4; }'),
      doc('host/etc/nginx/nginx.conf', 'events {} http { include /etc/nginx/conf.d/*.conf; }'),
    );
    expect(paths.slice(0, 2).map((path) => path.server?.listen)).toEqual([['1'], ['2']]);
  });

  it('takes a dump for all there is', () => {
    const text = 'http { include /etc/nginx/conf.d/*.conf; server { location / { fastcgi_pass a:1; } } }';
    const { paths, unknownIncludes } = stackOf(doc('/etc/nginx/nginx.conf', text, 'nginx', 'nginx -T named it'));
    expect(unknownIncludes).toEqual([]);
    expect(value(paths[0], 'fastcgi_read_timeout')).toBe(60);
  });

  it('stops at circles', () => {
    const { paths } = stackOf(
      doc('a.conf', 'include b.conf; server { location / { fastcgi_pass a:1; } }'),
      doc('b.conf', 'include a.conf; include b.conf;'),
    );
    expect(paths).toHaveLength(1);
  });

  it('finds what Debian links', () => {
    const { paths } = stackOf(
      doc('/etc/nginx/nginx.conf', 'http { include /etc/nginx/sites-enabled/*; }'),
      doc('/etc/nginx/sites-available/shop', 'server { location / { fastcgi_pass a:1; } }'),
    );
    expect(paths).toHaveLength(1);
    expect(value(paths[0], 'fastcgi_read_timeout')).toBe(60);
  });
});

describe('nothing throws', () => {
  it.each([
    '',
    'server {',
    '}}}} ; {',
    'location { fastcgi_pass; } upstream { server; keepalive; } listen; map $a; map $a $b {',
    'server { listen [::; server_name ~(; location ~ ( { fastcgi_pass $x$; } location { proxy_pass http://; } try_files; }',
    'http { include; include ""; include /; include [; } fastcgi_buffers 0 x; fastcgi_buffers;',
    '{'.repeat(5000),
    'location / { '.repeat(3000) + 'fastcgi_pass a:1;',
  ])('on %#', (text) => {
    expect(() => stackOf(doc('x', text))).not.toThrow();
  });
});

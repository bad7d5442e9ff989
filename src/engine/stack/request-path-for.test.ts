import { describe, expect, it } from 'vitest';
import type { Document } from '../text/document.ts';
import { UNKNOWN_HOST } from '../text/host.ts';
import type { Redacted } from '../text/redacted.ts';
import { buildStack } from './build.ts';
import { requestPathFor, type RequestOptions } from './request-path-for.ts';

const doc = (path: string, text: string): Document<Redacted> => ({
  path,
  kind: 'nginx',
  text: text as Redacted,
  recognisedBy: 'test',
});

/** Location and backend of a request, as "location ~ \.php$ → 127.0.0.1:9000 /srv/index.php". */
function ask(config: string, uri: string, options?: RequestOptions): string {
  const path = requestPathFor(buildStack([doc('nginx.conf', config)], UNKNOWN_HOST), uri, options);
  if (path === null) return 'no server';
  const backend = path.upstream?.servers[0]?.address ?? path.pass?.target ?? '-';
  return [path.location?.label ?? '-', backend, path.scriptFilename].filter((each) => each !== null).join(' | ');
}

const php = 'fastcgi_pass 127.0.0.1:9000; fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;';

describe('the location of a request', () => {
  const config = `server {
    root /srv;
    location = / { return 200 root; }
    location / { return 200 all; }
    location /static/ { return 200 static; }
    location ^~ /static/raw/ { return 200 raw; }
    location ~* \\.(png|jpg)$ { return 200 image; }
    location ~ ^/static/.*\\.png$ { return 200 late; }
    location /api { location /api/v2 { return 200 v2; } location ~ \\.json$ { return 200 json; } return 200 api; }
    location /app/ { proxy_pass http://127.0.0.1:8080; }
    location @named { return 200 named; }
    location /secret { internal; return 200 secret; }
  }`;

  it.each([
    ['/', 'location = / | -'],
    ['/x', 'location / | -'],
    ['/static/a.css', 'location /static/ | -'],
    ['/static/a.PNG', 'location ~* \\.(png|jpg)$ | -'],
    ['/static/raw/a.png', 'location ^~ /static/raw/ | -'],
    ['/api/v1', 'location /api | -'],
    ['/api/v2/x', 'location /api/v2 | -'],
    ['/api/v1/x.json', 'location ~ \\.json$ | -'],
    ['/api/v2/x.png', 'location ~* \\.(png|jpg)$ | -'],
    ['/app/x', 'location /app/ | 127.0.0.1:8080'],
    ['/app', 'location /app/ | -'],
    ['/a/../static//b%2Ecss?x=1', 'location /static/ | -'],
    ['/secret', 'location /secret | -'],
  ])('%s → %s', (uri, expected) => {
    expect(ask(config, uri)).toBe(expected);
  });
});

describe('the way of a request through try_files, index, rewrites and errors', () => {
  const site = (inside: string): string =>
    `server { root /srv/app; index index.php; ${inside} location ~ \\.php$ { ${php} } }`;

  it('falls through try_files to the front controller', () => {
    expect(ask(site('location / { try_files $uri $uri/ /index.php?q=$uri&$args; }'), '/blog/1')).toBe(
      'location ~ \\.php$ | 127.0.0.1:9000 | /srv/app/index.php',
    );
  });

  it('finds index files, with a disk and without', () => {
    const config = site('location / { try_files $uri $uri/ =404; }');
    const php = 'location ~ \\.php$ | 127.0.0.1:9000 |';
    expect(ask(config, '/')).toBe(`${php} /srv/app/index.php`);
    const exists = (path: string): boolean => ['/srv/app/', '/srv/app/blog/', '/srv/app/blog/index.php'].includes(path);
    expect(ask(config, '/blog/', { exists })).toBe(`${php} /srv/app/blog/index.php`);
    expect(ask(config, '/none/', { exists })).toBe('location / | -');
  });

  it('follows named locations', () => {
    const config = site(`location / { try_files $uri @app; } location @app { rewrite ^/(.*)$ /index.php?p=$1 last; }`);
    expect(ask(config, '/x/y')).toBe('location ~ \\.php$ | 127.0.0.1:9000 | /srv/app/index.php');
  });

  it('follows rewrites with last, stays with break, and ends a cycle', () => {
    const last = site('location /old { rewrite ^/old/(.*)$ /new/$1.php last; }');
    expect(ask(last, '/old/a')).toBe('location ~ \\.php$ | 127.0.0.1:9000 | /srv/app/new/a.php');
    const stays = site(`location /old { rewrite ^/old/(.*)$ /new/$1.php break; ${php} }`);
    expect(ask(stays, '/old/a')).toBe('location /old | 127.0.0.1:9000 | /srv/app/new/a.php');
    expect(ask('server { location / { rewrite ^ /again last; } }', '/x')).toBe('location / | -');
  });

  it('follows error pages once', () => {
    const config = site('error_page 404 /index.php; location /none { return 404; }');
    expect(ask(config, '/none')).toBe('location ~ \\.php$ | 127.0.0.1:9000 | /srv/app/index.php');
    expect(ask('server { error_page 404 /none; location /none { return 404; } }', '/none')).toBe('location /none | -');
  });

  it('decides conditions that a bare request decides', () => {
    const config = site(
      `location / { if ($request_method = POST) { proxy_pass http://127.0.0.1:1; } if (!-e $request_filename) { rewrite ^ /index.php last; } }`,
    );
    expect(ask(config, '/x', { method: 'POST', exists: () => true })).toBe('location / | 127.0.0.1:1');
    expect(ask(config, '/x')).toBe('location ~ \\.php$ | 127.0.0.1:9000 | /srv/app/index.php');
  });

  it('splits path info and adds the index', () => {
    const inside = `fastcgi_split_path_info ^(.+\\.php)(/.+)$; fastcgi_index main.php; location /fcgi/ { ${php} } location ~ ^.+\\.php(/|$) { ${php} }`;
    expect(ask(site(inside), '/a.php/b/c')).toBe('location ~ ^.+\\.php(/|$) | 127.0.0.1:9000 | /srv/app/a.php');
    expect(ask(site(inside), '/fcgi/')).toBe('location /fcgi/ | 127.0.0.1:9000 | /srv/app/fcgi/main.php');
  });

  it('maps aliases', () => {
    const config = site(
      `location /adm/ { alias /opt/adm/; location ~ \\.php$ { ${php.replace('$document_root$fastcgi_script_name', '$request_filename')} } }`,
    );
    expect(ask(config, '/adm/x.php')).toBe('location ~ \\.php$ | 127.0.0.1:9000 | /opt/adm/x.php');
  });

  it('meets limit_except', () => {
    const config =
      'server { location / { proxy_pass http://127.0.0.1:1; limit_except GET { proxy_pass http://127.0.0.1:2; } } }';
    expect(ask(config, '/', { method: 'HEAD' })).toBe('location / | 127.0.0.1:1');
    expect(ask(config, '/', { method: 'PUT' })).toBe('location / | 127.0.0.1:2');
  });
});

describe('the server of a request', () => {
  const server = (listen: string, names: string, mark: string): string =>
    `server { listen ${listen}; server_name ${names}; location / { proxy_pass http://${mark}; } }`;
  const config = [
    server('80', 'a.test', 'first'),
    server('80', '*.shop.test', 'mask'),
    server('80', 'www.*', 'tail'),
    server('80', '.dot.test', 'dot'),
    server('80', '~^(?<sub>.+)\\.re\\.test$', '$sub'),
    server('80 default_server', '_', 'default'),
    server('127.0.0.9:80', 'a.test', 'address'),
    server('8080', 'a.test', 'port'),
  ].join('\n');

  it.each([
    [{ host: 'a.test' }, 'first'],
    [{ host: 'A.TEST.:80' }, 'first'],
    [{ host: 'x.shop.test' }, 'mask'],
    [{ host: 'shop.test' }, 'default'],
    [{ host: 'www.any' }, 'tail'],
    [{ host: 'dot.test' }, 'dot'],
    [{ host: 'x.dot.test' }, 'dot'],
    [{ host: 'one.re.test' }, 'one'],
    [{ host: 'none' }, 'default'],
    [{}, 'default'],
    [{ host: 'none', address: '127.0.0.9' }, 'address'],
    [{ host: 'none', port: 8080 }, 'port'],
  ])('%o → %s', (options, mark) => {
    expect(ask(config, '/', options)).toBe(`location / | ${mark}`);
  });

  it('says when nobody listens', () => {
    expect(ask(config, '/', { port: 81 })).toBe('no server');
  });

  it('goes where a redirect to https would lead', () => {
    const both = `server { listen 80; return 301 https://$host$request_uri; } ${server('443 ssl', 'a.test', 'tls')}`;
    expect(ask(both, '/')).toBe('location / | tls');
    expect(ask(both, '/', { port: 80 })).toBe('- | -');
    expect(ask(both, 'https://a.test/x')).toBe('location / | tls');
  });
});

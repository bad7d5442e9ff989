import { describe, expect, it } from 'vitest';
import { checkNginx, type CheckNginxOptions } from './check.ts';

function errors(text: string, options: CheckNginxOptions = {}): string[] {
  return checkNginx(text, options)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ line, message }) => `${line}: ${message}`);
}

describe('checkNginx', () => {
  it('accepts what nginx accepts and infers where a piece belongs', () => {
    expect(errors('location / {\n  try_files $uri /index.php?$args;\n}\n')).toEqual([]);
    expect(errors('server {\n  listen 80;\n  return 200 a}b;\n}\n')).toEqual([]);
    expect(errors('worker_processes auto;\nevents {}\n')).toEqual([]);
    expect(errors('fastcgi_pass 127.0.0.1:9000;\nfastcgi_param A b;\n')).toEqual([]);
  });

  it('finds all problems at once, each at its own line', () => {
    const text =
      'http {\n  gzip maybe;\n  server {\n    listen 70000;\n    proxy_passs x;\n    root /a;\n    root /b;\n  }\n}\n';
    expect(errors(text, { context: 'main' })).toEqual([
      '2: invalid value "maybe" in "gzip" directive, it must be "on" or "off"',
      '4: invalid port in "70000" of the "listen" directive',
      '5: unknown directive "proxy_passs", did you mean "proxy_pass"?',
      '7: "root" directive is duplicate',
    ]);
  });

  it.each([
    ['fastcgi_buffer_size 1g;', false],
    ['client_max_body_size 1g;', true],
    ['fastcgi_read_timeout 1m30s;', true],
    ['fastcgi_read_timeout 30s1m;', false],
    ['fastcgi_buffers 8 16k;', true],
    ['fastcgi_buffers 1 16k;', false],
  ])('reads values by the type of their slot: %s', (line, accepted) => {
    expect(checkNginx(`server {\n${line}\n}`, { context: 'http' }).accepted).toBe(accepted);
  });

  it('checks inherited buffers at every level and blames the directive, not the brace', () => {
    const text =
      'http {\n  fastcgi_buffer_size 32k;\n  server {\n    fastcgi_buffers 16 32k;\n  }\n  server {\n  }\n}\n';
    expect(errors(text)).toEqual([
      '2: "fastcgi_busy_buffers_size" must be less than the size of all "fastcgi_buffers" minus one buffer',
    ]);
  });

  it('knows which release brought a directive or took it away', () => {
    expect(errors('server {\n  http2 on;\n}', { context: 'http', version: '1.22' })).toEqual([
      '2: unknown directive "http2": it came with nginx 1.25.1',
    ]);
    expect(errors('server {\n  http2 on;\n}', { context: 'http', version: '1.26' })).toEqual([]);
    expect(errors('server {\n  ssl off;\n}', { context: 'http', version: '1.31.5' })).toEqual([
      '2: unknown directive "ssl": this nginx no longer has it',
    ]);
  });

  it('takes modules that do not come with nginx for granted when something explains them', () => {
    expect(checkNginx('location / {\n  more_set_headers "A: b";\n}').accepted).toBe(true);
    expect(checkNginx('load_module modules/x.so;\nevents {}\nxyzzy_plugh on;\n').accepted).toBe(true);
    expect(checkNginx('events {}\nxyzzy_plugh on;\n').accepted).toBe(false);
  });

  it('objects to names nobody defines, unless they may come from outside', () => {
    const text = 'server {\n  listen 80;\n  return 200 $nope;\n}';
    expect(errors(text)).toEqual(['3: unknown "nope" variable']);
    expect(errors(text, { outside: 'unknown' })).toEqual([]);
    expect(errors(`include conf.d/*.conf;\n${text}`)).toEqual([]);
  });

  it('says where a missing semicolon is', () => {
    expect(errors('server {\n  root /x\n  index y;\n}')).toEqual([
      '2: invalid number of arguments in "root" directive: is the ";" at the end of line 2 missing?',
    ]);
  });
});

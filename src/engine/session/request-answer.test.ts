import { describe, expect, it } from 'vitest';
import { requestPath, type RequestQuestion } from './questions.ts';
import { requestAnswer, type MetLimit, type RequestAnswer } from './request-answer.ts';

const SITE = `upstream php { server unix:/run/php/laden.sock; }
server {
  listen 8080;
  server_name laden.test;
  root /srv/laden;
  client_max_body_size 12m;
  location / { try_files $uri /index.php?$args; }
  location = /old { return 301 /new; }
  location /img/ { expires 1d; }
  location /app/ { proxy_pass http://127.0.0.1:3000; proxy_read_timeout 7s; }
  location /api/ { proxy_pass http://127.0.0.1:3001; include snippets/more.conf; }
  location ~ \\.php$ {
    fastcgi_pass php;
    fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
    fastcgi_read_timeout 2m;
  }
}
`;
const POOL = `[laden]
listen = /run/php/laden.sock
pm = static
pm.max_children = 9
request_terminate_timeout = 500ms
php_admin_value[memory_limit] = 96M
`;

function ask(uri: string, question?: RequestQuestion): RequestAnswer {
  const documents = [
    { path: 'site.conf', text: SITE },
    { path: 'pool.d/laden.conf', text: POOL },
  ];
  return requestAnswer(requestPath(documents, uri, question));
}

const limit = ({ limits }: RequestAnswer, name: string): MetLimit | undefined =>
  limits.flatMap(({ first, others }) => [...first, ...others]).find((one) => one.name === name);

describe('what a request meets, as plain data', () => {
  it('is its way, each station with its line', () => {
    const { way, end } = ask('/cart?id=1');
    expect(way.map(({ words, line }) => [words, line && `${line.path}:${line.line}`])).toEqual([
      ['server laden.test, listen 8080', 'site.conf:2'],
      ['location ~ \\.php$', 'site.conf:12'],
      ['fastcgi_pass php', 'site.conf:13'],
      ['upstream php: unix:/run/php/laden.sock', 'site.conf:1'],
      ['pool laden', 'pool.d/laden.conf:1'],
      ['/srv/laden/index.php', null],
    ]);
    expect(end).toBe('Pool laden runs it.');
  });

  it('is every limit as the daemon reads it, with its line or why it holds', () => {
    const answer = ask('/index.php');
    expect(limit(answer, 'client_max_body_size')).toMatchObject({ value: '12 MiB', written: null, line: { line: 6 } });
    expect(limit(answer, 'fastcgi_read_timeout')).toMatchObject({ value: '120 s', written: '2m', line: { line: 15 } });
    expect(limit(answer, 'request_terminate_timeout')).toMatchObject({ written: '500ms', line: { line: 5 } });
    expect(limit(answer, 'memory_limit')).toMatchObject({ value: '96 MiB', line: { path: 'pool.d/laden.conf' } });
    expect(limit(answer, 'pm.max_children')).toMatchObject({ value: '9' });
    expect(answer.limits.map(({ of }) => of)).toEqual(['nginx', 'PHP-FPM', 'PHP']);
  });

  it('is unknown where an include on the way was not given, which is named', () => {
    const answer = ask('/api/x');
    expect(limit(answer, 'proxy_read_timeout')).toMatchObject({ value: 'unknown', line: null });
    expect(limit(answer, 'proxy_read_timeout')?.because).toContain('snippets/more.conf');
    expect(answer.unknown).toEqual([{ path: 'site.conf', line: 11 }]);
  });

  it('puts a default first where it can end the request, and the rest behind', () => {
    const [nginx] = ask('/app/x').limits;
    expect(nginx?.first.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['client_max_body_size', 'proxy_read_timeout', 'proxy_connect_timeout']),
    );
    expect(nginx?.others.map(({ name }) => name)).toContain('proxy_buffering');
    expect(nginx?.first.find(({ name }) => name === 'proxy_connect_timeout')?.because).toMatch(/^default of nginx/);
  });

  it.each([
    ['/app/x', 'nginx passes it on by proxy.'],
    ['/old', 'nginx answers it itself, with 301.'],
    ['/img/a.png', 'nginx serves a file, if there is one.'],
  ])('says how %s ends', (uri, end) => {
    expect(ask(uri).end).toBe(end);
  });

  it('says when no server listens', () => {
    expect(ask('/', { port: 9999 })).toEqual({ way: [], end: 'No server listens for it.', limits: [], unknown: [] });
  });

  it('is data that crosses a boundary', () => {
    const answer = ask('/index.php');
    expect(structuredClone(answer)).toEqual(answer);
  });
});

import { describe, expect, it } from 'vitest';
import { intake } from './intake.ts';

const paste = (text: string) => intake([{ path: 'paste-1.txt', text }]);
const shape = (text: string) => paste(text).map(({ path, kind }) => [path, kind]);

const NGINX =
  'server {\n    listen 80;\n    location ~ \\.php$ {\n        fastcgi_pass unix:/run/php/php8.2-fpm.sock;\n    }\n}\n';
const POOL = '[www]\nuser = www-data\nlisten = /run/php/php8.2-fpm.sock\npm = dynamic\npm.max_children = 5\n';
const PHP = '; limits\nmemory_limit = 128M\nmax_execution_time = 30\n';
const ERROR =
  '2024/01/15 03:47:22 [error] 18345#18345: *9821 recv() failed (104: Connection reset by peer) while reading response header from upstream, client: 203.0.113.44, server: api.example.com, request: "POST /process HTTP/1.1", upstream: "fastcgi://unix:/run/php/php8.2-fpm.sock:", host: "api.example.com"\n';
const FPM =
  '[15-Jan-2024 03:47:22] WARNING: [pool www] child 812 exited on signal 9 (SIGKILL) after 12.3 seconds from start\n';

describe('intake splits what was pasted', () => {
  it('at the headings of nginx -T, whose files come back byte for byte', () => {
    const text = `nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\nnginx: configuration file /etc/nginx/nginx.conf test is successful\n# configuration file /etc/nginx/nginx.conf:\nevents {}\nhttp { include conf.d/*.conf; }\n\n# configuration file /etc/nginx/conf.d/a.conf:\n${NGINX}\n`;
    const docs = paste(text);
    expect(docs.map(({ path, kind }) => [path, kind])).toEqual([
      ['/etc/nginx/nginx.conf', 'nginx'],
      ['/etc/nginx/conf.d/a.conf', 'nginx'],
      ['paste.txt', 'unknown'],
    ]);
    expect(docs[0]?.text).toBe('events {}\nhttp { include conf.d/*.conf; }\n');
    expect(docs[1]?.text).toBe(NGINX);
  });

  it('at the headings of tail and head', () => {
    expect(shape(`==> /var/log/nginx/error.log <==\n${ERROR}\n==> /var/log/php8.2-fpm.log <==\n${FPM}`)).toEqual([
      ['/var/log/nginx/error.log', 'nginx-error-log'],
      ['/var/log/php8.2-fpm.log', 'fpm-log'],
    ]);
  });

  it('at the headings of our collector, files and commands alike', () => {
    const docs = paste(
      `==> processes (ps -eo pid,user,rss,stat,args) <==\n  PID USER RSS STAT COMMAND\n 811 www-data 30000 S php-fpm: pool www\n\n==> www.conf (cat /etc/php/8.2/fpm/pool.d/www.conf) <==\n${POOL}\n`,
    );
    expect(docs.map(({ path, kind }) => [path, kind])).toEqual([
      ['processes', 'processes'],
      ['/etc/php/8.2/fpm/pool.d/www.conf', 'fpm'],
    ]);
    expect(docs[1]?.text).toBe(POOL);
  });

  it('at shell prompts: a shown file keeps its path, other output keeps the command above it', () => {
    const docs = paste(
      `root@web:~# cat /etc/php/8.2/fpm/pool.d/www.conf\n${POOL}root@web:~# ps aux | grep php-fpm | wc -l\n51\n$ systemctl status php8.2-fpm\n● php8.2-fpm.service - The PHP FastCGI Process Manager\n   Active: failed (Result: oom-kill)\n`,
    );
    expect(docs.map(({ path, kind }) => [path, kind])).toEqual([
      ['/etc/php/8.2/fpm/pool.d/www.conf', 'fpm'],
      ['ps.txt', 'processes'],
      ['systemctl.txt', 'services'],
    ]);
    expect(docs[0]?.text).toBe(POOL);
    expect(docs[1]?.text).toBe('root@web:~# ps aux | grep php-fpm | wc -l\n51\n');
  });

  it.each([
    ['a comment', '# /etc/nginx/sites-enabled/app.conf\n'],
    ['a ruler', '--- /etc/nginx/sites-enabled/app.conf ---\n'],
    ['hashes', '### /etc/nginx/sites-enabled/app.conf\n'],
    ['words and a path in brackets', 'Site config (/etc/nginx/sites-enabled/app.conf):\n'],
    ['a bold path', '**/etc/nginx/sites-enabled/app.conf**\n'],
    ['a path above a fence', '/etc/nginx/sites-enabled/app.conf:\n```nginx\n'],
  ])('at %s', (_name, heading) => {
    const docs = paste(`PHP-FPM pool config (/etc/php/8.2/fpm/pool.d/www.conf):\n${POOL}\n${heading}${NGINX}`);
    expect(docs.map(({ path, kind }) => [path, kind])).toEqual([
      ['/etc/php/8.2/fpm/pool.d/www.conf', 'fpm'],
      ['/etc/nginx/sites-enabled/app.conf', 'nginx'],
    ]);
  });

  it('at Markdown fences, with the words between them kept', () => {
    const docs = paste(
      `Since yesterday our site answers with an error.\n\`\`\`nginx\n${NGINX}\`\`\`\nand the log says this:\n\`\`\`\n${ERROR}\`\`\`\n`,
    );
    expect(docs.map(({ kind }) => kind)).toEqual(['nginx', 'nginx-error-log', 'unknown']);
    expect(docs[0]?.text).toBe(NGINX);
  });

  it('at a fence whose first line of the log stands behind the marks: no line is lost', () => {
    const docs = paste(`It fails like this:\n\`\`\`${ERROR}\`\`\`\nWhat can I do?\n`);
    expect(docs.find(({ kind }) => kind === 'nginx-error-log')?.text).toContain(ERROR.trim());
  });

  it('without any heading, by what the lines are; no byte is lost', () => {
    const text = `${NGINX}\n${POOL}\n${PHP}\n${ERROR}${FPM}`;
    const docs = paste(text);
    expect(docs.map(({ kind }) => kind)).toEqual(['nginx', 'fpm', 'php-ini', 'nginx-error-log', 'fpm-log']);
    expect(docs.map((doc) => doc.text).join('')).toBe(text);
  });

  it('but leaves interleaved logs of a compose file together', () => {
    const docs = paste(`web-1  | ${ERROR}app-1  | ${FPM}web-1  | ${ERROR}app-1  | ${FPM}web-1  | ${ERROR}`);
    expect(docs.map(({ kind }) => kind)).toEqual(['nginx-error-log']);
  });

  it('and leaves a dropped file whole, whatever comments stand in it', () => {
    const text = `# /etc/nginx/nginx.conf\n${NGINX}\n# /etc/nginx/old.conf\n${NGINX}`;
    expect(intake([{ path: 'conf/nginx.conf', text }])).toEqual([
      { path: 'conf/nginx.conf', text, kind: 'nginx', recognisedBy: 'blocks in braces, as nginx writes them' },
    ]);
  });
});

describe('what no daemon should judge', () => {
  const kinds = (text: string) => paste(text).map(({ kind, recognisedBy }) => [kind, recognisedBy]);
  const NOBODY = ['unknown', 'nothing in it was recognised'];
  const HUNKS =
    '--- a/etc/nginx/nginx.conf\n+++ b/etc/nginx/nginx.conf\n@@ -1,3 +1,3 @@\n http {\n-    keepalive_timeout 5;\n+    keepalive_timeout 65;\n }\n';

  it.each([
    ['of git', `diff --git a/x b/x\nindex 1234567..89abcde 100644\n${HUNKS}`],
    ['of diff -u', HUNKS],
    ['without file names', HUNKS.slice(HUNKS.indexOf('@@'))],
    ['of a pool', '--- www.conf\n+++ www.conf\n@@ -1 +1,2 @@\n [www]\n+pm.max_children = 20\n'],
    [
      'as articles show it',
      'location ~ \\.php$ {\n-    fastcgi_read_timeout 60s;\n+    fastcgi_read_timeout 120s;\n}\n',
    ],
    ['of an INI file as articles show it', '[www]\n- pm = dynamic\n+ pm = static\n+ pm.max_children = 20\n'],
  ])('a diff %s', (_name, text) => {
    expect(kinds(text)).toEqual([['unknown', 'a diff']]);
  });

  it('a diff among other things, which are judged all the same', () => {
    const docs = paste(`${NGINX}\n${HUNKS}${POOL}\n${ERROR}`);
    expect(docs.map(({ path, kind }) => [path, kind])).toEqual([
      ['nginx.conf', 'nginx'],
      ['changes.diff', 'unknown'],
      ['www.conf', 'fpm'],
      ['nginx-error.log', 'nginx-error-log'],
    ]);
    expect(docs[1]?.text).toBe(HUNKS);
    expect(docs.map(({ text }) => text).join('')).toBe(`${NGINX}\n${HUNKS}${POOL}\n${ERROR}`);
  });

  it('a diff under a heading keeps the name it was given', () => {
    expect(paste(`# /etc/nginx/conf.d/app.conf\n${HUNKS}`)[0]).toMatchObject({
      path: '/etc/nginx/conf.d/app.conf',
      kind: 'unknown',
      recognisedBy: 'a diff',
    });
  });

  it.each([
    [
      'Python',
      'def check(conf):\n    timeout = conf.get("request_terminate_timeout", 0)\n    if str(timeout) in ["0", ""]:\n        return "FAILED"\n',
    ],
    [
      'shell',
      '#!/bin/sh\nLIMIT=$(grep pm.max_children /etc/www.conf)\nif [ "$LIMIT" -lt 5 ]; then\n  echo "too few";\n  exit 1;\nfi\n',
    ],
    [
      'a rule of Prometheus',
      'groups:\n  - name: nginx\n    rules:\n      - alert: Many\n        expr: rate(nginx_http_requests_total{status="502"}[5m]) > 10\n        for: 2m\n',
    ],
    ['a compose file', 'services:\n  web:\n    image: nginx:1.22\n    environment:\n      - APP_ENV=prod\n'],
    ['PHP', '<?php\n$db = new PDO($dsn);\nif ($db == null) {\n    return false;\n}\necho "ok";\n'],
    ['JavaScript', "const http = require('http');\nfunction go() {\n  return 1;\n}\n"],
    [
      'Markdown',
      '# Timeouts\n\n- Raise `fastcgi_read_timeout` when a report needs its minutes.\n- Do not touch the others, and\n  reload nginx afterwards.\n',
    ],
    ['variables of an environment', 'APP_ENV=prod\nDB_HOST=db\nDB_PASSWORD=example\n'],
    ['a formula', '# Capacity formula\npm.max_children = (available_memory - reserve) / avg_php_process_memory\n'],
    ['a sentence about a directive', "fastcgi_read_timeout in nginx defaults to 60 seconds; that isn't much\n"],
  ])('%s', (_name, text) => {
    expect(kinds(text)).toEqual([NOBODY]);
  });

  it('labels between snippets, whose blocks stand for themselves where they cannot share a file', () => {
    const docs = paste(
      'HTTP (Node.js):\n\nlocation /api {\n    proxy_pass http://backend;\n}\n\nuwsgi (Python):\n\nupstream backend {\n    server 127.0.0.1:8080;\n}\nlocation / {\n    proxy_pass http://backend;\n}\nJudgment criteria:\n',
    );
    expect(docs.map(({ kind, text }) => [kind, text.trim().split('\n')[0]])).toEqual([
      ['nginx', 'location /api {'],
      ['nginx', 'upstream backend {'],
      ['nginx', 'location / {'],
      ['unknown', 'HTTP (Node.js):'],
    ]);
  });
});

describe('intake', () => {
  it('takes an exact location for what it is', () => {
    const text = 'location = /exact.php {\n    fastcgi_pass 127.0.0.1:9000;\n}\n';
    expect(paste(text)).toMatchObject([{ path: 'nginx.conf', kind: 'nginx', text }]);
    expect(intake([{ path: 'conf.d/exact.conf', text }])).toMatchObject([{ kind: 'nginx', text }]);
  });

  it('leaves a directive whose semicolon is missing where it stands', () => {
    expect(shape(`${NGINX}client_max_body_size 20m\n`)).toEqual([['nginx.conf', 'nginx']]);
    expect(shape(`${POOL}pm.max_requests 500\n`)).toEqual([['www.conf', 'fpm']]);
  });

  it('believes a stated kind and keeps the text whole', () => {
    expect(intake([{ path: 'x', text: NGINX + POOL, kind: 'unknown' }])).toEqual([
      { path: 'x', text: NGINX + POOL, kind: 'unknown', recognisedBy: 'chosen by you' },
    ]);
  });

  it('gives every document a path of its own', () => {
    expect(
      intake([
        { path: 'a.conf', text: NGINX },
        { path: 'a.conf', text: NGINX },
      ]).map((doc) => doc.path),
    ).toEqual(['a.conf', 'a-2.conf']);
  });

  it('keeps every line of an article in some document, headings aside', () => {
    const text = `Our story\n\nWe run nginx in front of PHP and all is well.\n\n${NGINX}\nThen the log filled up with many lines like this one.\n\n${ERROR}\nAnd that was the end of it, dear reader.\n`;
    const docs = paste(text);
    for (const line of text.split('\n')) expect(docs.some((doc) => doc.text.includes(line))).toBe(true);
  });

  it('answers for an empty paste too', () => {
    expect(paste('')).toEqual([
      { path: 'paste-1.txt', text: '', kind: 'unknown', recognisedBy: 'nothing in it was recognised' },
    ]);
  });
});

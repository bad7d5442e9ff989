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

describe('intake', () => {
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

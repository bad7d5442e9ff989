import { describe, expect, it } from 'vitest';
import { seenIn } from './testing/paste.ts';

const NGINX =
  '2024/01/15 03:47:22 [error] 18345#18345: *9821 recv() failed (104: Connection reset by peer) while reading response header from upstream, client: 203.0.113.44, server: api.example.com, request: "POST /process HTTP/1.1", upstream: "fastcgi://unix:/run/php/php8.2-fpm.sock:", host: "api.example.com"';
const FPM =
  '[15-Jan-2024 03:47:22] WARNING: [pool www] child 812, script \'/srv/app/public/index.php\' (request: "POST /index.php?id=1") execution timed out (110.123456 sec), terminating';
const KERNEL =
  '[12345.678901] Out of memory: Killed process 812 (php-fpm8.2) total-vm:900kB, anon-rss:800kB, file-rss:0kB';
const PHP =
  '[15-Jan-2024 03:47:22 UTC] PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes) in /srv/a.php on line 3';

const STDERR =
  '2026/03/01 10:00:00 [error] 812#812: *45 FastCGI sent in stderr: "PHP message: PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes) in /srv/shop/a.php on line 3" while reading response header from upstream, client: 192.0.2.10, server: shop.example, request: "GET /index.php HTTP/1.1", upstream: "fastcgi://unix:/run/php/php8.2-fpm.sock:", host: "shop.example"';

type Carry = (line: string) => string;
const wrap =
  (columns: number): Carry =>
  (line) =>
    line.replace(new RegExp(`(.{${String(columns)}})(?=.)`, 'g'), '$1\n');
const html = (line: string): string => line.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** The prefixes and mistreatments that logs were met with in third-party reports. */
const CARRIERS: readonly (readonly [string, Carry])[] = [
  ['docker-compose 1', (line) => `nginx_1  | ${line}`],
  ['foreman', (line) => `nginx.1     | ${line}`],
  ['docker compose 2', (line) => `app-1  | ${line}`],
  ['docker logs -t', (line) => `2024-01-15T03:47:22.434123456Z ${line}`],
  ['compose with times', (line) => `app-1  | 2024-01-15T03:47:22.434123456Z ${line}`],
  ['stern', (line) => `web-5d9c-x2x7l nginx 2024-01-15T03:47:22+00:00 ${line}`],
  ['kubectl --prefix', (line) => `[pod/web-5d9c-x2x7l/nginx] ${line}`],
  ['the log files of a kubelet', (line) => `2024-01-15T03:47:22.434123456Z stderr F ${line}`],
  ['journald', (line) => `Jan 15 03:47:22 web1 nginx[23173]: ${line}`],
  ['journald with the host said twice', (line) => `Jan 15 03:47:22 web1 nginx[23173]: web1 nginx: ${line}`],
  ['journalctl -o short-iso', (line) => `2024-01-15T03:47:22+0000 web1 nginx[23173]: ${line}`],
  ['RFC 5424', (line) => `<27>1 2024-01-15T03:47:22.003Z web1 nginx 23173 - - ${line}`],
  ['a Markdown quote', (line) => `> ${line}`],
  ['a quote in a quote', (line) => `> > ${line}`],
  ['bold', (line) => `**${line}**`],
  ['a code span', (line) => `\`${line}\``],
  ['grep -H', (line) => `/var/log/all.log:${line}`],
  ['grep -n', (line) => `/var/log/all.log:1207:${line}`],
  ['a console that glued its stamp on', (line) => `20.1.2024 09:52:13nginx.1 |${line}`],
  [
    'a JSON log driver',
    (line) => `{"log":${JSON.stringify(`${line}\n`)},"stream":"stderr","time":"2024-01-15T03:47:22Z"}`,
  ],
  ['JSON of a collector', (line) => JSON.stringify({ '@timestamp': '2024-01-15T03:47:22Z', message: line })],
  ['HTML', html],
  ['HTML twice', (line) => html(html(line))],
  ['line ends of Windows', (line) => `${line}\r`],
  ['blanks at the beginning', (line) => `    ${line}`],
  ['a terminal of 80 columns', wrap(80)],
  ['a mail that was wrapped', (line) => wrap(80)(`> ${line}`)],
  ['a terminal of 120 columns', wrap(120)],
  ['a terminal of 160 columns', wrap(160)],
];

describe.each(CARRIERS)('carried by %s', (_name, carry) => {
  it('nginx is understood', () => {
    expect(seenIn(`${carry(NGINX)}\n`)).toMatchObject([
      [
        'nginx.reset-before-header',
        { errno: 104, client: '203.0.113.44', request: 'POST /process HTTP/1.1', host: 'api.example.com' },
      ],
    ]);
  });

  it('PHP-FPM is understood', () => {
    expect(seenIn(`${carry(FPM)}\n`)).toMatchObject([
      ['fpm.terminated-by-timeout', { pid: 812, pool: 'www', seconds: 110.123456 }],
    ]);
  });

  it('PHP is understood', () => {
    expect(seenIn(`${carry(PHP)}\n`)).toMatchObject([['php.memory-limit', { limit: 134_217_728, scriptLine: 3 }]]);
  });

  it('PHP inside nginx is understood', () => {
    expect(seenIn(`${carry(STDERR)}\n`)).toMatchObject([['php.memory-limit', { limit: 134_217_728, scriptLine: 3 }]]);
  });

  it('the kernel is understood', () => {
    expect(seenIn(`${carry(KERNEL)}\n`)).toMatchObject([['kernel.oom-kill', { pid: 812, process: 'php-fpm8.2' }]]);
  });
});

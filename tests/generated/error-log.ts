/** Generated error logs of nginx, and of other daemons, for tests that compare two readers of the same log. */
const two = (value: number): string => String(value).padStart(2, '0');
const SOCKET = 'fastcgi://unix:/run/php/php8.2-fpm.sock:';

export function nginxStampOf(at: number): string {
  const date = new Date(at * 1000);
  const day = `${date.getUTCFullYear()}/${two(date.getUTCMonth() + 1)}/${two(date.getUTCDate())}`;
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

interface Scene {
  readonly pick: <Value>(list: readonly Value[]) => Value;
  readonly number: (most: number) => number;
}

/** Level, message, whether a client is named, whether an upstream is. */
type Said = readonly [level: string, message: string, client: boolean, upstream: boolean];

const MESSAGES: readonly ((scene: Scene) => Said)[] = [
  ({ pick }) => [
    'error',
    `connect() to ${pick(['unix:/run/php/php8.2-fpm.sock', 'unix:/run/a.sock', '10.0.0.5:9000'])} failed (${pick(['11: Resource temporarily unavailable', '111: Connection refused', '2: No such file or directory', '13: Permission denied'])}) while connecting to upstream`,
    true,
    true,
  ],
  ({ pick }) => [
    'error',
    `upstream timed out (110: ${pick(['Connection timed out', 'Operation timed out'])}) while ${pick(['connecting to', 'reading response header from', 'reading', 'sending request to'])} upstream`,
    true,
    true,
  ],
  ({ pick }) => [
    'error',
    `recv() failed (104: Connection reset by peer) while reading ${pick(['response header from ', ''])}upstream`,
    true,
    true,
  ],
  ({ pick }) => [pick(['error', 'crit']), 'upstream prematurely closed connection while reading upstream', true, true],
  ({ pick, number }) => [
    'error',
    `open() "/srv/${pick(['shop', 'a_tree', 'my_book', 'x'])}/${pick(['favicon.ico', '50x.html', 'p50x.html', `f${number(99)}`, '0000000012', 'wp_temp/x', 'a b.png', 'failed', 'a,host:x', 'SSL', 'a(5:b', 'é.png'])}" failed (${pick(['2: No such file or directory', '13: Permission denied', '24: Too many open files'])})`,
    true,
    false,
  ],
  ({ pick }) => [
    'error',
    `"/srv/x/${pick(['index.html', 'a/index.php', 'b/failed'])}" is not found (2: No such file or directory)`,
    true,
    false,
  ],
  ({ pick }) => ['error', `directory index of "/srv/${pick(['a', 'bb', 'c_temp'])}/" is forbidden`, true, false],
  () => ['error', 'access forbidden by rule', true, false],
  ({ number }) => ['error', `client intended to send too large body: ${number(1e8)} bytes`, true, false],
  ({ number }) => [
    'warn',
    `a client request body is buffered to a temporary file /var/lib/nginx/body/${String(number(1e6)).padStart(10, '0')}`,
    true,
    false,
  ],
  ({ number }) => [
    'warn',
    `an upstream response is buffered to a temporary file /var/lib/nginx/fastcgi/${number(9)}/00/${String(number(1e6)).padStart(10, '0')} while reading upstream`,
    true,
    true,
  ],
  ({ number }) => ['error', `limiting requests, excess: ${number(99)}.${number(1000)} by zone "one"`, true, false],
  ({ pick, number }) => [
    'error',
    `FastCGI sent in stderr: "PHP message: PHP ${pick(['Warning', 'Fatal error'])}:  ${pick(['Undefined variable $a', 'Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes)', 'Über', `one of ${number(1e5)}`])} in /srv/app/${pick(['a', 'b'])}.php on line ${number(3)}${pick(['', '; PHP message: PHP Notice:  x in /srv/c.php on line 4', '", client: me "'])}" while reading response header from upstream`,
    true,
    true,
  ],
  ({ pick }) => [
    'error',
    `FastCGI sent in stderr: "PHP message: PHP Fatal error:  Uncaught Error in /srv/app/a.php:3\nStack trace:\n#0 {main}\n  thrown in /srv/app/a.php on line ${pick([3, 4])}" while reading response header from upstream`,
    true,
    true,
  ],
  () => ['error', 'no live upstreams while connecting to upstream', true, true],
  () => [
    'info',
    'epoll_wait() reported that client prematurely closed connection, so upstream connection is closed too while sending request to upstream',
    true,
    true,
  ],
  ({ number }) => ['alert', `${512 + number(2)} worker_connections are not enough`, false, false],
  ({ number, pick }) => ['alert', `worker process ${number(9999)} exited on signal ${pick([9, 11])}`, false, false],
  () => ['notice', 'signal 1 (SIGHUP) received from 1, reconfiguring', false, false],
  ({ number }) => ['notice', `start worker process ${number(9999)}`, false, false],
  ({ pick }) => [
    'emerg',
    `host not found in upstream "${pick(['app', 'db_temp'])}" in /etc/nginx/nginx.conf:3`,
    false,
    false,
  ],
  ({ pick }) => [
    'crit',
    `SSL_do_handshake() failed (SSL: error:0A00006C:SSL routines::bad key share) while SSL handshaking${pick(['', ' to upstream'])}`,
    true,
    true,
  ],
  ({ number }) => [
    'error',
    `upstream sent unsupported FastCGI protocol version: ${70 + number(3)} while reading response header from upstream`,
    true,
    true,
  ],
  () => ['error', 'user "bob" was not found in "/etc/nginx/.htpasswd"', true, false],
];

const STRANGERS: readonly ((stamp: string, line: string) => string)[] = [
  () => '',
  () => '#0 /srv/app/a.php(12): f()',
  (_stamp, line) => line.slice(0, 40),
  (_stamp, line) => line.slice(0, Math.floor(line.length * 0.6)),
  (_stamp, line) => line.slice(0, Math.floor(line.length * 0.6)) + line,
  (_stamp, line) => line.slice(Math.floor(line.length * 0.6)),
  (_stamp, line) => `${line.slice(0, 119)}\n${line.slice(119)}`,
  (_stamp, line) => `web_1  | ${line}`,
  (_stamp, line) => `Jan 15 03:47:22 host nginx: ${line}`,
  (_stamp, line) => `{"log":${JSON.stringify(`${line}\n`)},"stream":"stderr","time":"2024-01-15T03:47:22.1Z"}`,
  (_stamp, line) => line.replaceAll('"', '&quot;'),
  () => '[15-Jan-2024 03:47:22] WARNING: [pool www] server reached pm.max_children setting (5), consider raising it',
  () => '[15-Jan-2024 03:47:22 UTC] PHP Fatal error:  Uncaught Error in /srv/app/a.php:3',
  () => '203.0.113.9 - - [15/Jan/2024:03:47:22 +0000] "GET /shop HTTP/1.1" 502 157 "-" "curl/8"',
  () => '[1234.567890] Out of memory: Killed process 812 (php-fpm) total-vm:1kB, anon-rss:1kB',
  (stamp) => `${stamp} [nonsense] 1#1: *1 x`,
  (stamp) => `${stamp.replace('/', '-')} [error] 1#1: *1 x`,
  () => 'nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)',
];

function fieldsOf({ pick, number }: Scene, hasUpstream: boolean): string {
  const uri = pick(['/', '/cart', `/item/${number(999)}`, '/a?b=1']);
  const upstream = pick([
    SOCKET,
    SOCKET,
    'http://10.0.0.5:8080' + uri,
    'http://[::1]:8080/',
    'php_backend',
    'fastcgi://127.0.0.1:9000',
    'http://unix:/run/a.sock:/unix:x',
    'http://10.0.0.6/unix:',
  ]);
  const request = pick([
    `GET ${uri} HTTP/1.1`,
    `POST ${uri} HTTP/2.0`,
    'GET /a"b HTTP/1.1',
    'GET /a while b HTTP/1.1',
    '',
  ]);
  return [
    `, client: ${pick(['203.0.113.9', '198.51.100.77', '2001:db8::1', 'unix:'])}`,
    `, server: ${pick(['shop.example.com', 'shop.example.com', '', '_', '~^(a|b).x$'])}`,
    ...(number(20) === 0 ? [] : [`, request: "${request}"`]),
    ...(number(30) === 0 ? [', subrequest: "/auth"'] : []),
    ...(hasUpstream ? [`, upstream: "${upstream}"`] : []),
    ...(number(20) === 0 ? [] : [`, host: "${pick(['shop.example.com', 'a.example.org'])}"`]),
    ...(number(10) === 0 ? [', referrer: "https://www.example.com/?q=\\x22"'] : []),
  ].join('');
}

/** @param odd one line in so many is none that nginx writes; 0 for none */
export function generatedErrorLog(lines: number, random: () => number, odd: number): string {
  const scene: Scene = {
    pick: (list) => list[Math.floor(random() * list.length)] as (typeof list)[number],
    number: (most) => Math.floor(random() * most),
  };
  const { pick, number } = scene;
  let at = Date.UTC(2024, 1, 28, 22) / 1000;
  let log = '';
  for (let line = 0; line < lines; line++) {
    at += number(4) === 0 ? number(5) - 1 : 0;
    if (line % 997 === 0) at += number(200_000);
    const [level, message, hasClient, hasUpstream] = pick(MESSAGES)(scene);
    const process = `${pick(['812#812', '813#813', '7#0'])}: ${number(30) === 0 ? '' : `*${number(1e6)} `}`;
    const fields = hasClient ? fieldsOf(scene, hasUpstream) : '';
    const text = `${nginxStampOf(at)} [${level}] ${process}${message}${fields}`;
    const shown = odd > 0 && number(odd) === 0 ? pick(STRANGERS)(nginxStampOf(at), text) : text;
    log += `${shown}${number(50) === 0 ? '\r' : ''}\n`;
  }
  return number(2) === 0 ? log : log.slice(0, -30);
}

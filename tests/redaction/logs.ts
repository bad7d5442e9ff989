import { template, type Case, type Template } from './case.ts';

const access = (
  c: Case,
  request: string,
  referer = '-',
  agent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0.0.0 Safari/537.36',
): string =>
  `${c.identifier(c.ip())} - - [20/Nov/2026:10:00:00 +0000] "${request} HTTP/1.1" 200 512 "${referer}" "${agent}"\n`;
const error = (c: Case, message: string, request: string): string =>
  `2026/11/20 10:00:00 [error] 123#123: *4567 ${message}, client: ${c.identifier(c.ip())}, server: ${c.identifier(c.host())}, request: "${request} HTTP/1.1", upstream: "${c.keep('fastcgi://unix:/run/php/php8.2-fpm.sock')}:", host: "${c.identifier(c.host())}"\n`;

const strong = [
  'token',
  'access_token',
  'api_key',
  'apikey',
  'secret',
  'signature',
  'sig',
  'X-Amz-Signature',
  'X-Amz-Security-Token',
  'X-Goog-Signature',
  'password',
  'pwd',
  'PHPSESSID',
  'reset_password_token',
  'auth',
  'client_secret',
  'refresh_token',
];

/** Classes 9 to 14 and 16 to 21 in logs and command outputs. */
export const LOG_TEMPLATES: readonly Template[] = [
  ...strong.map((name) =>
    template(9, 'nginx-access-log', (c) =>
      access(c, `GET /api/list?${c.keep(name)}=${c.secret(c.alnum(24))}&${c.keep('page=2&sort=name')}`),
    ),
  ),
  ...['otp', 'pin'].map((name) =>
    template(9, 'nginx-access-log', (c) => access(c, `GET /v?${name}=${c.secret(c.digits(6))}&lang=${c.keep('en')}`)),
  ),
  ...['code', 'state', 'key', 'hash'].map((name) =>
    template(9, 'nginx-access-log', (c) => access(c, `GET /cb?${name}=${c.secret(c.alnum(28))}`)),
  ),
  template(9, 'nginx-access-log', (c) =>
    access(
      c,
      `GET /x?X-Amz-Algorithm=${c.keep('AWS4-HMAC-SHA256')}&X-Amz-Credential=${c.secret(`AKIA${c.upper(16)}%2F20261120%2Fus-east-1%2Fs3%2Faws4_request`)}&X-Amz-Date=${c.keep('20261120T100000Z')}&X-Amz-Expires=${c.keep('3600')}&X-Amz-Signature=${c.secret(c.hex(64))}`,
    ),
  ),
  template(9, 'nginx-access-log', (c) =>
    access(
      c,
      `GET /blob?sv=${c.keep('2022-11-02')}&se=${c.keep('2026-11-21')}&sr=b&sp=r&sig=${c.secret(encodeURIComponent(c.base64(32)))}`,
    ),
  ),
  template(9, 'nginx-access-log', (c) =>
    access(c, 'GET /', `https://${c.identifier(c.host())}/reset?token=${c.secret(c.alnum(20))}`),
  ),
  template(9, 'nginx-access-log', (c) =>
    access(c, `GET /login?return=%2Faccount%3Ftoken%3D${c.secret(c.alnum(20))}%26${c.keep('page')}%3D2`),
  ),
  template(9, 'nginx-access-log', (c) =>
    access(c, `GET /login?u=https%253A%252F%252Fa%252F%253Faccess_token%253D${c.secret(c.alnum(20))}%2526x%253D1`),
  ),
  template(9, 'nginx-access-log', (c) =>
    access(c, `GET /cart;jsessionid=${c.secret(c.hex(32).toUpperCase())}?${c.keep('q=shoes')}`),
  ),
  template(9, 'nginx-error-log', (c) =>
    error(
      c,
      'upstream timed out (110: Connection timed out) while reading response header from upstream',
      `GET /x.php?password=${c.secret(c.password())}&${c.keep('utm_source=mail')}`,
    ),
  ),
  template(9, 'nginx-access-log', (c) =>
    access(
      c,
      `GET /list?${c.keep('page=3&sort=asc&ver=5.8.1&utm_campaign=x&_=1700000000000&q=blue+shoes&code=de&lang=en&key=value')}`,
    ),
  ),
  template(
    9,
    'fpm-status',
    (c) => `request URI:          /reset.php?token=${c.secret(c.alnum(20))}\nrequest method: ${c.keep('GET')}\n`,
  ),
  // 10 path tokens
  ...['reset', 'verify', 'magic', 'invite', 'unsubscribe', 'activate', 'password/reset'].map((word) =>
    template(10, 'nginx-access-log', (c) =>
      access(c, `GET /${c.keep(word)}/${c.secret(c.alnum(c.random.integer(16, 40)))}`),
    ),
  ),
  template(10, 'nginx-access-log', (c) =>
    access(c, `POST /bot${c.secret(`${c.digits(9)}:AA${c.base64url(33)}`)}/${c.keep('sendMessage')}`),
  ),
  template(10, 'nginx-access-log', (c) => access(c, `GET /d/${c.secret(`${c.alnum(14)}7aB9xK2${c.alnum(14)}`)}/file`)),
  template(10, 'nginx-access-log', (c) =>
    access(c, `GET /${c.keep('blog/how-to-tune-php-fpm-for-high-traffic-2026')}`),
  ),
  template(10, 'nginx-access-log', (c) => access(c, `GET /orders/${c.keep(c.digits(8))}/items/${c.keep(c.uuid())}`)),
  template(10, 'nginx-access-log', (c) => access(c, `GET /${c.keep(`img/${c.hex(32)}.jpg`)}`)),
  template(
    10,
    'nginx-access-log',
    (c) => access(c, `GET /${c.keep('password/reset')}`) + access(c, `POST /${c.keep('reset/password')}`),
  ),
  // 11 cookies, headers
  template(
    11,
    'nginx-error-log',
    (c) =>
      `2026/11/20 10:00:00 [debug] 1#1: *1 http header: "Cookie: PHPSESSID=${c.secret(c.lowerDigits(26))}; ${c.keep('theme=dark')}; ${c.keep('_ga=GA1.2.123456789.1700000000')}; remember_token=${c.secret(c.alnum(40))}"\n`,
  ),
  template(
    11,
    'nginx-error-log',
    (c) =>
      `2026/11/20 10:00:00 [debug] 1#1: *1 fastcgi param: "HTTP_AUTHORIZATION: Bearer ${c.secret(c.alnum(40))}"\n2026/11/20 10:00:00 [debug] 1#1: *1 fastcgi param: "${c.keep('SCRIPT_NAME: /index.php')}"\n`,
  ),
  template(
    11,
    'nginx-error-log',
    (c) => `2026/11/20 10:00:00 [debug] 1#1: *1 http args: "token=${c.secret(c.alnum(20))}&${c.keep('page=2')}"\n`,
  ),
  template(
    11,
    'nginx-error-log',
    (c) => `2026/11/20 10:00:00 [debug] 1#1: *1 http header: "X-Api-Key: ${c.secret(c.alnum(20))}"\n`,
  ),
  template(
    11,
    'nginx-error-log',
    (c) =>
      `2026/11/20 10:00:00 [debug] 1#1: *1 fastcgi param: "HTTP_COOKIE: laravel_session=${c.secret(c.base64url(60))}; ${c.keep('lang=en')}"\n`,
  ),
  template(
    11,
    'nginx-access-log',
    (c) =>
      `{"time":"2026-11-20T10:00:00+00:00","remote_addr":"${c.identifier(c.ip())}","http_cookie":"sid=${c.secret(c.alnum(30))}; ${c.keep('lang=de')}","http_authorization":"Bearer ${c.secret(c.jwt())}","status":"${c.keep('502')}"}\n`,
  ),
  template(
    11,
    'nginx-access-log',
    (c) =>
      `{"request":"GET /?access_token=${c.secret(c.alnum(22))} HTTP/1.1","referer":"https://${c.identifier(c.host())}/","upstream_time":"${c.keep('0.123')}"}\n`,
  ),
  template(
    11,
    'unknown',
    (c) => `Set-Cookie: sess=${c.secret(c.alnum(32))}; ${c.keep('Path=/; HttpOnly; SameSite=Lax')}\n`,
  ),
  template(
    11,
    'unknown',
    (c) =>
      `> Authorization: Basic ${c.secret(Buffer.from(`${c.lower(6)}:${c.alnum(8)}`).toString('base64'))}\n> Accept: ${c.keep('*/*')}\n`,
  ),
  template(
    11,
    'unknown',
    (c) =>
      `Authorization: Digest username="${c.identifier(c.user())}", realm="${c.keep('area')}", nonce="${c.secret(c.hex(32))}", uri="/", response="${c.secret(c.hex(32))}"\n`,
  ),
  // 12 PHP
  template(
    12,
    'php-log',
    (c) =>
      `${c.keep('#0 /var/www/app/Db.php(31)')}: PDO->__construct('${c.keep('mysql:host=10.0....')}', '${c.identifier(c.user())}', '${c.secret(c.alnum(11))}', Array)\n${c.keep('#1 {main}')}\n`,
  ),
  template(
    12,
    'php-log',
    (c) =>
      `#1 /srv/x.php(3): mysqli_connect('${c.identifier(`db-${c.lower(4)}.${c.domain()}`)}', '${c.identifier(c.user())}', '${c.secret(c.alnum(9))}', 'shop')\n`,
  ),
  template(
    12,
    'php-log',
    (c) =>
      `#4 /srv/vendor/doctrine/dbal/src/Driver/PDO/MySQL/Driver.php(28): Doctrine\\DBAL\\Driver\\PDO\\MySQL\\Driver->connect(Array, '${c.identifier(c.user())}', '${c.secret(c.alnum(12))}')\n`,
  ),
  template(
    12,
    'php-log',
    (c) =>
      `#2 [internal function]: PDO->__construct('mysql:host=db', 'root', ${c.keep('Object(SensitiveParameterValue)')}, Array)\nSQLSTATE[HY000] [1045] Access denied for user '${c.identifier(c.user())}'@'${c.identifier(c.ip())}' ${c.keep('(using password: YES)')}\n`,
  ),
  template(
    12,
    'php-log',
    (c) =>
      `PHP Warning:  session_start(): Failed to read session data: redis (path: tcp://10.0.0.5:6379?auth=${c.secret(c.alnum(10))}) in ${c.keep('/srv/i.php on line 3')}\n`,
  ),
  template(
    12,
    'php-log',
    (c) =>
      `PHP Warning:  session_start(): open(/var/lib/php/sessions/sess_${c.secret(c.lowerDigits(26))}, O_RDWR) failed: ${c.keep('Permission denied (13)')}\n`,
  ),
  template(
    12,
    'php-log',
    (c) =>
      `[2026-11-20T10:00:00+00:00] app.ERROR: login failed {"user":"${c.identifier(c.user())}","password":"${c.secret(c.password())}"} []\n`,
  ),
  template(
    12,
    'php-log',
    (c) => `{"message":"payload {\\"api_key\\":\\"${c.secret(c.alnum(20))}\\"}","level":"${c.keep('error')}"}\n`,
  ),
  template(
    12,
    'php-log',
    (c) =>
      `Illuminate\\Database\\QueryException: SQLSTATE[23000] (Connection: mysql, SQL: insert into \`users\` (\`email\`, \`password\`, \`name\`) values (${c.identifier(c.mail())}, ${c.secret(`$2y$10$${c.alnum(53)}`)}, ${c.keep('Widget')}))\n`,
  ),
  template(
    12,
    'php-log',
    (c) => `SQLSTATE[42S22]: (SQL: select * from \`resets\` where \`token\` = ${c.secret(c.alnum(24))} limit 1)\n`,
  ),
  template(
    12,
    'php-log',
    (c) =>
      `GuzzleHttp\\Exception\\ConnectException: cURL error 28: Operation timed out for https://${c.identifier(c.host())}/v1?api_key=${c.secret(c.alnum(20))}\n`,
  ),
  template(
    12,
    'php-log',
    (c) =>
      `Failed to authenticate on SMTP server with username "${c.identifier(c.mail())}" using ${c.keep('2 possible authenticators')}\n`,
  ),
  template(
    12,
    'fpm-slow-log',
    (c) =>
      `[20-Nov-2026 10:00:00]  [pool ${c.identifier(c.user())}] pid 4711\nscript_filename = /home/${c.identifier(c.user())}/public/index.php\n${c.keep('[0x00007f2a3c5e1f20] curl_exec()')} /srv/a.php:12\n`,
  ),
  // 14
  template(14, 'unknown', (c) => `${c.keep('got')} ${c.secret(c.jwt())} ${c.keep('from client')}\n`),
  template(
    14,
    'php-log',
    (c) =>
      `jwe ${c.secret(`eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.${c.base64url(60)}.${c.base64url(16)}.${c.base64url(50)}.${c.base64url(22)}`)} bad\n`,
  ),
  template(
    14,
    'unknown',
    (c) =>
      `curl -H 'Authorization: Basic ${c.secret(Buffer.from(`${c.lower(5)}:${c.alnum(10)}`).toString('base64'))}' ${c.keep('http://127.0.0.1/')}\n`,
  ),
  template(14, 'nginx-access-log', (c) => access(c, `GET /x?jwt=${c.secret(c.jwt())}`)),
  // 16 addresses
  template(
    16,
    'nginx',
    (c) =>
      `allow ${c.identifier(c.ip())};\ndeny ${c.identifier(c.ip())};\nallow ${c.keep('127.0.0.1')};\ndeny ${c.keep('all')};\nset_real_ip_from ${c.keep('173.245.48.0/20')};\nresolver ${c.keep('1.1.1.1 8.8.8.8')};\n`,
  ),
  template(
    16,
    'nginx',
    (c) =>
      `geo $bad {\n  default 0;\n  ${c.identifier(c.ip())}/32 1;\n  ${c.identifier(c.ip6())} 1;\n  ${c.keep('::1')} 0;\n}\nlisten ${c.keep('[::]:80')};\nlisten ${c.keep('0.0.0.0:80')};\n`,
  ),
  template(
    16,
    'nginx-access-log',
    (c) =>
      `${c.identifier(c.ip6())} - - [20/Nov/2026:10:00:00 +0000] "GET / HTTP/2.0" 200 1 "-" "Mozilla/5.0 ${c.keep('Chrome/120.0.0.0')} ${c.keep('Edg/121.0.2277.83')}" "${c.identifier(c.ip())}, ${c.identifier(c.ip())}"\n`,
  ),
  template(
    16,
    'kernel-log',
    (c) =>
      `[ 123.456] [UFW BLOCK] IN=eth0 OUT= MAC=${c.identifier(c.mac())}:${c.identifier(c.mac())}:08:00 SRC=${c.identifier(c.ip())} DST=${c.identifier(c.ip())} LEN=40 ${c.keep('PROTO=TCP')} SPT=443\n`,
  ),
  template(
    16,
    'nginx-error-log',
    (c) =>
      `2026/11/20 10:00:00 [error] 7#7: *12345 connect() failed (111: Connection refused) while connecting to upstream, client: ::ffff:${c.identifier(c.ip())}, server: _, request: "GET / HTTP/1.1", upstream: "http://${c.identifier(c.ip())}:8080/", host: "${c.keep('localhost')}"\n`,
  ),
  template(
    16,
    'versions',
    (c) =>
      `nginx version: ${c.keep('nginx/1.22.1')}\nOpenSSL ${c.keep('3.0.11')} libcurl/${c.keep('7.88.1.4')} v${c.keep('1.2.3.4')} ${c.keep('169.254.169.254')} ${c.keep('255.255.255.0')}\n`,
  ),
  template(
    16,
    'sockets',
    (c) =>
      `ESTAB 0 0 10.0.0.5:443 ${c.identifier(c.ip())}:51234\nLISTEN 0 511 ${c.keep('0.0.0.0:80')} ${c.keep('0.0.0.0:*')}\nESTAB 0 0 [${c.identifier(c.ip6())}]:443 [${c.identifier(c.ip6())}]:5123\n`,
  ),
  template(
    17,
    'nginx',
    (c) =>
      `set_real_ip_from ${c.keep('10.0.0.0/8')};\nallow ${c.keep('192.168.1.0/24')};\nproxy_pass http://${c.keep('172.16.5.4')}:8080;\nallow ${c.keep('fd00::/8')};\n`,
  ),
  // 18 hosts
  template(18, 'nginx', (c) => {
    const domain = c.identifier(c.domain());
    return `server {\n  server_name ${domain} www.${domain} *.${domain} "~^(?<sub>.+)\\.${domain.replaceAll('.', '\\.')}$";\n  root /var/www/vhosts/${domain}/htdocs;\n  ssl_certificate /etc/letsencrypt/live/${domain}/fullchain.pem;\n  access_log /var/log/nginx/${domain}.access.log;\n  ${c.keep('include snippets/ssl.conf;')}\n}\n`;
  }),
  template(
    18,
    'nginx',
    (c) =>
      `upstream ${c.keep('backend')} {\n  server ${c.identifier(`app1.${c.domain()}`)}:8080;\n  server ${c.identifier(`node-${c.lower(3)}${c.digits(2)}`)}:8080 backup;\n}\nserver { server_name ${c.keep('_')}; location / { proxy_pass http://${c.identifier(c.host())}:9000; } }\n`,
  ),
  template(
    18,
    'journal',
    (c) =>
      `Nov 20 10:00:01 ${c.identifier(`web-${c.lower(4)}${c.digits(2)}`)} nginx[123]: ${c.keep('worker process 12 exited')}\n`,
  ),
  template(
    18,
    'php-log',
    (c) =>
      `getaddrinfo failed for ${c.identifier(`redis.${c.lower(5)}.svc.cluster.local`)} and ${c.identifier(`${c.lower(6)}.${c.lowerDigits(12)}.eu-west-1.rds.amazonaws.com`)}\n`,
  ),
  template(
    18,
    'journal',
    (c) =>
      `Nov 20 10:00:01 ${c.identifier(`ip-10-31-4-${c.digits(2)}.eu-west-1.compute.internal`)} kernel: ${c.keep('Out of memory: Killed process 123 (php-fpm)')}\n`,
  ),
  template(18, 'nginx-error-log', (c) =>
    error(
      c,
      'open() "/var/www/html/favicon.ico" failed (2: No such file or directory)',
      `GET ${c.keep('/favicon.ico')}`,
    ),
  ),
  template(
    18,
    'nginx',
    (c) =>
      `server_name ${c.keep('_ localhost')};\ninclude ${c.keep('/etc/nginx/conf.d/foo.conf')};\n# see ${c.keep('https://www.php.net/manual')} and ${c.keep('http://nginx.org/en/docs')}\nproxy_pass ${c.keep('https://maps.googleapis.com')};\nadd_header Link "<${c.keep('https://hooks.slack.com')}>";\nfastcgi_pass ${c.keep('unix:/run/php/php8.2-fpm.sock')};\nindex ${c.keep('index.php index.html')};\n`,
  ),
  // 19 mail
  template(19, 'nginx-access-log', (c) =>
    access(
      c,
      `GET /u?email=${c.identifier(c.mail().replace('@', '%40'))}&r=${c.identifier(c.mail().replace('@', '%2540'))}`,
    ),
  ),
  template(
    19,
    'php-log',
    (c) =>
      `mail to <${c.identifier(c.mail())}> and ${c.identifier(c.mail().replace('@', '+tag@'))} ${c.keep('bounced')}\n`,
  ),
  template(
    19,
    'php-ini',
    (c) =>
      `sendmail_path = /usr/sbin/sendmail -t -i -f ${c.identifier(c.mail())}\nmail.log = ${c.keep('/var/log/mail.log')}\n`,
  ),
  template(
    19,
    'php-ini',
    (c) =>
      `; e.g. ${c.keep('www@my.domain.com')}\nsendmail_path = "/usr/sbin/sendmail -t -i -f ${c.keep('www@my.domain.com')}"\n`,
  ),
  template(19, 'nginx-access-log', (c) => access(c, `GET /unsubscribe/${c.identifier(c.mail())}`)),
  // 20 users
  template(20, 'fpm', (c) => {
    const user = c.identifier(c.user());
    return `[${user}]\nuser = ${user}\ngroup = ${user}\nlisten = /run/php/${user}.sock\nlisten.owner = ${c.keep('www-data')}\nchdir = /home/${user}/www\n`;
  }),
  template(
    20,
    'nginx-error-log',
    (c) =>
      `2026/11/20 10:00:00 [error] 1#1: *2 user "${c.identifier(c.user())}": password mismatch, client: ${c.identifier(c.ip())}, server: _, request: "GET / HTTP/1.1", host: "localhost"\n`,
  ),
  template(
    20,
    'nginx-access-log',
    (c) =>
      `${c.identifier(c.ip())} - ${c.identifier(c.user())} [20/Nov/2026:10:00:00 +0000] "GET /${c.keep('admin')} HTTP/1.1" 401 0 "-" "-"\n`,
  ),
  template(
    20,
    'fpm-log',
    (c) =>
      `[20-Nov-2026 10:00:00] WARNING: [pool ${c.identifier(c.user())}] ${c.keep('server reached pm.max_children setting (5)')}\n[20-Nov-2026 10:00:00] NOTICE: [pool ${c.keep('www')}] child 12 started\n`,
  ),
  template(
    20,
    'processes',
    (c) =>
      `USER         PID %CPU %MEM COMMAND\n${c.identifier(c.user())}      123  0.0  1.0 php-fpm: pool x\n${c.keep('www-data')}  124  0.0  1.0 php-fpm: pool www\n${c.keep('root')}  1  0.0  1.0 nginx: master process\n`,
  ),
  template(20, 'file-listing', (c) => {
    const user = c.identifier(c.user());
    return `srw-rw---- 1 ${c.keep('www-data www-data')} 0 Nov 20 10:00 /run/php/php8.2-fpm.sock\n-rw-r--r-- 1 ${user} ${user} 120 Nov 20 10:00 /home/${user}/index.php\n`;
  }),
  template(
    20,
    'journal',
    (c) =>
      `Nov 20 10:00:01 localhost kernel: task_memcg=/user.slice/user-${c.identifier(c.user())}.slice,task=${c.keep('php-fpm')},pid=123\n`,
  ),
  // 21
  template(
    21,
    'fpm',
    (c) =>
      `env[QUEUE] = https://sqs.eu-west-1.amazonaws.com/${c.identifier(c.digits(12))}/${c.keep('jobs')}\nenv[ROLE] = arn:aws:iam::${c.identifier(c.digits(12))}:role/${c.keep('web')}\n`,
  ),
  template(21, 'php-log', (c) => `sms to ${c.identifier(`+49170${c.digits(7)}`)} ${c.keep('failed after 12345 ms')}\n`),
  template(21, 'php-log', (c) => `charge ${c.secret(c.card())} ${c.keep('declined')} at ${c.keep('1700000000123')}\n`),
  template(21, 'kernel-log', (c) => `eth0: link/ether ${c.identifier(c.mac())} brd ${c.keep('ff:ff:ff:ff:ff:ff')}\n`),
  template(
    21,
    'unknown',
    (c) => `subject=C = ${c.keep('DE')}, O = ${c.identifier(`${c.lower(8)} GmbH`)}, CN = ${c.identifier(c.host())}\n`,
  ),
  template(
    21,
    'nginx-error-log',
    (c) =>
      `2026/11/20 10:00:00 [error] ${c.keep('31337#31337')}: ${c.keep('*12345')} recv() failed (104: Connection reset by peer) ${c.keep('pid 4711 1700000000')}\n`,
  ),
];

import { template, type Template } from './case.ts';
import { access, error } from './log-lines.ts';

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
];

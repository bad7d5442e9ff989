import { template, type Template } from './case.ts';
import { anyHost, inner } from './further-values.ts';

/** Messages of frameworks, clients and databases. */
export const ERROR_MESSAGES_TEMPLATES: readonly Template[] = [
  template(
    12,
    'php-log',
    (m) =>
      `[2026-03-14 09:26:53] production.ERROR: SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry '${m.identifier(m.mail())}' for key 'users.users_email_unique' (Connection: mysql, SQL: insert into \`users\` (\`name\`, \`email\`, \`password\`, \`updated_at\`) values (Max, ${m.identifier(m.mail())}, ${m.secret(`$2y$12$${m.alnum(53)}`)}, 2026-03-14 09:26:53)) {"exception":"[object] (${m.keep('Illuminate\\\\Database\\\\UniqueConstraintViolationException(code: 23000)')}"}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `[2026-03-14T09:26:53.123456+00:00] security.DEBUG: Checking for authenticator support. {"firewall_name":"main","user":"${m.identifier(m.mail())}","token":"${m.secret(m.alnum(22))}","authenticators":2} []\n[2026-03-14T09:26:53.123456+00:00] request.CRITICAL: Uncaught PHP Exception ${m.keep('Symfony\\Component\\HttpKernel\\Exception\\NotFoundHttpException')}: "No route found for "GET https://${m.identifier(anyHost(m))}/x"" at RouterListener.php line 156 {"exception":"[object]"}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `[2026-03-14 09:26:53] local.INFO: login attempt {"email":"${m.identifier(m.mail())}","password":"${m.secret(m.alnum(9))}","remember":${m.keep('true')},"ip":"${m.identifier(m.ip())}","_token":"${m.secret(m.alnum(40))}"}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `[14-Mar-2026 09:26:53 UTC] PHP Warning:  session_start(): Failed to read session data: redis (path: tcp://${m.identifier(inner(m))}:6379?auth=${m.secret(m.alnum(13))}) in /srv/www/boot.php on line 3\n[14-Mar-2026 09:26:53 UTC] PHP Warning:  session_start(): open(/var/lib/php/sessions/sess_${m.secret(m.lowerDigits(26))}, O_RDWR) failed: ${m.keep('No space left on device (28)')} in /srv/www/boot.php on line 3\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `GuzzleHttp\\Exception\\ClientException: Client error: \`POST https://${m.identifier(anyHost(m))}/oauth/token?client_secret=${m.secret(m.alnum(24))}\` resulted in a \`${m.keep('401 Unauthorized')}\` response: {"error":"invalid_client"} in ${m.keep('/srv/vendor/guzzlehttp/guzzle/src/Exception/RequestException.php:113')}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `cURL error 28: Operation timed out after 30001 milliseconds with 0 bytes received for https://${m.lower(5)}:${m.secret(m.alnum(11))}@${m.identifier(anyHost(m))}/v2/items\n${m.keep('cURL error 60: SSL certificate problem: unable to get local issuer certificate')}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `Swift_TransportException: Failed to authenticate on SMTP server with username "${m.identifier(m.mail())}" using 2 possible authenticators. ${m.keep('Authenticator LOGIN returned Expected response code 235')}\nExpected response code "250" but got code "550", with message "550 5.1.1 <${m.identifier(m.mail())}>: Recipient address rejected". Connection could not be established with host "ssl://${m.identifier(anyHost(m))}:465"\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `PHP Warning:  mysqli_connect(): (HY000/1045): Access denied for user '${m.identifier(m.user())}'@'${m.identifier(m.ip())}' (using password: YES) in /home/${m.identifier(m.user())}/www/db.php on line 4\nPHP Warning:  file_get_contents(https://${m.identifier(anyHost(m))}/feed?apikey=${m.secret(m.hex(32))}): Failed to open stream: ${m.keep('HTTP request failed! HTTP/1.1 403 Forbidden')} in /srv/x.php on line 9\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `SQLSTATE[42S02]: Base table or view not found: 1146 Table 'shop.sessions' doesn't exist (SQL: select * from \`sessions\` where \`id\` = ${m.secret(m.alnum(40))} limit 1)\n${m.keep('SQLSTATE[HY000]: General error: 2006 MySQL server has gone away')}\nUPDATE users SET password = '${m.secret(m.hex(32))}', api_token='${m.secret(m.alnum(60))}' WHERE email='${m.identifier(m.mail())}'\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `Predis\\Connection\\ConnectionException: AUTH failed: WRONGPASS [tcp://${m.identifier(inner(m))}:6379] with params {"password":"${m.secret(m.alnum(12))}","database":"0"}\nAMQPConnectionException: ${m.keep('Library error: connection closed unexpectedly')} - Potential login failure. amqp://shop:${m.secret(m.alnum(12))}@${m.identifier(inner(m))}:5672\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `MongoDB\\Driver\\Exception\\ConnectionTimeoutException: No suitable servers found: [connection refused calling hello on '${m.identifier(inner(m))}:27017']. mongodb://root:${m.secret(m.alnum(11))}@${m.identifier(inner(m))}:27017/?authSource=admin\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `array(4) {\n  ["username"]=>\n  string(5) "admin"\n  ["password"]=>\n  string(9) "${m.secret(m.alnum(9))}"\n  ["page"]=>\n  ${m.keep('int(2)')}\n}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `Array\n(\n    [db_host] => ${m.identifier(inner(m))}\n    [db_pass] => ${m.secret(m.alnum(12))}\n    [api_secret] => ${m.secret(m.hex(20))}\n    [${m.keep('debug] => 1')}\n)\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `{"message":"Http client error","context":{"url":"https://${m.identifier(anyHost(m))}/v1","headers":{"Authorization":["Bearer ${m.secret(m.alnum(40))}"],"X-API-KEY":"${m.secret(m.hex(32))}","Accept":["${m.keep('application/json')}"]},"form_params":{"username":"x","password":"${m.secret(m.alnum(8))}"}},"level":400,"level_name":"ERROR","channel":"app","datetime":"2026-03-14T09:26:53+00:00"}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `PHP Warning:  SoapClient::__doRequest(): SSL: Connection reset. Request: <wsse:Username>${m.identifier(m.user())}</wsse:Username><wsse:Password Type="PasswordText">${m.secret(m.alnum(12))}</wsse:Password> ${m.keep('in /srv/soap.php on line 22')}\n`,
  ),
  template(
    14,
    'php-log',
    (m) =>
      `Firebase\\JWT\\ExpiredException: Expired token: ${m.secret(m.jwt())} in ${m.keep('/srv/vendor/firebase/php-jwt/src/JWT.php:161')}\n`,
  ),
  template(13, 'php-log', (m) => {
    const lines = m.pem().map((line) => m.secret(line));
    return `openssl_sign(): Supplied key param cannot be coerced: '-----BEGIN RSA PRIVATE KEY-----\\n${lines.join('\\n')}\\n-----END RSA PRIVATE KEY-----' ${m.keep('on line 12')}\n`;
  }),
  template(13, 'php-log', (m) => {
    const lines = m
      .pem()
      .slice(0, 4)
      .map((line) => m.secret(line));
    return `[14-Mar-2026 09:26:53 UTC] ${m.keep('loaded key')}\n-----BEGIN ENCRYPTED PRIVATE KEY-----\r\n${lines.join('\r\n')}\r\n`;
  }),
  template(
    12,
    'php-log',
    (m) =>
      `[14-Mar-2026 09:26:53 UTC] Slim Application Error:\nType: PDOException\nCode: 1045\nMessage: SQLSTATE[HY000] [1045] Access denied for user '${m.identifier(m.user())}'@'${m.identifier(m.ip())}' (using password: YES)\n${m.keep('File: /srv/app/src/Database.php')}\n${m.keep('Line: 22')}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `Illuminate\\Database\\QueryException: SQLSTATE[42S22]: Column not found: 1054 Unknown column 'x' in 'where clause' (SQL: select * from \`personal_access_tokens\` where \`token\` = ${m.secret(m.hex(64))} limit 1)\n${m.keep('(Connection: mysql, Host: 127.0.0.1, Port: 3306')}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `[2026-03-14 09:26:53] production.ERROR: Stripe: Invalid API Key provided: ${m.secret(`sk_live_${m.alnum(24)}`)} {"userId":42,"${m.keep('exception":"[object]')}"}\n[2026-03-14 09:26:53] production.INFO: OTP for ${m.identifier(m.mail())}: otp=${m.secret(m.digits(6))}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `PHP Warning:  ldap_bind(): Unable to bind to server: Invalid credentials for cn=${m.identifier(m.lower(8))},ou=${m.identifier(m.lower(7))},dc=acme in /srv/l.php on line 3\nPHP Warning:  ftp_login(): Login incorrect. user=${m.identifier(m.user())} ${m.keep('in /srv/f.php on line 8')}\n`,
  ),
  template(12, 'php-log', (m) =>
    m.keep(
      'PHP Notice:  session_start(): A session had already been started in /srv/x.php on line 3\nPHP Warning:  Cannot modify header information - headers already sent by (output started at /srv/x.php:1) in /srv/y.php on line 9\nPHP Warning:  Undefined property: stdClass::$access_token in /srv/x.php on line 12\nPHP Fatal error:  Uncaught Error: Call to undefined method App\\Models\\User::generateToken() in /srv/x.php:9\nPHP Warning:  openssl_decrypt(): IV passed is only 8 bytes long, cipher expects an IV of precisely 16 bytes in /srv/x.php on line 1\nPHP Warning:  Key pair is invalid in /srv/x.php on line 3\n[2026-03-14 09:26:53] production.WARNING: Token mismatch for session\n[2026-03-14 09:26:53] production.ERROR: The password field is required. (and 1 more error)\nPHP Fatal error:  Uncaught Symfony\\Component\\Security\\Core\\Exception\\BadCredentialsException: The presented password is invalid. in /srv/vendor/x.php:71\n',
    ),
  ),
];

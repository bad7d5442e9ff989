import { template, type Template } from './case.ts';
import { anyPassword, bare, internalHost, word } from './hard-values.ts';

const plain = (m: Parameters<Template['make']>[0]): string => bare(m).replaceAll(/['"\\]/g, 'x');

export const PHP_TRACE_TEMPLATES: readonly Template[] = [
  template(
    12,
    'php-log',
    (m) =>
      `[12-May-2024 10:11:12 Europe/Berlin] PHP Warning:  mysqli_connect(): ${m.keep('(HY000/1045): Access denied for user')} '${m.identifier(m.user())}'@'${m.identifier(m.ip())}' (using password: YES) in ${m.keep('/srv/app/lib/db.php on line 12')}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `PHP Fatal error:  Uncaught mysqli_sql_exception: Access denied\nStack trace:\n#0 /srv/app/db.php(12): mysqli_connect('${m.identifier(internalHost(m))}', '${m.identifier(m.user())}', '${m.secret(plain(m))}', 'shop')\n#1 /srv/app/index.php(3): ${m.keep("require_once('/srv/app/db.ph...')")}\n#2 {main}\n  ${m.keep('thrown in /srv/app/db.php on line 12')}\n`,
  ),
  template(
    12,
    'nginx-error-log',
    (m) =>
      `2024/05/12 10:11:12 [error] 31#31: *88 FastCGI sent in stderr: "PHP message: PHP Fatal error:  Uncaught PDOException: SQLSTATE[HY000] [2002] ${m.keep('Connection timed out')} in /srv/app/db.php:12\nStack trace:\n#0 /srv/app/db.php(12): PDO->__construct('mysql:host=10.0....', '${m.identifier(m.user())}', '${m.secret(anyPassword(m).replaceAll(/['"\\]/g, 'x'))}', Array)\n#1 {main}\n  thrown in /srv/app/db.php on line 12" ${m.keep('while reading response header from upstream')}, client: ${m.identifier(m.ip())}, server: ${m.identifier(m.host())}, request: "GET / HTTP/1.1"\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#3 /srv/vendor/doctrine/dbal/src/Driver/PDO/MySQL/Driver.php(28): ${m.keep('Doctrine\\DBAL\\Driver\\PDO\\MySQL\\Driver->connect(Array, ')}'${m.identifier(m.user())}', '${m.secret(plain(m))}', Array)\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#0 /srv/a.php(9): mysqli->real_connect('10.0.0.3', '${m.user()}', '${m.secret(m.alnum(12))}', 'db', 3306)\n#1 /srv/a.php(9): new mysqli('10.0.0.3', '${m.user()}', '${m.secret(word(m))}')\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#4 /srv/a.php(9): Redis->auth('${m.secret(m.alnum(12))}')\n#5 /srv/a.php(9): Redis->auth(Array)\n#6 ldap_bind(Resource id #3, 'cn=svc', '${m.secret(m.alnum(12))}')\n#7 /srv/a.php(2): ftp_login(Object(FTP\\Connection), '${m.identifier(m.user())}', '${m.secret(m.alnum(9))}')\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#1 /srv/a.php(8): imap_open('{${m.identifier(m.host())}:993/imap/ssl}INBOX', '${m.identifier(m.mail())}', '${m.secret(m.alnum(9))}')\n#2 /srv/a.php(8): ssh2_auth_password(Resource id #2, 'deploy', '${m.secret(m.alnum(9))}')\n#3 password_verify('${m.secret(m.alnum(9))}', '$2y$10$${m.secret(m.alnum(53))}')\n#4 hash_hmac('sha256', 'payload', '${m.secret(m.alnum(20))}')\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#5 /srv/app/src/Auth.php(31): App\\Auth->login('${m.identifier(m.mail())}', '${m.secret(m.alnum(10))}')\n#6 /srv/app/src/Auth.php(31): ${m.keep('App\\Http\\Kernel->handle(Object(Illuminate\\Http\\Request))')}\n#7 ${m.keep('Object(SensitiveParameterValue)')}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `[2024-05-12T10:11:12.000000+00:00] app.ERROR: login failed {"user":"${m.lower(7)}","password":"${m.secret(anyPassword(m).replaceAll(/["\\]/g, 'x'))}","${m.keep('exception":"[object] (RuntimeException(code: 0)')}"} []\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `[2024-05-12 10:11:12] production.ERROR: SQLSTATE[23000]: ${m.keep('Integrity constraint violation: 1062 Duplicate entry')} (SQL: insert into \`users\` (\`name\`, \`email\`, \`password\`, \`remember_token\`) values (x, ${m.identifier(m.mail())}, ${m.secret(`$2y$10$${m.alnum(53)}`)}, ${m.secret(m.alnum(60))}))\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `SQLSTATE[42S22]: Column not found (Connection: mysql, SQL: update \`users\` set \`password\` = ${m.secret(m.alnum(12))}, \`api_token\` = ${m.secret(m.alnum(60))} where \`id\` = ${m.keep('17')})\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `PHP Fatal error: Uncaught GuzzleHttp\\Exception\\ClientException: Client error: \`GET https://${m.identifier(m.host())}/v2/x?api_key=${m.secret(m.alnum(24))}\` resulted in a \`${m.keep('401 Unauthorized')}\` response:\n{"error":"bad key ${m.secrets.at(-1)}"}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `PHP Warning:  file_get_contents(https://${m.lower(4)}:${m.secret(m.alnum(14))}@${m.identifier(m.host())}/x): ${m.keep('Failed to open stream: HTTP request failed! HTTP/1.1 504 Gateway Timeout')}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `PHP Warning:  session_start(): open(/var/lib/php/sessions/${m.keep('sess_')}${m.secret(m.lowerDigits(26))}, O_RDWR) failed: ${m.keep('No space left on device (28)')}\n`,
  ),
  template(
    12,
    'fpm-slow-log',
    (m) =>
      `\n[12-May-2024 10:11:12]  [pool www] pid 7\nscript_filename = /srv/app/public/index.php\n${m.keep('[0x00007f1c2b2a1080] session_start() /srv/app/boot.php:31')}\n[0x00007f1c2b2a1010] connect('mysql:host=${m.identifier(internalHost(m))}') /srv/db.php:3\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `PHP Fatal error:  Uncaught Swift_TransportException: Failed to authenticate on SMTP server with username "${m.identifier(m.mail())}" using 2 possible authenticators. ${m.keep('Authenticator LOGIN returned Expected response code 250')}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `array(3) {\n  ["host"]=>\n  string(9) "${m.keep('127.0.0.1')}"\n  ["password"]=>\n  string(12) "${m.secret(m.alnum(12))}"\n}\nArray\n(\n    [user] => x\n    [api_key] => ${m.secret(m.alnum(20))}\n)\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `PHP message: {"message":"x","context":{"headers":{"authorization":["Bearer ${m.secret(m.alnum(33))}"],"${m.keep('accept":["*/*"]')}},"db":{"pass":"${m.secret(m.alnum(12))}"}}}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `PHP message: "{\\"client_secret\\":\\"${m.secret(m.alnum(30))}\\",\\"${m.keep('grant_type')}\\":\\"client_credentials\\"}"\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `CREATE USER '${m.identifier(m.user())}'@'%' IDENTIFIED BY '${m.secret(anyPassword(m).replaceAll(/['\\]/g, 'x'))}';\nALTER USER x WITH PASSWORD '${m.secret(m.alnum(9))}';\nGRANT ALL ON shop.* TO 'y'@'${m.identifier(m.ip())}' IDENTIFIED BY PASSWORD '*${m.secret(m.upper(40))}';\n${m.keep('SHOW PROCESSLIST;')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `INSERT INTO users (id, email, password, token) VALUES (7, '${m.identifier(m.mail())}', '${m.secret(m.alnum(18))}', '${m.secret(m.alnum(22))}');\n`,
  ),
  template(
    6,
    'htpasswd',
    (m) =>
      `${m.identifier(m.user())}:${m.secret(`$apr1$${m.alnum(8)}$${m.alnum(22)}`)}\n${m.identifier(m.user())}:${m.secret(`$2y$05$${m.alnum(53)}`)}\n${m.identifier(m.user())}:${m.secret(`$6$${m.alnum(16)}$${m.alnum(86)}`)}\n`,
  ),
  template(
    6,
    'htpasswd',
    (m) =>
      `# admins\n${m.identifier(m.user())}:{SHA}${m.secret(m.base64(20))}\n${m.identifier(m.user())}:{SSHA}${m.secret(m.base64(28))}\n${m.identifier(m.user())}:{PLAIN}${m.secret(word(m))}\n${m.identifier(m.user())}:${m.secret(m.alnum(13))}\n`,
  ),
  template(
    6,
    'unknown',
    (m) =>
      `$ cat /etc/nginx/.htpasswd\n${m.identifier(m.user())}:${m.secret(`$apr1$${m.alnum(8)}$${m.alnum(22)}`)}\n${m.identifier(m.user())}:${m.secret(`$5$rounds=5000$${m.alnum(16)}$${m.alnum(43)}`)}:comment\n`,
  ),
  template(
    6,
    'unknown',
    (m) =>
      `${m.identifier(m.user())}:${m.secret(`$6$${m.alnum(8)}$${m.alnum(86)}`)}:19500:0:99999:7:::\n${m.keep('www-data:*:19500:0:99999:7:::')}\n`,
  ),
  template(
    6,
    'unknown',
    (m) =>
      `the hash is ${m.secret(`$2b$12$${m.alnum(53)}`)} ${m.keep('and argon')} ${m.secret(`$argon2id$v=19$m=65536,t=4,p=1$${m.alnum(22)}$${m.alnum(43)}`)}\n`,
  ),
  template(6, 'htpasswd', (m) => `${m.identifier(m.mail())}:${m.secret(`$2y$10$${m.alnum(53)}`)}\r\n`),
];

import { template, type Template } from './case.ts';
import { anyPassword, marked, publicHost, word } from './hard-values.ts';

const quoteless = (text: string): string => text.replaceAll(/["'\\<>]/g, 'x');

/** Files and outputs of clients and servers around the stack: a secret stands there in a grammar of its own. */
export const CLIENT_FILE_TEMPLATES: readonly Template[] = [
  template(
    3,
    'unknown',
    (m) => `machine ${m.identifier(publicHost(m))} login ${m.lower(6)} password ${m.secret(m.alnum(12))}\n`,
  ),
  template(3, 'unknown', (m) => `${m.keep('10.0.0.5:5432:shop')}:${m.user()}:${m.secret(m.alnum(12))}\n`),
  template(
    3,
    'unknown',
    (m) =>
      `requirepass ${m.secret(word(m))}\nmasterauth ${m.secret(m.alnum(14))}\n${m.keep('maxmemory 256mb')}\n${m.keep('tcp-backlog 511')}\n`,
  ),
  template(3, 'unknown', (m) => `user app on >${m.secret(m.alnum(14))} ${m.keep('~* +@all')}\n`),
  template(
    3,
    'unknown',
    (m) =>
      `//registry.npmjs.org/:_authToken=${m.secret(m.uuid())}\n_password=${m.secret(m.base64(12))}\n${m.keep('always-auth=true')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `{"http-basic":{"${m.identifier(publicHost(m))}":{"username":"${m.user()}","password":"${m.secret(m.alnum(12))}"}},"gitlab-token":{"${m.identifier(publicHost(m))}":{"username":"x","token":"${m.secret(m.alnum(20))}"}}}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `account default\nhost ${m.identifier(publicHost(m))}\n${m.keep('port 587')}\nuser ${m.identifier(m.mail())}\npassword ${m.secret(m.alnum(12))}\n`,
  ),
  template(
    3,
    'unknown',
    (m) => `[${publicHost(m)}]:587 ${m.lower(7)}:${m.secret(m.alnum(12))}\n${m.keep('relayhost = ')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `1339518083.107412 [0 127.0.0.1:60866] "auth" "${m.secret(m.alnum(12))}"\n1339518083.2 [0 127.0.0.1:60866] ${m.keep('"get" "page:1"')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `127.0.0.1:6379> AUTH ${m.secret(m.alnum(12))}\n${m.keep('OK')}\n127.0.0.1:6379> AUTH app ${m.secret(m.alnum(12))}\n`,
  ),
  template(
    3,
    'unknown',
    (m) => `[client]\nuser=${m.identifier(m.user())}\npassword="${m.secret(marked(m))}"\n${m.keep('host=10.0.0.3')}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `PATH=/usr/bin\0DB_PASSWORD=${m.secret(m.alnum(9))}\0${m.keep('APP_ENV=prod')}\0API_TOKEN=${m.secret(m.alnum(20))}\0`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `Environment=DB_PASSWORD=${m.secret(m.alnum(9))} ${m.keep('APP_ENV=prod')} MAIL_PASS=${m.secret(m.alnum(9))}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `      DB_PASSWORD:        ${m.secret(word(m))}\n      ${m.keep('PHP_MEMORY_LIMIT:   256M')}\n      REDIS_AUTH:  ${m.secret(m.alnum(12))}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `ansible_ssh_pass: ${m.secret(word(m))}\nansible_become_password: '${m.secret(m.password())}'\nvault_db_pw: "${m.secret(m.alnum(9))}"\n${m.keep('ansible_user: root')}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `resource "x" "y" {\n  db_password = "${m.secret(m.alnum(9))}"\n  master_password    = "${m.secret(m.alnum(9))}"\n  ${m.keep('instance_class = "db.t3.micro"')}\n}\n`,
  ),
  template(
    9,
    'unknown',
    (m) =>
      `curl ${m.keep('-X POST')} -d 'user=x&password=${m.secret(m.alnum(9))}' --data-raw '{"password":"${m.secret(m.alnum(9))}","${m.keep('remember":true')}}' --oauth2-bearer ${m.secret(m.alnum(30))} --proxy-user ${m.lower(5)}:${m.secret(m.alnum(9))} --pass ${m.secret(m.alnum(9))} https://${m.identifier(publicHost(m))}/\n`,
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /s?q={%22password%22:%22${m.secret(m.alnum(10))}%22,%22page%22:2} HTTP/1.1" 200 1\n${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /s?f=%7B%22token%22%3A%22${m.secret(m.alnum(20))}%22%2C%22page%22%3A2%7D ${m.keep('HTTP/1.1" 200 1')}\n`,
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `${m.ip()} "POST /login HTTP/1.1" 200 body="{\\x22username\\x22:\\x22x\\x22,\\x22password\\x22:\\x22${m.secret(m.alnum(10))}\\x22,${m.keep('\\x22remember\\x22:true')}}"\n`,
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `{"request_body":"{\\"user\\":\\"x\\",\\"password\\":\\"${m.secret(quoteless(marked(m)))}\\",\\"otp\\":\\"${m.secret(m.digits(6))}\\"}","${m.keep('status":500')}}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `user|a:2:{s:5:"login";s:1:"x";s:8:"password";s:10:"${m.secret(m.alnum(10))}";${m.keep('s:4:"page";i:3;')}}csrf_token|s:32:"${m.secret(m.hex(32))}";\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `<soap:Body><ns1:login><ns1:user>x</ns1:user><ns1:password>${m.secret(quoteless(anyPassword(m)))}</ns1:password><${m.keep('page>2</page>')}<apiKey type="s">${m.secret(m.alnum(24))}</apiKey></ns1:login>\n<AWSAccessKeyId>${m.secret(`AKIA${m.upper(16)}`)}</AWSAccessKeyId><SecretAccessKey>${m.secret(m.base64(30))}</SecretAccessKey>\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `CLIENT -> SERVER: AUTH PLAIN ${m.secret(Buffer.from(`\0${m.user()}\0${m.alnum(9)}`).toString('base64'))}\nCLIENT -> SERVER: ${m.keep('EHLO localhost')}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `RedisException: ERR AUTH <password> called without any password ${m.keep('configured for the default user')}\n${m.keep('WRONGPASS invalid username-password pair or user is disabled.')}\n${m.keep('Invalid API Key provided: sk_live_********************')}abcd\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `array (\n  'host' => '127.0.0.1',\n  'password' => '${m.secret(m.alnum(9))}',\n  'options' => array ( 'passphrase' => '${m.secret(word(m))}' ),\n  ${m.keep("'timeout' => 5,")}\n)\nstdClass Object ( [token] => ${m.secret(m.alnum(20))} [${m.keep('page] => 2')} )\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#0 [internal function]: App\\Login->{closure}(Object(Request))\n#1 /srv/a.php(3): App\\Mailer->setPassword('${m.secret(m.alnum(9))}')\n#2 /srv/a.php(3): Illuminate\\Auth\\AuthManager->attempt(Array)\n#3 /srv/a.php(3): ${m.keep("App\\Http->get('https://api.stripe.com')")}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `SET PASSWORD FOR 'x'@'%' = PASSWORD('${m.secret(m.alnum(9))}');\nALTER USER 'x'@'%' IDENTIFIED WITH mysql_native_password BY '${m.secret(m.alnum(9))}';\nCREATE ROLE app LOGIN PASSWORD '${m.secret(m.alnum(9))}' ${m.keep('VALID UNTIL')} 'infinity';\nSELECT * FROM users WHERE email = '${m.identifier(m.mail())}' AND password = '${m.secret(m.hex(32))}' ${m.keep('LIMIT 1')};\nCHANGE MASTER TO MASTER_HOST='10.0.0.2', MASTER_PASSWORD='${m.secret(m.alnum(9))}';\n`,
  ),
  template(
    6,
    'unknown',
    (m) =>
      `htpasswd -b /etc/nginx/.htpasswd ${m.user()} ${m.secret(m.alnum(9))}\nopenssl passwd -apr1 ${m.secret(m.alnum(9))}\n${m.keep('htpasswd -c /etc/nginx/.htpasswd')} ${m.user()}\n`,
  ),
  template(
    20,
    'nginx-error-log',
    (m) =>
      `2024/05/12 10:11:12 [debug] 31#31: *88 fastcgi param: "REMOTE_USER: ${m.identifier(m.user())}"\n2024/05/12 10:11:12 [debug] 31#31: *88 http header: "X-Remote-User: ${m.identifier(m.user())}"\n2024/05/12 10:11:12 [debug] 31#31: *88 fastcgi param: "PHP_AUTH_USER: ${m.identifier(m.user())}"\n`,
  ),
  template(20, 'fpm', (m) => {
    const user = m.identifier(m.user());
    return `[${user}]\nlisten = /run/php/${user}.sock\nuser = ${user}\nchroot = /home/${user}\nprefix = /home/${user}/fpm\nphp_admin_value[error_log] = /home/${user}/log/php.log\n${m.keep('php_value[date.timezone] = Europe/Berlin')}\n`;
  }),
  template(20, 'fpm-status', (m) => {
    const pool = m.identifier(m.user());
    return `pool:                 ${pool}\n${m.keep('process manager:      dynamic')}\n{"pool":"${pool}","process manager":"static"}\nphpfpm_active_processes{pool="${pool}"} 3\n<pool>${pool}</pool>\n`;
  }),
  template(
    19,
    'unknown',
    (m) =>
      `an ${m.identifier(`jö${m.lower(4)}.${m.lower(5)}@${m.domain()}`)} und ${m.identifier(`${m.lower(5)}@${m.lower(4)}ä${m.lower(4)}.de`)} ${m.keep('wegen 502')}\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `server_name ${m.identifier(`${m.lower(4)}ü${m.lower(4)}.de`)} ${m.identifier(m.domain())};\n${m.keep('listen 80;')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `map "$http_x_api_key:$request_method" $ok {\n    default 0;\n    "${m.secret(m.alnum(24))}:GET" 1;\n    "~^${m.secret(m.alnum(24))}:" 1;\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `js_content app.handler;\n# const HMAC_SECRET = '${m.secret(m.alnum(24))}';\nr.headersOut['X-Api-Key'] = '${m.secret(m.alnum(24))}';\nr.headersOut["Set-Cookie"] = "sid=${m.secret(m.alnum(24))}; Path=/";\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `if ($arg_key !~ "^(${m.secret(m.alnum(16))}|${m.secret(m.alnum(16))})$") { ${m.keep('return 403;')} }\nset $expected "Bearer ${m.secret(m.alnum(24))}";\nproxy_set_header "Authorization" "Bearer ${m.secret(m.alnum(24))}";\nproxy_set_header 'X-Api-Key' '${m.secret(m.alnum(14))}';\n`,
  ),
];

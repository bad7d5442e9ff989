import { template, type Template } from './case.ts';

const secretNames = [
  'API_KEY',
  'DB_PASSWORD',
  'APP_SECRET',
  'JWT_SECRET',
  'STRIPE_SECRET',
  'REDIS_PASS',
  'AWS_SECRET_ACCESS_KEY',
  'MAIL_PASSWORD',
  'ENCRYPTION_KEY',
  'SESSION_TOKEN',
  'SMTP_PWD',
  'APP_KEY',
];

/** Classes 2 to 8, 13, 15 in configurations. */
export const CONFIG_TEMPLATES: readonly Template[] = [
  // 2 webhooks
  template(
    2,
    'fpm',
    (c) =>
      `env[SLACK_WEBHOOK_URL] = "https://${c.keep('hooks.slack.com')}/services/${c.secret(`T${c.upper(8)}/B${c.upper(8)}/${c.alnum(24)}`)}"\n`,
  ),
  template(
    2,
    'nginx',
    (c) =>
      `location = /notify { proxy_pass https://${c.keep('discord.com')}/api/webhooks/${c.secret(`${c.digits(18)}/${c.base64url(68)}`)}; }\n`,
  ),
  template(2, 'nginx', (c) => `location /hooks/${c.secret(c.alnum(32))} {\n  proxy_pass http://127.0.0.1:9000;\n}\n`),
  template(
    2,
    'unknown',
    (c) =>
      `POST https://${c.lower(7)}.webhook.office.com/webhookb2/${c.secret(`${c.uuid()}@${c.uuid()}/IncomingWebhook/${c.hex(32)}/${c.uuid()}`)} failed\n`,
  ),
  template(
    2,
    'nginx-access-log',
    (c) =>
      `192.0.2.1 - - [20/Nov/2026:10:00:00 +0000] "POST /hooks/${c.secret(c.alnum(24))} HTTP/1.1" 200 2 "-" "${c.keep('GitHub-Hookshot/a1b2c3d')}"\n`,
  ),
  // 3 connection strings
  template(
    3,
    'fpm',
    (c) =>
      `env[DATABASE_URL] = ${c.keep('mysql://')}${c.identifier(c.user())}:${c.secret(c.alnum(14))}@${c.identifier(`db-${c.lower(4)}.${c.domain()}`)}:${c.keep('3306')}/${c.keep('shopdata')}?${c.keep('charset=utf8mb4')}\n`,
  ),
  template(
    3,
    'fpm',
    (c) => `env[REDIS_URL] = "redis://:${c.secret(c.alnum(20))}@${c.identifier(`cache.${c.domain()}`)}:6379/0"\n`,
  ),
  template(
    3,
    'php-ini',
    (c) =>
      `session.save_path = "${c.keep('tcp://10.0.0.5:6379')}?auth=${c.secret(c.alnum(12))}&${c.keep('database=2')}"\n`,
  ),
  template(
    3,
    'php-ini',
    (c) => `session.save_path = "tcp://10.0.0.5:6379?auth[user]=default&auth[pass]=${c.secret(c.alnum(12))}"\n`,
  ),
  template(
    3,
    'php-ini',
    (c) => `session.save_path = "seed[]=10.0.0.5:7000&seed[]=10.0.0.6:7000&timeout=2&auth=${c.secret(c.alnum(12))}"\n`,
  ),
  template(
    3,
    'fpm',
    (c) =>
      `env[DSN] = "${c.keep('mysql:host=10.0.0.9')};dbname=shopdata;user=${c.identifier(c.user())};password=${c.secret(c.password())}"\n`,
  ),
  template(
    3,
    'php-log',
    (c) =>
      `[20-Nov-2026 10:00:01 UTC] connect ${c.keep('postgresql://')}${c.identifier(c.user())}:${c.secret(`${c.alnum(4)}%40${c.alnum(5)}`)}@${c.identifier(c.host())}:5432/app failed\n`,
  ),
  template(
    3,
    'unknown',
    (c) =>
      `DefaultEndpointsProtocol=https;AccountName=${c.keep('store')};AccountKey=${c.secret(c.base64(64))};EndpointSuffix=core.windows.net\n`,
  ),
  template(
    3,
    'unknown',
    (c) =>
      `Endpoint=sb://bus.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${c.secret(c.base64(32))}\n`,
  ),
  template(
    3,
    'fpm',
    (c) => `env[SENTRY_DSN] = https://${c.secret(c.hex(32))}@${c.keep('o')}123.ingest.sentry.io/456\n`,
  ),
  template(
    3,
    'nginx',
    (c) => `# ${c.keep('redis://127.0.0.1:6379/0')}\nset $backend "${c.keep('redis://127.0.0.1:6379/0')}";\n`,
  ),
  template(
    3,
    'unknown',
    (c) =>
      `MONGO=mongodb+srv://${c.identifier(c.user())}:${c.secret(c.alnum(18))}@${c.identifier(`cluster0.${c.lower(5)}.mongodb.net`)}/app?retryWrites=true\n`,
  ),
  template(3, 'unknown', (c) => `amqp://${c.identifier(c.user())}:${c.secret(c.alnum(11))}@10.1.2.3:5672/vhost\n`),
  // 4 headers
  ...['Authorization "Bearer', 'Authorization "Basic', 'Authorization "ApiKey'].map((head) =>
    template(
      4,
      'nginx',
      (c) =>
        `location /a {\n  proxy_set_header ${c.keep(head)} ${c.secret(c.alnum(24))}";\n  proxy_set_header Host ${c.keep('$host')};\n}\n`,
    ),
  ),
  template(4, 'nginx', (c) => `proxy_set_header X-Api-Key ${c.secret(c.password())};\n`),
  template(
    4,
    'nginx',
    (c) =>
      `fastcgi_param ${c.random.pick(secretNames)} "${c.secret(c.password())}";\nfastcgi_param SCRIPT_FILENAME ${c.keep('$document_root$fastcgi_script_name')};\n`,
  ),
  template(4, 'nginx', (c) => `uwsgi_param MY_TOKEN '${c.secret(c.password())}'; # ${c.keep('trailing remark')}\n`),
  template(4, 'nginx', (c) => `grpc_set_header X-Auth-Token "${c.secret(c.alnum(30))}";\n`),
  template(4, 'nginx', (c) => `add_header X-Internal-Secret ${c.secret(c.lower(10))} always;\n`),
  template(
    4,
    'nginx',
    (c) => `proxy_set_header Cookie "${c.keep('sid')}=${c.secret(c.alnum(26))}; ${c.keep('theme=dark')}";\n`,
  ),
  template(
    4,
    'nginx',
    (c) =>
      `proxy_set_header Authorization ${c.keep('$http_authorization')};\nproxy_set_header X-Token "${c.keep('$cookie_x')}";\nproxy_set_header Authorization ${c.keep('""')};\n`,
  ),
  template(
    4,
    'nginx',
    (c) =>
      `    #proxy_set_header Authorization "Basic ${c.secret(Buffer.from(`${c.lower(5)}:${c.alnum(9)}`).toString('base64'))}";\n    ${c.keep('proxy_read_timeout 60s;')}\n`,
  ),
  template(
    4,
    'nginx',
    (c) => `proxy_set_header X-Signature "${c.keep('$request_time')}:${c.secret(c.alnum(12))}:${c.keep('$uri')}";\n`,
  ),
  // 5 directives
  template(5, 'nginx', (c) => `location /p/ { secure_link_secret ${c.secret(c.lower(9))}; }\n`),
  template(
    5,
    'nginx',
    (c) => `secure_link_md5 "${c.keep('$secure_link_expires$uri$remote_addr')} ${c.secret(c.password())}";\n`,
  ),
  template(5, 'nginx', (c) => `set $api_token "${c.secret(c.password())}";\nset $limit_rate ${c.keep('512k')};\n`),
  template(5, 'nginx', (c) => `if ($http_x_api_key != "${c.secret(c.alnum(20))}") { return 403; }\n`),
  template(
    5,
    'nginx',
    (c) =>
      `if ($arg_token = ${c.secret(c.alnum(12))}) { return 204; }\nif ($request_method = ${c.keep('POST')}) { return 405; }\n`,
  ),
  template(
    5,
    'nginx',
    (c) => `if ($http_x_auth_token !~ "^(${c.secret(c.alnum(12))}|${c.secret(c.alnum(12))})$") { return 401; }\n`,
  ),
  template(
    5,
    'nginx',
    (c) =>
      `map $http_x_api_key $client {\n  default ${c.keep('""')};\n  "${c.secret(c.alnum(16))}" ${c.keep('alpha')};\n  ${c.secret(c.alnum(16))} ${c.keep('beta')};\n}\n`,
  ),
  template(5, 'nginx', (c) => `map $host $upstream_secret {\n  default "${c.secret(c.alnum(12))}";\n}\n`),
  template(
    5,
    'nginx',
    (c) => `ssl_certificate_key "engine:pkcs11:id_%01;object=web;pin-value=${c.secret(c.digits(6))}";\n`,
  ),
  template(
    5,
    'nginx',
    (c) => `encrypted_session_key ${c.secret(c.alnum(32))};\ntestcookie_secret ${c.secret(c.alnum(32))};\n`,
  ),
  template(
    5,
    'nginx',
    (c) =>
      `secure_link_hmac_secret "${c.secret(c.lower(14))}";\nssl_ciphers ${c.keep('ECDHE-ECDSA-AES128-GCM-SHA256:HIGH:!aNULL')};\n`,
  ),
  template(
    5,
    'nginx',
    (c) =>
      `ldap_server main { url ldap://10.0.0.2/dc=x; binddn "cn=svc"; binddn_passwd "${c.secret(c.password())}"; }\n`,
  ),
  template(
    5,
    'nginx',
    (c) => `postgres_server 10.0.0.4 dbname=app user=${c.identifier(c.user())} password=${c.secret(c.alnum(10))};\n`,
  ),
  template(
    5,
    'nginx',
    (c) => `redis2_query auth ${c.secret(c.alnum(10))};\naws_signing_key ${c.secret(c.base64(32))};\n`,
  ),
  template(
    5,
    'nginx',
    (c) =>
      `content_by_lua_block {\n  local red = require "resty.redis"\n  red:auth("${c.secret(c.alnum(11))}")\n  local jwt_secret = "${c.secret(c.alnum(13))}"\n  ${c.keep('ngx.say("ok")')}\n}\n`,
  ),
  template(
    5,
    'nginx',
    (c) => `sub_filter '</head>' '<script>var api_key="${c.secret(c.alnum(22))}"</script></head>';\n`,
  ),
  template(
    5,
    'nginx',
    (c) =>
      `rewrite ^/old$ /new?token=${c.secret(c.alnum(18))}&${c.keep('page=2')} permanent;\nreturn 302 /cb?api_key=${c.secret(c.alnum(18))};\n`,
  ),
  template(
    5,
    'nginx',
    (c) =>
      `ssl_certificate_key ${c.keep('/etc/ssl/private/site.key')};\nssl_password_file ${c.keep('/etc/keys/global.pass')};\nauth_basic_user_file ${c.keep('/etc/nginx/.htpasswd')};\nauth_basic "${c.keep('Restricted Area')}";\nproxy_cache_key ${c.keep('$scheme$proxy_host$request_uri')};\nlimit_req_zone ${c.keep('$binary_remote_addr zone=one:10m rate=1r/s')};\nserver_tokens ${c.keep('off')};\nssl_session_tickets ${c.keep('on')};\nauth_jwt_key_file ${c.keep('/etc/nginx/jwk.json')};\nfastcgi_cache_path /var/cache levels=1:2 ${c.keep('keys_zone=WORDPRESS:100m')};\n`,
  ),
  template(
    5,
    'nginx',
    (c) => `add_header Content-Security-Policy "script-src '${c.keep(`sha256-${c.base64(32)}`)}'";\n`,
  ),
  // 6 htpasswd
  template(
    6,
    'htpasswd',
    (c) =>
      `${c.identifier(c.user())}:${c.secret(`$apr1$${c.alnum(8)}$${c.alnum(22)}`)}\n${c.identifier(c.user())}:${c.secret(`$2y$10$${c.alnum(53)}`)}\n`,
  ),
  template(
    6,
    'htpasswd',
    (c) =>
      `${c.identifier(c.user())}:${c.secret(`{SHA}${c.base64(20)}`).slice(0)}\n${c.identifier(c.user())}:${c.secret(`$6$${c.alnum(16)}$${c.alnum(86)}`)}\n`,
  ),
  template(
    6,
    'htpasswd',
    (c) =>
      `${c.identifier(c.user())}:{PLAIN}${c.secret(c.password())}\n${c.identifier(c.user())}:${c.secret(c.alnum(13))}\n`,
  ),
  template(6, 'htpasswd', (c) => `# ${c.keep('staff')}\n${c.identifier(c.user())}:{SSHA}${c.secret(c.base64(24))}\n`),
  template(6, 'unknown', (c) => `${c.identifier(c.user())}:${c.secret(`$apr1$${c.alnum(8)}$${c.alnum(22)}`)}\n`),
  // 7 env
  ...secretNames.map((name) =>
    template(
      7,
      'fpm',
      (c) => `[www]\nenv[${c.keep(name)}] = ${c.secret(c.password().replace('!', ''))}\npm = ${c.keep('dynamic')}\n`,
    ),
  ),
  template(7, 'fpm', (c) => `;env[${c.keep('DB_PASSWORD')}] = '${c.secret(c.password())}'\n`),
  template(
    7,
    'fpm',
    (c) =>
      `php_admin_value[${c.keep('app.secret')}] = "${c.secret(c.password())}"\nphp_value[${c.keep('newrelic.license')}] = ${c.secret(c.hex(40))}\n`,
  ),
  template(
    7,
    'fpm',
    (c) =>
      `env[DB_PASSWORD_FILE] = ${c.keep('/run/secrets/db')}\nenv[TOKEN_TTL] = ${c.keep('3600')}\nenv[SESSION_DRIVER] = ${c.keep('redis')}\nenv[KEY_PREFIX] = ${c.keep('shop_')}\nenv[APP_SECRET] = ${c.keep('$APP_SECRET')}\nenv[JWT_SECRET] = ${c.keep('${JWT}')}\nenv[PASSWORD_LENGTH] = ${c.keep('12')}\nenv[API_KEY_PATH] = ${c.keep('/etc/keys/api')}\nenv[TOKEN_EXPIRY] = ${c.keep('86400')}\nenv[AUTH_TOKEN] = ${c.keep('null')}\nenv[DEBUG_TOKEN] = ${c.keep('false')}\n`,
  ),
  // 8 php.ini
  ...[
    'mysqli.default_pw',
    'ibase.default_password',
    'odbc.default_pw',
    'memcached.sess_sasl_password',
    'newrelic.license',
    'blackfire.server_token',
    'tideways.api_key',
    'elastic_apm.secret_token',
    'datadog.api_key',
    'suhosin.session.cryptkey',
    'sp.global.secret_key',
    'acme.secret',
    'acme.smtp.password',
  ].map((key) =>
    template(
      8,
      'php-ini',
      (c) =>
        `[PHP]\n${c.keep(key)} = ${c.random.pick(['"', ''])}${c.secret(c.alnum(14))}\n${c.keep('memory_limit = 128M')}\n`,
    ),
  ),
  template(
    8,
    'php-ini',
    (c) =>
      `pdo.dsn.main = "mysql:host=10.0.0.3;dbname=x;user=${c.identifier(c.user())};password=${c.secret(c.alnum(10))}"\n`,
  ),
  template(
    8,
    'php-ini',
    (c) => `sendmail_path = "/usr/sbin/ssmtp -t -au${c.identifier(c.user())} -ap${c.secret(c.alnum(10))}"\n`,
  ),
  template(8, 'php-ini', (c) => `sendmail_path = '/usr/bin/msmtp -t --passwordeval="echo ${c.secret(c.alnum(10))}"'\n`),
  template(
    8,
    'php-ini',
    (c) => `sendmail_path = /usr/bin/sendemail -f x -s smtp -xp ${c.secret(c.alnum(10))} -o tls=yes\n`,
  ),
  template(
    8,
    'php-ini',
    (c) =>
      `session.name = ${c.keep('PHPSESSID')}\nsession.sid_length = ${c.keep('26')}\nsession.sid_bits_per_character = ${c.keep('5')}\nsession.save_handler = ${c.keep('files')}\nmysqli.default_pw =\nopcache.memory_consumption = ${c.keep('128')}\ndisable_functions = ${c.keep('exec,passthru,shell_exec')}\nopcache.restrict_api = ${c.keep('/srv')}\nsession.hash_function = ${c.keep('sha256')}\n`,
  ),
];

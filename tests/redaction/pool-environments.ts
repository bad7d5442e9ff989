import { template, type Template } from './case.ts';
import { anyDomain, anyHost, fpm, inner } from './further-values.ts';

/** Environments and settings of pools. */
export const POOL_ENVIRONMENTS_TEMPLATES: readonly Template[] = [
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}env[DB_PASSWORD] = ${m.secret(m.alnum(12))}\nenv[APP_KEY] = "base64:${m.secret(m.base64(32))}"\nenv[DB_HOST] = ${m.identifier(inner(m))}\n${m.keep('env[APP_ENV] = production')}\n${m.keep('env[CACHE_DRIVER] = redis')}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')};env[MAILGUN_SECRET] = ${m.secret(`key-${m.hex(32)}`)}\n; env[STRIPE_KEY] = '${m.secret(m.alnum(20))}'\n;;env[FTP_PASS] = ${m.secret(m.lower(9))}\n${m.keep(';env[TMP] = /tmp')}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}env[WP_REDIS_PASSWORD] = ${m.secret(m.alnum(8))}\nenv[AUTH_KEY] = '${m.secret(m.alnum(64))}'\nenv[NONCE_SALT] = '${m.secret(m.alnum(64))}'\n${m.keep('env[WP_DEBUG] = false')}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}${m.keep('env[DB_PASSWORD_FILE] = /run/secrets/db')}\n${m.keep('env[JWT_TTL] = 3600')}\n${m.keep('env[TOKEN_EXPIRY] = 900')}\n${m.keep('env[KEY_PREFIX] = shop_')}\n${m.keep('env[PASSWORD_MIN_LENGTH] = 12')}\n${m.keep('env[SESSION_DRIVER] = redis')}\n${m.keep('env[SECRET] = $SECRET')}\n${m.keep('env[API_KEY] = ${API_KEY}')}\n${m.keep('env[JWT_PUBLIC_KEY_PATH] = /srv/jwt/public.pem')}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}php_admin_value[newrelic.license] = "${m.secret(m.hex(40))}"\n${m.keep('php_admin_value[newrelic.appname] = "shop"')}\nphp_value[session.save_path] = "tcp://${m.identifier(inner(m))}:6379?auth=${m.secret(m.alnum(14))}&database=2"\n${m.keep('php_value[session.save_handler] = redis')}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}php_admin_value[mysqli.default_pw] = ${m.secret(m.lowerDigits(10))}\nphp_admin_value[mysqli.default_user] = ${m.identifier(m.user())}\n;php_admin_value[blackfire.server_token] = ${m.secret(m.hex(64))}\n${m.keep('php_admin_flag[log_errors] = on')}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}php_value[session.save_path] = "tcp://127.0.0.1:6379?auth[user]=${m.identifier(m.user())}&auth[pass]=${m.secret(m.alnum(10))}&timeout=2"\nenv[MONGODB_URI] = "mongodb+srv://app:${m.secret(m.alnum(13))}@${m.identifier(`cluster0.${m.lower(5)}.mongodb.net`)}/shop?retryWrites=true"\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}env[RABBITMQ_URL]=amqp://guest:${m.secret(m.alnum(9))}@10.0.3.4:5672/%2f\nenv[ELASTIC_URL]="https://elastic:${m.secret(m.alnum(24))}@10.0.3.7:9200"\n${m.keep('env[QUEUE_CONNECTION]=rabbitmq')}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}env[SMTP_PASSWORD] = "${m.secret(`${m.alnum(4)};${m.alnum(4)}`)}" ; ${m.keep('mail relay')}\nenv[OLD_SECRET] = '${m.secret(`${m.alnum(4)} ${m.alnum(4)}`)}'\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}env[PIN] = ${m.secret(m.digits(6))}\nenv[ADMIN_PASSWORD] = ${m.secret(m.random.pick(['sommer', 'geheim', 'changeit', 's3cret', 'hallo123']))}\n${m.keep('env[PHP_INI_SCAN_DIR] = /etc/php/8.2/fpm/conf.d')}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}env[AZURE_STORAGE] = "DefaultEndpointsProtocol=https;AccountName=${m.lower(9)};AccountKey=${m.secret(m.base64(64))};EndpointSuffix=core.windows.net"\nenv[SERVICEBUS] = "Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${m.secret(m.base64(32))}"\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}env[S3_SECRET] = ${m.secret(m.base64(30).replaceAll('=', ''))}\nenv[S3_KEY] = ${m.secret(`AKIA${m.upper(16)}`)}\n${m.keep('env[S3_REGION] = eu-central-1')}\n${m.keep('env[S3_BUCKET] = media')}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}env[LDAP_BIND_PW] = ${m.secret(m.alnum(10))}\nenv[PGPASSWORD] = ${m.secret(m.alnum(10))}\nenv[MYSQL_PWD] = ${m.secret(m.alnum(10))}\nenv[REDISCLI_AUTH] = ${m.secret(m.alnum(10))}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}env[SLACK_WEBHOOK] = https://hooks.slack.com/services/${m.secret(`T${m.upper(9)}`)}/${m.secret(`B${m.upper(9)}`)}/${m.secret(m.alnum(24))}\nenv[TEAMS] = "https://${m.lower(6)}.webhook.office.com/webhookb2/${m.secret(m.uuid())}@${m.uuid()}/IncomingWebhook/${m.secret(m.hex(32))}/${m.uuid()}"\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}env[APP_URL] = https://${m.identifier(anyHost(m))}\nenv[ALLOWED_HOSTS] = ${m.identifier(anyHost(m))},${m.identifier(anyHost(m))}\nenv[ADMIN_EMAIL] = ${m.identifier(m.mail())}\n${m.keep('env[TZ] = Europe/Zurich')}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}env[JWT_PASSPHRASE] = ${m.secret(m.hex(64))}\nenv[CORS_ALLOW_ORIGIN] = '^https?://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?$'\n${m.keep('env[MESSENGER_TRANSPORT_DSN] = doctrine://default?auto_setup=0')}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}env['DB_PASSWORD'] = ${m.secret(m.alnum(11))}\nenv[TYPO3_ENC_KEY] = ${m.secret(m.hex(96))}\nenv[MAGENTO_CRYPT_KEY] = ${m.secret(m.hex(32))}\n${m.keep('env[MAGE_MODE] = production')}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}php_value[auth.pass] = ${m.secret(m.alnum(10))}\nphp_admin_value[soap.password] = "${m.secret(m.alnum(10))}"\nphp_admin_value[elastic_apm.api_key] = ${m.secret(m.base64(30))}\n${m.keep('php_admin_value[elastic_apm.service_name] = shop')}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}env[DB_URL] = 'pgsql://${m.lower(5)}:${m.secret(m.alnum(12))}@${m.identifier(m.ip())}:5432/app'\nenv[CACHE_URL] = "memcached://${m.identifier(inner(m))}:11211"\nenv[MAILER_DSN] = "smtp://${m.lower(5)}%40${m.identifier(anyDomain(m))}:${m.secret(m.alnum(10))}@${m.identifier(anyHost(m))}:587?encryption=tls"\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}env[PROXY_PASS] = ${m.secret(m.alnum(12))}\nenv[COMPOSER_AUTH] = '{"github-oauth":{"github.com":"${m.secret(`ghp_${m.alnum(36)}`)}"}}'\n${m.keep('env[APP_TIMEZONE] = UTC')}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${fpm('www')}env[DB_PASSWORD] = ${m.secret(m.random.pick(['postgres', 'letmein', 'qwerty', 'changeme', 'p4sswd']))}\nenv[DB_NAME] = shopdb\n${m.keep('env[DB_PORT] = 5432')}\n`,
  ),
  template(7, 'fpm', (m) =>
    m.keep(
      `${fpm('www')}env[APP_URL] = http://localhost\nenv[PATH] = /usr/local/bin:/usr/bin\nenv[TOKEN_ALGORITHM] = HS256\nenv[KEY_ROTATION] = 30\nenv[SESSION_SECURE_COOKIE] = true\nenv[PASSPORT_PRIVATE_KEY_PATH] = /srv/keys/oauth-private.key\nenv[SECRETS_PROVIDER] = vault\nenv[PASSWORD_HASHER] = bcrypt\nenv[API_KEY_HEADER] = X-Api-Key\n`,
    ),
  ),
];

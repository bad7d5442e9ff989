import { template, type Template } from './case.ts';
import { marked, word } from './hard-values.ts';

const SETTINGS = [
  'mysqli.default_pw',
  'ibase.default_password',
  'odbc.default_pw',
  'memcached.sess_sasl_password',
  'newrelic.license',
  'blackfire.server_token',
  'blackfire.agent_token',
  'tideways.api_key',
  'elastic_apm.secret_token',
  'elastic_apm.api_key',
  'datadog.api_key',
  'suhosin.cookie.cryptkey',
  'suhosin.session.cryptkey',
  'sp.global.secret_key',
  'acme.secret',
  'acme.db.password',
  'acme.apiKey',
  'swoole.ssl_passphrase',
];

export const PHP_SETTING_VALUE_TEMPLATES: readonly Template[] = [
  ...SETTINGS.flatMap((name) => [
    template(
      8,
      'php-ini',
      (m) =>
        `[PHP]\n${m.keep('memory_limit = 128M')}\n${m.keep(name)} = ${m.random.pick([() => m.secret(word(m)), () => `"${m.secret(marked(m))}"`, () => m.secret(m.hex(32)), () => `'${m.secret(m.password())}'`])()}\n${m.keep('post_max_size = 8M')}\n`,
    ),
    template(
      8,
      'php-info',
      (m) =>
        `${m.keep('memory_limit => 128M => 128M')}\n${m.keep(name)} => ${m.secret(m.alnum(12))} => ${m.alnum(3)}\n`,
    ),
  ]),
  template(
    8,
    'php-ini',
    (m) =>
      `pdo.dsn.shop = "mysql:host=${m.identifier(m.host())};dbname=shop;user=${m.user()};password=${m.secret(m.alnum(12))}"\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `sendmail_path = "${m.keep('/usr/sbin/sendmail -t -i -S')} ${m.identifier(m.host())}:587 -au${m.user()} -ap${m.secret(m.alnum(11))}"\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `sendmail_path = "${m.keep('/usr/bin/msmtp -t')} --host=${m.identifier(m.host())} --user=${m.user()} --passwordeval='echo ${m.secret(m.alnum(11))}'"\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `sendmail_path = /usr/bin/sendEmail -f ${m.identifier(m.mail())} -xu ${m.user()} -xp ${m.secret(m.alnum(11))} ${m.keep('-o tls=yes')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `;mysqli.default_pw = ${m.secret(m.alnum(9))}\n; newrelic.license="${m.secret(m.hex(40))}"\n${m.keep(';opcache.enable=1')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `${m.keep('session.name = PHPSESSID')}\n${m.keep('session.sid_length = 26')}\n${m.keep('session.sid_bits_per_character = 5')}\n${m.keep('session.save_handler = files')}\n${m.keep('mysqli.default_pw =')}\n${m.keep('opcache.file_cache = /var/tmp/opcache')}\n${m.keep('opcache.interned_strings_buffer=16')}\n${m.keep('disable_functions = exec,passthru,shell_exec,system')}\n${m.keep('session.use_strict_mode = 0')}\n${m.keep('session.trans_sid_tags = "a=href,area=href,frame=src,form="')}\n${m.keep('session.upload_progress.prefix = "upload_progress_"')}\n${m.keep('zend.assertions = -1')}\n${m.keep('tideways.sample_rate = 25')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `session.save_path = "${m.keep('5;0600;/var/lib/php/sessions')}"\n${m.keep('session.cookie_secure = On')}\n${m.keep('openssl.cafile = /etc/ssl/ca.pem')}\n${m.keep('curl.cainfo = "/etc/ssl/ca.pem"')}\n`,
  ),
  template(
    8,
    'php-info',
    (m) =>
      `${m.keep('session.save_path')} => tcp://10.0.0.2:6379?auth=${m.secret(m.alnum(12))} => tcp://10.0.0.2:6379?auth=${m.alnum(1)}\n`,
  ),
  template(
    8,
    'php-info',
    (m) =>
      `Environment\n\nVariable => Value\n${m.keep('PATH => /usr/bin')}\nDB_PASSWORD => ${m.secret(word(m))}\n\nPHP Variables\n\nVariable => Value\n$_SERVER['DB_PASSWORD'] => ${m.secret(m.alnum(9))}\n$_ENV['API_TOKEN'] => ${m.secret(m.alnum(12))}\n$_SERVER['argc'] => ${m.keep('0')}\n`,
  ),
  template(
    8,
    'php-info',
    (m) =>
      `$_COOKIE['PHPSESSID'] => ${m.secret(m.lowerDigits(26))}\n$_SERVER['HTTP_COOKIE'] => PHPSESSID=${m.secret(m.lowerDigits(26))}; ${m.keep('theme=dark')}\n$_SERVER['PHP_AUTH_PW'] => ${m.secret(m.alnum(9))}\n$_SERVER['HTTP_AUTHORIZATION'] => Bearer ${m.secret(m.alnum(33))}\n$_SERVER['REMOTE_ADDR'] => ${m.identifier(m.ip())}\n$_SERVER['SERVER_NAME'] => ${m.identifier(m.host())}\n`,
  ),
];

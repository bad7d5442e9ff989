import { template, type Template } from './case.ts';
import { anyPassword, marked, secretKey, word } from './hard-values.ts';

export const POOL_VALUE_TEMPLATES: readonly Template[] = [
  ...Array.from({ length: 14 }, () =>
    template(
      7,
      'fpm',
      (m) =>
        `[www]\n${m.keep('pm = dynamic')}\nenv[${m.keep(secretKey(m))}] = ${m.random.pick([() => m.secret(word(m)), () => `"${m.secret(marked(m))}"`, () => `'${m.secret(m.password())}'`, () => m.secret(m.alnum(18))])()}\n${m.keep('pm.max_children = 20')}\n`,
    ),
  ),
  ...Array.from({ length: 10 }, () =>
    template(
      7,
      'unknown',
      (m) =>
        `# .env\n${m.keep('APP_ENV=production')}\n${m.random.pick(['', 'export '])}${m.keep(secretKey(m))}=${m.random.pick([() => m.secret(anyPassword(m)), () => `"${m.secret(marked(m))}"`, () => `'${m.secret(m.password())}'`])()}\n${m.keep('APP_DEBUG=false')}\n`,
    ),
  ),
  ...Array.from({ length: 6 }, () =>
    template(
      7,
      'unknown',
      (m) =>
        `services:\n  php:\n    environment:\n      ${m.keep(secretKey(m))}: ${m.random.pick([() => m.secret(anyPassword(m)), () => `"${m.secret(m.alnum(12))}"`])()}\n      ${m.keep('PHP_MEMORY_LIMIT: 256M')}\n`,
    ),
  ),
  ...Array.from({ length: 4 }, () =>
    template(
      7,
      'unknown',
      (m) =>
        `      - ${m.keep(secretKey(m))}=${m.secret(anyPassword(m))}\n      - ${m.keep('PHP_FPM_PM_MAX_CHILDREN=20')}\n`,
    ),
  ),
  template(
    7,
    'fpm',
    (m) =>
      `;env[DB_PASSWORD] = ${m.secret(m.alnum(12))}\n; env[SMTP_PASS] = "${m.secret(word(m))}"\n#env[API_KEY]=${m.secret(m.alnum(22))}\n${m.keep(';env[PATH] = /usr/local/bin:/usr/bin:/bin')}\n${m.keep(';env[TMP] = /tmp')}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `php_admin_value[newrelic.license] = "${m.secret(m.hex(40))}"\nphp_value[mysqli.default_pw] = ${m.secret(word(m))}\n;php_admin_value[mysqli.default_pw] = ${m.secret(m.alnum(9))}\n${m.keep('php_admin_flag[log_errors] = on')}\n${m.keep('php_admin_value[memory_limit] = 128M')}\n`,
  ),
  template(7, 'fpm', (m) => `env[DB_PASS]=${m.secret(word(m))}\r\n${m.keep('pm = ondemand\r\n')}`),
  template(7, 'fpm', (m) => `env[DB_PASS]\t=\t${m.secret(m.alnum(3))}\n`),
  template(
    7,
    'fpm',
    (m) =>
      `env[STRIPE_KEY] = ${m.secret(`sk_test_${m.alnum(24)}`)}\nenv[RECAPTCHA_SECRET] = ${m.secret(`6L${m.alnum(38)}`)}\n`,
  ),
  template(
    7,
    'fpm',
    (m) =>
      `${m.keep('env[DB_PASSWORD_FILE] = /run/secrets/db_pw')}\n${m.keep('env[JWT_KEY_PATH] = /etc/keys/jwt.pem')}\n${m.keep('env[TOKEN_TTL] = 3600')}\n${m.keep('env[PASSWORD_EXPIRY] = 90')}\n${m.keep('env[SESSION_DRIVER] = redis')}\n${m.keep('env[CACHE_KEY_PREFIX] = shop')}\n${m.keep('env[PASSWORD_MIN_LENGTH] = 12')}\n${m.keep('env[DB_PASSWORD] = $DB_PASSWORD')}\n${m.keep('env[API_KEY] = ${API_KEY}')}\n${m.keep('env[HOSTNAME] = $HOSTNAME')}\n${m.keep('env[AUTH_ENABLED] = true')}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `${m.keep('DB_PASSWORD=${DB_PASSWORD:-}')}\n${m.keep('DB_PASSWORD=')}\n${m.keep('API_KEY=null')}\n${m.keep('TOKEN_LIFETIME=900')}\n${m.keep('PASSWORD_HASHER=bcrypt')}\n${m.keep('JWT_ALGORITHM=RS256')}\n${m.keep('SECRET_MANAGER=vault')}\n${m.keep('KEY_LENGTH=2048')}\n${m.keep('TOKENIZER=gpt2')}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  ${m.keep('name: php-env')}\ndata:\n  DB_PASSWORD: ${m.secret(Buffer.from(m.alnum(14)).toString('base64'))}\n  apiToken: ${m.secret(Buffer.from(m.alnum(20)).toString('base64'))}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `        - ${m.keep('name: DB_PASSWORD')}\n          value: "${m.secret(word(m))}"\n        - ${m.keep('name: PHP_OPCACHE_ENABLE')}\n          ${m.keep('value: "1"')}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `$ docker inspect php | jq .[0].Config.Env\n[\n  "DB_PASSWORD=${m.secret(marked(m).replaceAll(/["'\\]/g, ''))}",\n  ${m.keep('"PHP_VERSION=8.2.18"')},\n  ${m.keep('"GPG_KEYS=39B641343D8C104B2B146DC3F9C39DC0B9698544 E60913E4DF209907D8E30D96659A97C9CF2A795A"')}\n]\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `docker run ${m.keep('-d --name php')} -e DB_PASSWORD=${m.secret(m.alnum(10))} -e "MAIL_PASSWORD=${m.secret(m.alnum(10))}" ${m.keep('--memory 512m php:8.2-fpm')}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `define( 'DB_PASSWORD', '${m.secret(anyPassword(m))}' );\ndefine('AUTH_KEY',         '${m.secret(`${m.alnum(20)}|${m.alnum(10)}%&${m.alnum(20)}`)}');\n${m.keep("define( 'WP_DEBUG', false );")}\n$table_prefix = 'wp_';\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `    'mysql' => [\n        'host' => env('DB_HOST', '127.0.0.1'),\n        'password' => env('DB_PASSWORD', '${m.secret(m.alnum(10))}'),\n        'secret' => '${m.secret(m.alnum(10))}',\n        ${m.keep("'charset' => 'utf8mb4'")},\n    ],\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `$config["db"]["password"] = "${m.secret(m.alnum(10))}";\n$cfg['blowfish_secret'] = '${m.secret(m.alnum(32))}';\n$databases['default']['default'] = array ( 'password' => '${m.secret(word(m))}', ${m.keep("'port' => '3306'")} );\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `[Service]\nEnvironment=DB_PASSWORD=${m.secret(m.alnum(10))}\nEnvironment="API_TOKEN=${m.secret(m.alnum(20))}" "${m.keep('TZ=UTC')}"\n${m.keep('LimitNOFILE=65535')}\n`,
  ),
  template(7, 'unknown', (m) =>
    `DB_PASSWORD=${m.secret('correct horse battery')}\n${m.keep('DB_PORT=3306')}\n`.replaceAll(
      'correct horse battery',
      'correcthorse',
    ),
  ),
  template(7, 'unknown', (m) => {
    const user = m.user();
    m.secrets.push(user);
    return `DB_USERNAME=${user}\nDB_PASSWORD=${user}\n${m.keep('DB_CONNECTION=mysql')}\n`;
  }),
  template(7, 'unknown', (m) => `${m.keep('LOG_CHANNEL=stack')}\nAPP_KEY=base64:${m.secret(m.base64(32))}\n`),
  template(7, 'unknown', (m) => `${m.keep('LOG_CHANNEL=stack')}\nMAIL_PASSWORD=${m.secret(m.alnum(8))}`),
  template(
    7,
    'unknown',
    (m) =>
      `set DB_PASSWORD=${m.secret(m.alnum(8))}\n$env:API_SECRET = "${m.secret(m.alnum(18))}"\nfastcgi_param_DB_PASS => ${m.secret(m.alnum(8))}\n`,
  ),
];

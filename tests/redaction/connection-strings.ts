import { template, type Case, type Template } from './case.ts';
import { anyPassword, bare, internalHost, word } from './hard-values.ts';

const plain = (m: Case): string => m.random.pick([() => m.alnum(14), () => word(m), () => m.password()])();

export const CONNECTION_STRING_TEMPLATES: readonly Template[] = [
  ...[
    ['mysql', 3306],
    ['postgres', 5432],
    ['postgresql', 6432],
    ['mongodb', 27017],
    ['amqp', 5672],
    ['amqps', 5671],
    ['rediss', 6380],
    ['ftp', 21],
    ['sftp', 22],
    ['ldap', 389],
    ['smtp', 587],
    ['clickhouse', 9000],
    ['mssql', 1433],
    ['nats', 4222],
    ['imap', 993],
  ].map(([scheme, port]) =>
    template(
      3,
      'unknown',
      (m) =>
        `DATABASE_URL=${m.keep(`${String(scheme)}://`)}${m.identifier(m.user())}:${m.secret(plain(m))}@${m.identifier(internalHost(m))}${m.keep(`:${String(port)}/shop?timeout=3`)}\n`,
    ),
  ),
  template(
    3,
    'fpm',
    (m) =>
      `env[DATABASE_URL] = "${m.keep('mysql://')}${m.user()}:${m.secret(`${m.alnum(4)}%40${m.alnum(3)}%23${m.alnum(4)}`)}@${m.identifier(internalHost(m))}:3306/app${m.keep('?serverVersion=8.0&charset=utf8mb4')}"\n`,
  ),
  template(3, 'fpm', (m) => `env[REDIS_URL] = redis://:${m.secret(plain(m))}@${m.keep('127.0.0.1:6379/0')}\n`),
  template(
    3,
    'unknown',
    (m) =>
      `MONGO=mongodb+srv://${m.user()}:${m.secret(m.alnum(16))}@cluster0.${m.lowerDigits(5)}.mongodb.net/${m.keep('app?retryWrites=true&w=majority')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `MAILER_DSN=smtp://${m.lower(5)}%40${m.domain()}:${m.secret(plain(m))}@${m.identifier(m.host())}:587${m.keep('?encryption=tls')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) => `DB=postgres://${m.user()}:${m.secret(`${m.alnum(4)}@${m.alnum(4)}`)}@db:5432/${m.keep('app')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) => `DB=postgres://${m.user()}:${m.secret(`${m.alnum(4)}:${m.alnum(4)}`)}@db:5432/app ${m.keep('# main')}\n`,
  ),
  template(
    3,
    'php-log',
    (m) =>
      `PHP Fatal error:  Uncaught PDOException: ${m.keep('SQLSTATE[HY000] [1045] Access denied for user')} '${m.identifier(m.user())}'@'${m.identifier(m.ip())}' ${m.keep('(using password: YES)')} in /srv/app/db.php:12\nStack trace:\n#0 /srv/app/db.php(12): PDO->__construct('mysql:host=${m.identifier(internalHost(m))};dbname=shop', '${m.user()}', '${m.secret(plain(m))}')\n${m.keep('#1 {main}')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `$pdo = new PDO("${m.keep('mysql:host=')}${m.identifier(internalHost(m))};port=3306;dbname=x;user=${m.user()};password=${m.secret(plain(m))}");\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `pgsql:host=${m.identifier(internalHost(m))} ${m.keep('port=5432 dbname=x')} user=${m.identifier(m.user())} password=${m.secret(plain(m))} ${m.keep('sslmode=require')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `pg_connect("host=${m.identifier(m.ip())} dbname=x user=${m.user()} password='${m.secret(`${m.alnum(4)} ${m.alnum(6)}`)}' connect_timeout=3")\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `sqlsrv:Server=${m.identifier(internalHost(m))},1433;Database=shop;UID=${m.user()};PWD=${m.secret(plain(m))}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `ConnectionString="Server=tcp:${m.lower(6)}.database.windows.net,1433;${m.keep('Initial Catalog=shop')};User ID=${m.user()};Password=${m.secret(plain(m))};${m.keep('Encrypt=True;Connection Timeout=30;')}"\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `jdbc:mysql://${m.identifier(internalHost(m))}:3306/shop?user=${m.identifier(m.user())}&password=${m.secret(plain(m))}&${m.keep('useSSL=false')}\n`,
  ),
  template(
    3,
    'php-ini',
    (m) =>
      `session.save_path = "${m.keep('tcp://')}${m.identifier(internalHost(m))}${m.keep(':6379?')}auth=${m.secret(plain(m))}&${m.keep('database=2&timeout=2.5')}"\n`,
  ),
  template(
    3,
    'php-ini',
    (m) =>
      `session.save_path = "tcp://${m.keep('10.0.3.4:6379')}?weight=1&auth[user]=${m.lower(7)}&auth[pass]=${m.secret(plain(m))}"\n`,
  ),
  template(
    3,
    'php-ini',
    (m) => `session.save_path = "tcp://10.0.3.4:6379?auth[]=${m.lower(7)}&auth[]=${m.secret(m.alnum(15))}"\n`,
  ),
  template(
    3,
    'php-ini',
    (m) =>
      `session.save_path = "seed[]=${m.identifier(internalHost(m))}:6379&seed[]=10.1.1.2:6379&${m.keep('timeout=2&read_timeout=2&failover=error')}&auth=${m.secret(plain(m))}"\n`,
  ),
  template(
    3,
    'php-ini',
    (m) =>
      `session.save_path = "unix:///run/redis/redis.sock?persistent=1&auth=${m.secret(plain(m))}${m.keep('&database=1')}"\n`,
  ),
  template(
    3,
    'fpm',
    (m) =>
      `php_value[session.save_path] = "tcp://10.2.3.4:6379?auth=${m.secret(bare(m).replaceAll(/[+/=&@]/g, '%2B'))}&${m.keep('prefix=PHPSESS_')}"\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `AZURE_STORAGE=${m.keep('DefaultEndpointsProtocol=https;AccountName=')}shop;AccountKey=${m.secret(m.base64(64))};EndpointSuffix=core.windows.net\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `Endpoint=sb://${m.lower(7)}.servicebus.windows.net/;${m.keep('SharedAccessKeyName=')}RootManage;SharedAccessKey=${m.secret(m.base64(32))}\n`,
  ),
  template(
    3,
    'unknown',
    (m) => `SENTRY_DSN=https://${m.secret(m.hex(32))}@o${m.digits(6)}.${m.keep('ingest.sentry.io/')}${m.digits(7)}\n`,
  ),
  template(3, 'fpm', (m) => `env[SENTRY_LARAVEL_DSN] = https://${m.secret(m.hex(32))}@${m.identifier(m.host())}/4\n`),
  template(
    3,
    'unknown',
    (m) => `dsn: 'https://${m.secret(m.hex(32))}:${m.secret(m.hex(32))}@sentry.io/${m.digits(6)}'\n`,
  ),
  template(
    3,
    'nginx',
    (m) =>
      `    proxy_pass ${m.keep('https://')}${m.user()}:${m.secret(m.alnum(12))}@${m.identifier(internalHost(m))}${m.keep(':8443/api/')};\n`,
  ),
  template(
    3,
    'unknown',
    (m) => `git clone https://x-access-token:${m.secret(m.alnum(30))}@${m.keep('github.com')}/acme/app.git\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `git remote -v\norigin\thttps://oauth2:${m.secret(m.base64url(22))}@${m.identifier(m.host())}/acme/app.git ${m.keep('(fetch)')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `http_proxy=http://${m.user()}:${m.secret(plain(m))}@${m.identifier(internalHost(m))}:3128/ ${m.keep('composer install')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) => `${m.keep('redis-cli -h 10.0.0.3')} -a ${m.secret(plain(m))} ${m.keep('info clients')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `${m.keep('mysql -h 10.0.0.3')} -u ${m.identifier(m.user())} -p${m.secret(m.alnum(10))} ${m.keep('shop')} < dump.sql\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `mysqldump --user=${m.identifier(m.user())} --password=${m.secret(plain(m))} ${m.keep('--single-transaction')} shop\n`,
  ),
  template(
    3,
    'unknown',
    (m) => `PGPASSWORD=${m.secret(plain(m))} ${m.keep('psql -h 10.0.0.9 -U')} ${m.identifier(m.user())} shop\n`,
  ),
  template(
    3,
    'unknown',
    (m) => `MYSQL_PWD='${m.secret(`${m.alnum(5)} ${m.alnum(5)}`)}' ${m.keep('mysqladmin processlist')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) => `curl -u ${m.user()}:${m.secret(m.alnum(10))} ${m.keep('https://')}${m.identifier(m.host())}/status\n`,
  ),
  template(
    3,
    'unknown',
    (m) => `curl --user '${m.user()}:${m.secret(anyPassword(m))}' -I https://${m.identifier(m.host())}/\n`,
  ),
  template(
    3,
    'unknown',
    (m) => `wget --http-user=${m.user()} --http-password=${m.secret(plain(m))} https://${m.identifier(m.host())}/a\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `sshpass -p ${m.secret(plain(m))} ssh ${m.identifier(m.user())}@${m.identifier(internalHost(m))} ${m.keep('uptime')}\n`,
  ),
  template(
    3,
    'processes',
    (m) =>
      `root 881 0.0 0.1 1 1 ? S 09:00 0:00 ${m.keep('mysqld_exporter')} --mysqld.username=exp --password ${m.secret(m.alnum(11))}\n`,
  ),
  template(
    3,
    'processes',
    (m) =>
      `app 91 0.0 0.1 1 1 ? S 09:00 0:00 ${m.keep('php artisan')} queue:work redis://:${m.secret(m.alnum(11))}@cache:6379\n`,
  ),
  template(
    3,
    'php-log',
    (m) =>
      `[12-May-2024 10:11:12 UTC] PHP Warning:  session_start(): ${m.keep('Failed to read session data: redis (path: tcp://')}${m.identifier(internalHost(m))}:6379?auth=${m.secret(m.alnum(13))}&database=1) in /srv/x.php on line 4\n`,
  ),
  template(3, 'unknown', (m) => m.keep('redis://127.0.0.1:6379/0') + '\n' + m.keep('redis://cache:6379') + '\n'),
  template(3, 'unknown', (m) => `DB_DSN=mysql://root:${m.secret('root' + m.digits(1))}@localhost/${m.keep('app')}\n`),
  template(
    3,
    'unknown',
    (m) =>
      `  url: postgresql://${m.user()}:\${DB_PASSWORD}@db/app ${m.keep('# from the vault')}\n  password: ${m.secret(m.alnum(9))}\n`,
  ),
];

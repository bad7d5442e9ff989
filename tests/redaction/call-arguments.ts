import { template, type Template } from './case.ts';
import { anyHost, inner } from './further-values.ts';

/** Arguments in stack traces. */
export const CALL_ARGUMENTS_TEMPLATES: readonly Template[] = [
  template(
    12,
    'php-log',
    (m) =>
      `[14-Mar-2026 09:26:53 UTC] PHP Fatal error:  Uncaught mysqli_sql_exception: Access denied for user '${m.identifier(m.user())}'@'${m.identifier(inner(m))}' (using password: YES) in /srv/www/includes/db.php:31\nStack trace:\n#0 /srv/www/includes/db.php(31): mysqli->__construct('${m.identifier(inner(m))}', '${m.identifier(m.user())}', '${m.secret(m.alnum(12))}', 'shop', 3306)\n#1 /srv/www/index.php(4): require_once('/srv/www/includ...')\n#2 ${m.keep('{main}')}\n  thrown in /srv/www/includes/db.php on line 31\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#3 /srv/app/vendor/doctrine/dbal/src/Driver/PDO/MySQL/Driver.php(33): Doctrine\\DBAL\\Driver\\PDO\\MySQL\\Driver->connect(Array, '${m.identifier(m.user())}', '${m.secret(m.alnum(14))}', Array)\n#4 ${m.keep('/srv/app/vendor/doctrine/dbal/src/Connection.php(373): Doctrine\\DBAL\\Connection->connect()')}\n#5 /srv/app/x.php(3): pg_connect('host=${m.identifier(inner(m))} port=5432 dbname=shop user=app password=${m.secret(m.alnum(10))}')\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#0 /srv/a.php(7): ftp_login(Resource id #4, '${m.identifier(m.user())}', '${m.secret(m.alnum(9))}')\n#1 /srv/a.php(8): ldap_bind(Object(LDAP\\Connection), 'cn=admin,dc=acme', '${m.secret(m.alnum(9))}')\n#2 /srv/a.php(9): imap_open('{${m.identifier(anyHost(m))}:993/imap/ssl}INBOX', '${m.identifier(m.mail())}', '${m.secret(m.alnum(9))}')\n#3 /srv/a.php(10): ${m.keep("in_array('x', Array)")}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#0 /srv/a.php(7): password_verify('${m.secret(m.alnum(9))}', '${m.secret(`$2y$10$${m.alnum(8)}`)}...')\n#1 /srv/a.php(8): hash_hmac('${m.keep('sha256')}', 'payload', '${m.secret(m.alnum(14))}')\n#2 /srv/a.php(9): openssl_encrypt('data', '${m.keep('aes-256-cbc')}', '${m.secret(m.alnum(14))}', 0, 'iv')\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#0 /srv/a.php(7): Redis->auth('${m.secret(m.alnum(12))}')\n#1 /srv/a.php(8): Memcached->setSaslAuthData('${m.identifier(m.user())}', '${m.secret(m.alnum(12))}')\n#2 /srv/a.php(9): ssh2_auth_password(Resource id #3, '${m.identifier(m.user())}', '${m.secret(m.alnum(12))}')\n#3 /srv/a.php(10): ${m.keep('App\\Kernel->boot()')}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#5 /srv/app/src/Shop.php(91): connect_erp('${m.identifier(inner(m))}', '${m.identifier(m.user())}', '${m.secret(m.alnum(12))}')\n#6 /srv/app/src/Shop.php(92): db_connect('localhost', '${m.identifier(m.user())}', '${m.secret(m.alnum(10))}', 'shop')\n#7 /srv/app/src/Shop.php(93): ${m.keep("Shop->render('cart', Array)")}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `[2026-03-14T09:26:53.1+00:00] main.CRITICAL: Exception message: SQLSTATE[HY000] [1045] Access denied for user '${m.identifier(m.user())}'@'${m.identifier(inner(m))}' (using password: YES) Trace: <pre>#1 PDO->__construct('mysql:host=${m.identifier(inner(m))};dbname=magento', '${m.identifier(m.user())}', '${m.secret(m.alnum(12))}', array(5)) called at [vendor/magento/zendframework1/library/Zend/Db/Adapter/Pdo/Abstract.php:128]\n#2 ${m.keep('Zend_Db_Adapter_Pdo_Abstract->_connect() called at')} [x.php:111]</pre>\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `PHP Deprecated:  ${m.keep('Creation of dynamic property WC_Order::$api_secret is deprecated in /srv/wp/plugin.php on line 44')}\n${m.keep('PHP Warning:  Undefined variable $password in /srv/login.php on line 4')}\n${m.keep("PHP Fatal error:  Uncaught Error: Class 'Acme\\Auth\\TokenStorage' not found in /srv/x.php:9")}\n${m.keep('#0 /srv/x.php(9): Acme\\Auth\\TokenStorage->getToken()')}\n${m.keep('#1 /srv/x.php(10): Acme\\Auth\\PasswordHasher->hash(Object(SensitiveParameterValue))')}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `PHP Fatal error:  Uncaught RedisException: WRONGPASS in /srv/x.php:4\nStack trace:\n#0 /srv/x.php(4): Redis->auth(Array)\n#1 /srv/x.php(9): RedisCluster->__construct(NULL, Array, 1.5, 1.5, true, '${m.secret(m.alnum(12))}')\n#2 ${m.keep('{main}')}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#1 /srv/x.php(9): Predis\\Client->__construct('tcp://${m.identifier(inner(m))}:6379?password=${m.secret(m.alnum(12))}')\n#2 /srv/x.php(9): MongoDB\\Client->__construct('mongodb://u:${m.secret(m.alnum(8))}@10.0.0.2')\n#3 /srv/x.php(9): ${m.keep("App->get('cache')")}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#1 /srv/x.php(9): PHPMailer\\PHPMailer\\SMTP->authenticate('${m.identifier(m.mail())}', '${m.secret(m.alnum(9))}', 'LOGIN', NULL)\n#2 /srv/x.php(3): User::findByCredentials('${m.identifier(m.mail())}', '${m.secret(m.alnum(8))}')\n#3 /srv/x.php(3): ${m.keep("sprintf('%s: %d', 'a', 3)")}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#4 /var/www/html/wp-includes/user.php(106): wp_authenticate('${m.identifier(m.user())}', '${m.secret(m.alnum(9))}')\n#5 /var/www/html/wp-includes/pluggable.php(600): apply_filters('authenticate', NULL, 'x')\n#6 /var/www/html/wp-login.php(1288): wp_signon(Array, true)\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#0 /srv/x.php(9): SoapClient->__soapCall('Login', Array)\n#1 /srv/x.php(9): App\\Erp\\Client->loginToErp('${m.identifier(m.user())}', '${m.secret(m.alnum(10))}')\n#2 /srv/x.php(9): openDbConnection('${m.identifier(inner(m))}', '${m.identifier(m.user())}', '${m.secret(m.alnum(10))}')\n`,
  ),
];

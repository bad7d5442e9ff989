import { template, type Template } from './case.ts';
import { anyDomain, anyHost, inner, typed } from './further-values.ts';

/** Settings of PHP and its extensions. */
export const INI_SETTINGS_TEMPLATES: readonly Template[] = [
  template(
    8,
    'php-ini',
    (m) =>
      `[Session]\nsession.save_handler = redis\nsession.save_path = "tcp://${m.identifier(inner(m))}:6379?weight=1&auth=${m.secret(m.alnum(12))}, tcp://10.0.0.7:6379?weight=2&auth=${m.secret(m.alnum(12))}"\n${m.keep('session.gc_maxlifetime = 1440')}\n${m.keep('session.name = PHPSESSID')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `session.save_handler = rediscluster\nsession.save_path = "seed[]=10.0.0.1:7000&seed[]=10.0.0.2:7000&timeout=2&auth=${m.secret(m.alnum(15))}&persistent=1"\n${m.keep('redis.session.locking_enabled = 1')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `memcached.sess_sasl_username = ${m.identifier(m.user())}\nmemcached.sess_sasl_password = "${m.secret(typed(m))}"\n${m.keep('memcached.sess_prefix = "memc.sess.key."')}\n${m.keep('memcached.sess_locking = On')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `[MySQLi]\nmysqli.default_host = ${m.identifier(inner(m))}\nmysqli.default_user = ${m.identifier(m.user())}\nmysqli.default_pw = "${m.secret(typed(m))}"\n${m.keep('mysqli.reconnect = Off')}\n${m.keep('mysqli.default_port = 3306')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `;mysqli.default_pw = ${m.secret(m.alnum(11))}\n; ibase.default_password = ${m.secret(m.lower(8))}\nodbc.default_pw = ${m.secret(m.lower(9))}\n${m.keep('odbc.default_db =')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `pdo.dsn.shop = "mysql:host=${m.identifier(inner(m))};dbname=shop;user=app;password=${m.secret(m.alnum(12))}"\n${m.keep('pdo_mysql.default_socket=')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) => `sendmail_path = "/usr/sbin/ssmtp -t -au${m.identifier(m.user())} -ap${m.secret(m.alnum(10))}"\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `sendmail_path = "/usr/bin/msmtp --host=${m.identifier(anyHost(m))} --user=${m.identifier(m.mail())} --passwordeval='echo ${m.secret(m.alnum(12))}' -t"\n${m.keep('mail.add_x_header = Off')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `newrelic.license = "${m.secret(`${m.hex(36)}NRAL`)}"\nnewrelic.enabled = true\n${m.keep('newrelic.logfile = "/var/log/newrelic/php_agent.log"')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `blackfire.server_id = ${m.uuid()}\nblackfire.server_token = ${m.secret(m.hex(64))}\ntideways.api_key = ${m.secret(m.alnum(16))}\n${m.keep('blackfire.agent_socket = "unix:///var/run/blackfire/agent.sock"')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `elastic_apm.secret_token = "${m.secret(m.alnum(18))}"\nelastic_apm.server_url = "https://${m.identifier(anyHost(m))}:8200"\ndatadog.api_key=${m.secret(m.hex(32))}\n${m.keep('datadog.trace.enabled = On')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `suhosin.session.cryptkey = ${m.secret(m.lower(12))}\nsuhosin.cookie.cryptkey = "${m.secret(m.alnum(20))}"\nsp.global.secret_key("${m.secret(m.hex(64))}");\n${m.keep('suhosin.session.encrypt = On')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `[shop]\nshop.payment.secret = "${m.secret(m.alnum(22))}"\nshop.erp.password = ${m.secret(m.lower(8))}\nshop.api.key = ${m.secret(m.hex(24))}\n${m.keep('shop.api.timeout = 20')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `[mail function]\nSMTP = ${m.identifier(anyHost(m))}\nsmtp_port = 587\nsendmail_from = ${m.identifier(m.mail())}\nauth_username = ${m.identifier(m.mail())}\nauth_password = ${m.secret(m.alnum(16))}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `session.save_path = "tcp://redis:6379?auth[]=${m.identifier(m.user())}&auth[]=${m.secret(m.alnum(12))}"\n${m.keep('session.lazy_write = On')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `session.save_path = "unix:///var/run/redis/redis.sock?persistent=1&weight=1&database=0&auth=${m.secret(m.lower(10))}"\n${m.keep('session.serialize_handler = php')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `session.save_path = "rediss://:${m.secret(m.alnum(16))}@${m.identifier(`master.${m.lower(5)}.euc1.cache.amazonaws.com`)}:6380/0"\nextension = redis.so\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `session.save_path = "PERSISTENT=1 ${m.identifier(inner(m))}:11211,${m.identifier(m.ip())}:11211"\n${m.keep('session.hash_function = sha256')}\n`,
  ),
  template(8, 'php-ini', (m) =>
    m.keep(
      `session.sid_length = 48\nsession.sid_bits_per_character = 5\nsession.save_path = "/var/lib/php/sessions"\nopcache.enable = 1\nopcache.memory_consumption = 256\nopcache.preload_user = www-data\nopcache.validate_timestamps = 0\ndisable_functions = pcntl_alarm,pcntl_fork\ndate.timezone = Europe/Berlin\nmysqli.default_pw =\nodbc.default_pw    =\nextension=mysqli\nzend_extension=opcache\nerror_log = /var/log/php_errors.log\nauto_prepend_file =\nbrowscap = extra/browscap.ini\n`,
    ),
  ),
  template(8, 'php-ini', (m) =>
    m.keep(
      `session.save_path = "N;MODE;/path"\nsession.save_path = "2;/var/lib/php/sessions"\nsession.cookie_samesite = Lax\nsession.use_strict_mode = 1\nuser_ini.filename = ".user.ini"\nopenssl.cafile = /etc/ssl/certs/ca-certificates.crt\nassert.exception = On\nassert.active = 0\nhard_timeout = 2\nzend.assertions = -1\nhighlight.keyword = "#007700"\nrealpath_cache_size = 4096k\nmysqlnd.net_read_timeout = 86400\nldap.max_links = -1\n`,
    ),
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `xdebug.client_host = ${m.identifier(m.ip())}\nsoap.wsdl_cache_dir = "/tmp"\nsession.cookie_domain = .${m.identifier(anyDomain(m))}\nsyslog.ident = php\n${m.keep('xdebug.idekey = PHPSTORM')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `oci8.connection_class = SHOP\nscoutapm.key = "${m.secret(m.alnum(20))}"\ninstana.agent_key = ${m.secret(m.base64url(22))}\nsentry.dsn = "https://${m.secret(m.hex(32))}@sentry.${m.identifier(anyDomain(m))}/4"\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `curl.cainfo = /etc/ssl/cert.pem\ncustom.encryption_key = "${m.secret(m.base64(32))}"\ncustom.hmac_secret='${m.secret(m.alnum(30))}'\n${m.keep('custom.key_length = 256')}\n`,
  ),
  template(
    15,
    'php-ini',
    (m) =>
      `app.password = "${m.secret(`${m.alnum(4)};${m.alnum(5)}`)}" ; ${m.keep('since v2')}\napp.secret = '${m.secret(`${m.alnum(4)}"${m.alnum(4)}`)}'\n`,
  ),
  template(
    15,
    'php-ini',
    (m) => `app.banner = "line one\npassword: ${m.secret(m.alnum(10))}\nline three"\n${m.keep('precision = 14')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `; database moved: mysql://root:${m.secret(m.lower(8))}@${m.identifier(inner(m))}/shop\n; ${m.keep('see https://php.net/manual/en/ini.core.php')}\nmax_execution_time = 30\n`,
  ),
  template(
    16,
    'php-ini',
    (m) =>
      `; allowed from ${m.identifier(m.ip())} only\nauto_detect_line_endings = Off\n; ${m.keep('Default Value: 1000')}\nxdebug.client_discovery_header = HTTP_X_FORWARDED_FOR\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `session.save_path = "host=${m.identifier(inner(m))} user=app password=${m.secret(m.alnum(11))} dbname=sessions"\n${m.keep('session.use_cookies = 1')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `; extension=redis\nredis.session.auth = "${m.secret(m.alnum(12))}"\nredis.clusters.auth = "mycluster=${m.secret(m.alnum(12))}"\n${m.keep('redis.pconnect.pooling_enabled = 1')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `pgsql.default_password = ${m.secret(m.lower(9))}\nldap.bind_password = "${m.secret(typed(m))}"\nshop.smtp_pass = ${m.secret(m.alnum(9))}\n${m.keep('pgsql.auto_reset_persistent = Off')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `sendmail_path = "/usr/bin/mhsendmail --smtp-addr ${m.identifier(anyHost(m))}:1025 --password ${m.secret(m.alnum(10))}"\nmail.log = /var/log/mail.log\n${m.keep('sendmail_path = /usr/sbin/sendmail -t -i')}\n`,
  ),
  template(
    8,
    'php-ini',
    (m) =>
      `appdynamics.accesskey = ${m.secret(m.alnum(16))}\ninspector.ingestion_key = "${m.secret(m.hex(40))}"\ntreblle.api_key=${m.secret(m.alnum(32))}\n${m.keep('appdynamics.controller_port = 443')}\n`,
  ),
  template(8, 'php-ini', (m) =>
    m.keep(
      `session.cookie_lifetime = 0\nsession.trans_sid_tags = "a=href,area=href,frame=src,form="\nsession.upload_progress.prefix = "upload_progress_"\nopcache.blacklist_filename=\nopenssl.capath=\nmysqlnd.collect_statistics = On\ninclude_path = ".:/usr/share/php"\nurl_rewriter.tags = "form="\narg_separator.output = "&amp;"\nvariables_order = "GPCS"\nunserialize_callback_func =\nserialize_precision = -1\ndefault_charset = "UTF-8"\nodbc.check_persistent = On\nzlib.output_compression = Off\n`,
    ),
  ),
];

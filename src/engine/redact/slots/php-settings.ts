/** php.ini settings that are secrets although their names do not say so, or say so in a way of their own. */
export const SECRET_SETTINGS = new Set(
  (
    'mysqli.default_pw mysql.default_password ibase.default_password odbc.default_pw pgsql.default_password ' +
    'memcached.sess_sasl_password newrelic.license blackfire.server_token blackfire.client_token tideways.api_key ' +
    'elastic_apm.secret_token elastic_apm.api_key datadog.api_key suhosin.session.cryptkey suhosin.cookie.cryptkey ' +
    'sp.global.secret_key snuffleupagus.secret_key redis.session.auth session.sasl_password soap.password ' +
    'instana.key scoutapm.key sentry.dsn appdynamics.accesskey'
  ).split(' '),
);

/** Settings whose names look secret and are not. */
export const OPEN_SETTINGS =
  /^(?:session\.(?:name|sid_|save_handler|cookie_|use_|gc_|cache_|lazy_|serialize|entropy|hash_|trans_sid|referer|auto)|opcache\.|disable_|openssl\.|curl\.|mail\.add|pm|listen|php_|zend\.|assert\.)/;

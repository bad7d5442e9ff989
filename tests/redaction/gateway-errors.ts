import { template, type Template } from './case.ts';
import { anyDomain, anyHost, failed, inner, ipv6 } from './further-values.ts';

/** Errors of gateways, with what their upstreams said. */
export const GATEWAY_ERRORS_TEMPLATES: readonly Template[] = [
  template(9, 'nginx-error-log', (m) =>
    failed(
      m,
      'connect() failed (111: Connection refused) while connecting to upstream',
      `, request: "${m.keep('GET /api/v1/orders?page=2&api_key=')}${m.secret(m.hex(32))}&sort=desc HTTP/1.1", upstream: "fastcgi://127.0.0.1:9000", host: "${m.identifier(anyHost(m))}"`,
    ),
  ),
  template(9, 'nginx-error-log', (m) =>
    failed(
      m,
      `open() "/var/www/html/reset" failed (2: No such file or directory)`,
      `, request: "GET /reset?${m.keep('lang=de')}&reset_password_token=${m.secret(m.base64url(20))} HTTP/2.0", host: "${m.identifier(anyHost(m))}", referrer: "https://${m.identifier(anyHost(m))}/mail?otp=${m.secret(m.digits(6))}"`,
    ),
  ),
  template(
    9,
    'nginx-error-log',
    (m) =>
      `2026/03/14 09:26:53 [warn] 31#31: *55 an upstream response is buffered to a temporary file ${m.keep('/var/cache/nginx/fastcgi_temp/4/21/0000000214')} while reading upstream, client: ${m.identifier(m.ip())}, server: ${m.identifier(anyDomain(m))}, request: "GET /export.csv?signature=${m.secret(m.hex(64))}&${m.keep('expires=1700000000')} HTTP/1.1", upstream: "http://${m.identifier(m.ip())}:8080/export.csv?signature=${m.secret(m.hex(64))}&expires=1700000000", host: "${m.identifier(anyDomain(m))}:8443"\n`,
  ),
  template(
    16,
    'nginx-error-log',
    (m) =>
      `2026/03/14 09:26:53 [error] 31#31: *7 access forbidden by rule, client: ${m.identifier(ipv6(m))}, server: ${m.keep('_')}, request: "${m.keep('GET /.env HTTP/1.1')}", host: "${m.identifier(m.ip())}"\n2026/03/14 09:26:53 [error] 31#31: *8 limiting requests, excess: 20.480 by zone "${m.keep('perip')}", client: ${m.identifier(m.ip())}, server: ${m.keep('localhost')}, request: "POST /xmlrpc.php HTTP/1.0"\n`,
  ),
  template(12, 'nginx-error-log', (m) =>
    failed(
      m,
      `FastCGI sent in stderr: "PHP message: PHP Fatal error:  Uncaught PDOException: SQLSTATE[HY000] [2002] Connection timed out in /srv/app/db.php:12\nStack trace:\n#0 /srv/app/db.php(12): PDO->__construct('mysql:host=${m.identifier(inner(m))}', '${m.identifier(m.user())}', '${m.secret(m.alnum(11))}', Array)\n#1 ${m.keep('{main}')}\n  thrown in /srv/app/db.php on line 12" while reading response header from upstream`,
      `, request: "GET / HTTP/1.1", upstream: "fastcgi://unix:/run/php/php8.2-fpm.sock:"`,
    ),
  ),
  template(12, 'nginx-error-log', (m) =>
    failed(
      m,
      `FastCGI sent in stderr: "PHP message: WordPress database error Access denied for user '${m.identifier(m.user())}'@'${m.identifier(m.ip())}' (using password: YES) for query SELECT option_value FROM wp_options WHERE option_name = 'siteurl' made by require('wp-blog-header.php')"`,
      `, request: "${m.keep('GET /wp-admin/ HTTP/1.1')}"`,
    ),
  ),
  template(12, 'nginx-error-log', (m) =>
    failed(
      m,
      `FastCGI sent in stderr: "Unable to open primary script: /home/${m.identifier(m.user())}/public_html/index.php (${m.keep('No such file or directory')})" while reading response header from upstream`,
    ),
  ),
  template(
    20,
    'nginx-error-log',
    (m) =>
      `2026/03/14 09:26:53 [error] 31#31: *7 user "${m.identifier(m.user())}" was not found in "/etc/nginx/htpasswd", client: ${m.identifier(m.ip())}, server: ${m.identifier(anyHost(m))}, request: "${m.keep('GET /status HTTP/1.1')}"\n`,
  ),
  template(
    18,
    'nginx-error-log',
    (m) =>
      `2026/03/14 09:26:53 [error] 31#31: ${m.identifier(inner(m))} could not be resolved (3: Host not found)\n2026/03/14 09:26:53 [emerg] 1#1: host not found in upstream "${m.identifier(inner(m))}" in ${m.keep('/etc/nginx/conf.d/default.conf:14')}\n2026/03/14 09:26:53 [warn] 1#1: conflicting server name "${m.identifier(anyHost(m))}" on 0.0.0.0:80, ignored\n`,
  ),
  template(
    18,
    'nginx-error-log',
    (m) =>
      `2026/03/14 09:26:53 [emerg] 1#1: cannot load certificate "/etc/letsencrypt/live/${m.identifier(anyHost(m))}/fullchain.pem": BIO_new_file() failed (SSL: ${m.keep('error:80000002:system library::No such file or directory')}:calling fopen(/etc/letsencrypt/live/x/fullchain.pem, r) error:10000080:BIO routines::no such file)\n2026/03/14 09:26:53 [error] 31#31: OCSP responder timed out (110: Connection timed out) while requesting certificate status, responder: ${m.keep('r3.o.lencr.org')}, peer: ${m.identifier(m.ip())}:80, certificate: "/etc/nginx/ssl/${m.identifier(anyDomain(m))}.crt"\n`,
  ),
  template(
    18,
    'nginx-error-log',
    (m) =>
      `2026/03/14 09:26:53 [error] 31#31: *4 SSL_do_handshake() failed (SSL: ${m.keep('error:0A00006C:SSL routines::bad key share')}) while SSL handshaking, client: ${m.identifier(m.ip())}, server: 0.0.0.0:443\n2026/03/14 09:26:53 [error] 31#31: *5 upstream SSL certificate does not match "${m.identifier(anyHost(m))}" while SSL handshaking to upstream, client: ${m.identifier(m.ip())}\n`,
  ),
  template(
    17,
    'nginx-error-log',
    (m) =>
      `2026/03/14 09:26:53 [error] 2210#2210: *1 connect() failed (113: No route to host) while connecting to upstream, client: ${m.keep('10.2.3.4')}, server: ${m.keep('localhost')}, request: "GET / HTTP/1.1", upstream: "fastcgi://${m.keep('172.18.0.5')}:9000"\n`,
  ),
  template(12, 'nginx-error-log', (m) =>
    failed(
      m,
      `FastCGI sent in stderr: "PHP message: [critical] Uncaught Exception: connect to redis://:${m.secret(m.alnum(12))}@${m.identifier(inner(m))}:6379 failed; PHP message: {\\"password\\":\\"${m.secret(m.alnum(9))}\\",\\"page\\":2}" while reading upstream`,
      `, request: "POST /login HTTP/1.1", upstream: "fastcgi://unix:/run/php-fpm.sock:", host: "${m.identifier(anyHost(m))}", referrer: "https://${m.identifier(anyHost(m))}/?invite=${m.secret(m.alnum(16))}"`,
    ),
  ),
  template(9, 'nginx-error-log', (m) =>
    failed(
      m,
      'client intended to send too large body: 20971520 bytes',
      `, request: "PUT /upload/${m.secret(m.jwt())} HTTP/1.1", host: "[${m.identifier(ipv6(m))}]"`,
    ),
  ),
  template(
    16,
    'nginx-error-log',
    (m) =>
      `2026/03/14 09:26:53 [info] 31#31: *7 client ${m.identifier(m.ip())} closed keepalive connection\n2026/03/14 09:26:53 [info] 31#31: *8 peer closed connection in SSL handshake while SSL handshaking, client: ${m.identifier(ipv6(m))}, server: [::]:443\n2026/03/14 09:26:53 [notice] 31#31: ${m.keep('signal 17 (SIGCHLD) received from 44')}\n2026/03/14 09:26:53 [warn] 31#31: upstream server temporarily disabled while connecting to upstream, upstream: "http://[${m.identifier(ipv6(m))}]:80/"\n`,
  ),
];

import { template, type Template } from './case.ts';

/** Ordinary text that looks like one of the classes and is none. */
export const LEFT_ALONE_TEMPLATES: readonly Template[] = [
  template(20, 'fpm', (m) =>
    m.keep(`; Per pool prefix
; It only applies on the following directives:
; Start a new pool named 'www'.
; the variable $pool can be used in any directive and will be replaced by the
; pool name ('www' here)
[www]
; - 'user' can be used; the pool process will inherit the master process priority
; if the main pool is busy with long running requests
user = www-data
`),
  ),
  template(8, 'php-ini', (m) =>
    m.keep(`[ODBC]
; Whether to pool ODBC connections. Can be one of "strict", "relaxed" or "off"
;odbc.default_db    =  Not yet implemented
;odbc.default_user  =  Not yet implemented
;odbc.default_pw    =  Not yet implemented
odbc.allow_persistent = On
[mail function]
SMTP = localhost
smtp_port = 25
[Session]
session.referer_check =
session.upload_progress.name = "PHP_SESSION_UPLOAD_PROGRESS"
session.cookie_httponly =
; https://php.net/session.upload-progress.name
`),
  ),
  template(5, 'nginx', (m) =>
    m.keep(`ssl_ciphers "ECDHE-RSA-AES128-GCM-SHA256:HIGH:!aNULL:!eNULL:!EXPORT:!DES:!MD5:!PSK:!RC4";
set $memcached_key "$uri?$args";
set $skip_cache 0;
dav_access user:rw group:rw all:r;
fastcgi_cache_use_stale error timeout updating http_500;
location ~* \\.(?:css|js|woff2?)$ { expires 1y; }
secure_link_md5 "$secure_link_expires$uri$remote_addr";
limit_req_zone $http_authorization zone=peruser:10m rate=1r/s;
`),
  ),
  template(
    20,
    'unknown',
    (m) =>
      `${m.keep('login: failed')}\n${m.keep('user: unknown')}\n${m.keep('enable it for user authentication')}\n${m.keep('sent by user agents')}\n${m.keep('in the pool settings')}\n${m.keep('raise the pool size')}\n${m.keep('user space')}\n`,
  ),
  template(7, 'unknown', (m) =>
    m.keep(`      DB_PASSWORD:  <set to the key 'password' in secret 'db'>  Optional: false
      PHP_MEMORY_LIMIT:  256M
    Mounts:
      /var/run/secrets/kubernetes.io/serviceaccount from default-token-x (ro)
`),
  ),
  template(
    1,
    'unknown',
    (m) =>
      `${m.keep('AKIAIOSFODNN7EXAMPLE')} ${m.keep('[REDACTED]')} ${m.keep('****')} ${m.keep(`pk_live_${m.alnum(24)}`)} ${m.keep('ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')} ${m.keep('sk_live_...')} ${m.keep('password: ********')}\n`,
  ),
  template(
    1,
    'unknown',
    (m) =>
      `${m.keep('key-value-store')} ${m.keep('hf_transfer')} ${m.keep('sk-learn')} ${m.keep('npm_config_cache=/tmp/npm')} ${m.keep('v1.0-beta')} ${m.keep('xoxo')} ${m.keep('whsec_')} ${m.keep('glpat- prefix')}\n`,
  ),
  template(5, 'nginx', (m) =>
    m.keep(`server {
    listen 80 default_server;
    root /var/www/html;
    index index.php index.html;
    server_name _;
    location / { try_files $uri $uri/ /index.php?$query_string; }
    location ~ \\.php$ {
        include snippets/fastcgi-php.conf;
        fastcgi_pass unix:/run/php/php8.2-fpm.sock;
        fastcgi_param HTTPS $https if_not_empty;
        fastcgi_param REDIRECT_STATUS 200;
        fastcgi_cache_key "$scheme$request_method$host$request_uri";
        fastcgi_buffers 16 16k;
    }
    location ~ /\\.ht { deny all; }
    location = /favicon.ico { log_not_found off; access_log off; }
    error_page 500 502 503 504 /50x.html;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:SSL:10m;
    add_header Strict-Transport-Security "max-age=63072000; includeSubDomains; preload" always;
    keepalive_timeout 65;
    types_hash_max_size 2048;
    limit_req zone=login burst=5 nodelay;
}
`),
  ),
  template(5, 'nginx', (m) =>
    m.keep(`log_format main '$remote_addr - $remote_user [$time_local] "$request" '
                '$status $body_bytes_sent "$http_referer" '
                '"$http_user_agent" "$http_x_forwarded_for" auth="$http_authorization" token=$arg_token';
map $http_x_forwarded_proto $real_scheme { default $scheme; https https; }
map $cookie_session $logged_in { "" 0; default 1; }
map $http_authorization $has_auth { "" 0; default 1; }
if ($http_authorization = "") { return 401; }
if ($arg_key) { set $skip 1; }
if ($cookie_auth ~ .) { set $bypass 1; }
proxy_cache_bypass $cookie_nocache $arg_nocache $http_pragma;
proxy_set_header X-CSRF-Token $http_x_csrf_token;
set $token $arg_token;
`),
  ),
  template(7, 'fpm', (m) =>
    m.keep(`[www]
user = www-data
group = www-data
listen = /run/php/php8.2-fpm.sock
listen.owner = www-data
listen.mode = 0660
pm = dynamic
pm.max_children = 5
pm.status_path = /status
ping.path = /ping
ping.response = pong
access.log = log/$pool.access.log
access.format = "%R - %u %t \\"%m %r%Q%q\\" %s %f %{milli}d %{kilo}M %C%%"
slowlog = /var/log/php/$pool.slow.log
request_slowlog_timeout = 5s
catch_workers_output = yes
clear_env = no
security.limit_extensions = .php .php7
;env[HOSTNAME] = $HOSTNAME
;env[PATH] = /usr/local/bin:/usr/bin:/bin
;php_admin_value[error_log] = /var/log/fpm-php.www.log
php_admin_value[session.name] = SHOPSESS
`),
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "${m.keep('POST /wp-login.php HTTP/1.1" 200 4321')} "-" "-"\n${m.ip()} - - [12/May/2024:10:11:12 +0000] "${m.keep('GET /token HTTP/1.1" 404 12')}\n${m.ip()} - - [12/May/2024:10:11:12 +0000] "${m.keep('GET /api/password/policy?minLength=8&lang=en HTTP/1.1" 200 12')}\n${m.ip()} - - [12/May/2024:10:11:12 +0000] "${m.keep('GET /?s=what+is+a+secret+key HTTP/1.1" 200 12')}\n`,
  ),
  template(
    9,
    'nginx-error-log',
    (m) =>
      m.keep(
        '2024/05/12 10:11:12 [error] 31#31: *12345 upstream sent too big header while reading response header from upstream, client: 10.0.0.1, server: _, request: "GET /account HTTP/1.1", upstream: "fastcgi://unix:/run/php/php8.2-fpm.sock:"',
      ) + '\n',
  ),
  template(
    12,
    'php-log',
    (m) =>
      `${m.keep("#0 /srv/app/vendor/laravel/framework/src/Illuminate/Foundation/Bootstrap/HandleExceptions.php(255): Illuminate\\Foundation\\Bootstrap\\HandleExceptions->handleError(2, 'Undefined varia...', '/srv/app/reso...', 12)")}\n${m.keep("#1 /srv/app/x.php(7): PDO->query('SELECT * FROM us...')")}\n${m.keep('#2 /srv/app/x.php(7): array_map(Object(Closure), Array)')}\n${m.keep("#3 /srv/app/x.php(7): in_array('admin', Array, true)")}\n${m.keep('PHP Notice:  Undefined index: password in /srv/app/login.php on line 41')}\n${m.keep('PHP Warning:  Undefined array key "token" in /srv/app/api.php on line 9')}\n${m.keep('PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes) in /srv/app/x.php on line 7')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `${m.keep('The password is wrong but the user exists.')}\n${m.keep('set a secret in the vault, then reload php-fpm')}\n${m.keep('auth: failed')}\n${m.keep('key: value pairs are fine')}\n${m.keep('password authentication is disabled')}\n${m.keep('session: started')}\n${m.keep('api key missing')}\n${m.keep('Password reset for the admin works')}\n${m.keep('private key: /etc/ssl/private/a.key')}\n`,
  ),
  template(16, 'unknown', (m) =>
    m.keep(`total        used        free
Mem:           7976        5321         412
PHP 8.2.18 (fpm-fcgi) (built: Apr 11 2024 10:11:12)
Zend Engine v4.2.18, Copyright (c) Zend Technologies
Linux version 6.1.0-21-amd64 (gcc-12 (Debian 12.2.0-14) 12.2.0)
Out of memory: Killed process 812 (php-fpm8.2) total-vm:412340kB, anon-rss:201340kB, file-rss:0kB, shmem-rss:0kB, UID:33 pgtables:812kB oom_score_adj:0
php-fpm8.2[812]: segfault at 7ffd12345678 ip 000055d0c0ffee12 sp 00007ffd12345660 error 4 in php-fpm8.2[55d0c0a00000+400000]
`),
  ),
  template(8, 'settings', (m) =>
    m.keep(`net.core.somaxconn = 4096
net.ipv4.tcp_max_syn_backlog = 1024
fs.file-max = 9223372036854775807
kernel.keys.maxkeys = 200
net.ipv4.tcp_fastopen_key = 00000000-00000000-00000000-00000000
`),
  ),
  template(
    22,
    'unknown',
    (m) =>
      `integrity="${m.keep(`sha384-${m.base64(48)}`)}" crossorigin="anonymous"\n${m.keep(`"resolved": "https://registry.npmjs.org/a/-/a-1.0.0.tgz", "integrity": "sha512-${m.base64(64)}"`)}\n${m.keep(`php:8.2-fpm@sha256:${m.hex(64)}`)}\n`,
  ),
];

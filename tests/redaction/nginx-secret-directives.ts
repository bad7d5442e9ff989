import { template, type Template } from './case.ts';
import { marked, word } from './hard-values.ts';

export const NGINX_SECRET_DIRECTIVE_TEMPLATES: readonly Template[] = [
  template(5, 'nginx', (m) => `location /dl/ {\n    ${m.keep('secure_link_secret ')}${m.secret(word(m))};\n}\n`),
  template(
    5,
    'nginx',
    (m) =>
      `    secure_link $arg_md5,$arg_expires;\n    secure_link_md5 "${m.keep('$secure_link_expires$uri$remote_addr ')}${m.secret(m.alnum(9))}";\n`,
  ),
  template(
    5,
    'nginx',
    (m) => `    secure_link_md5 '${m.secret(m.password())}${m.keep('$secure_link_expires')}$uri';\n`,
  ),
  template(5, 'nginx', (m) => `    secure_link_md5 ${m.secret(m.alnum(8))}$uri$secure_link_expires;\n`),
  template(
    5,
    'nginx',
    (m) =>
      `    secure_link_hmac_secret "${m.secret(marked(m))}";\n    ${m.keep('secure_link_hmac_algorithm sha256;')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `set $api_key "${m.secret(word(m))}";\nset $backend_token '${m.secret(m.alnum(30))}';\nset $jwt_secret ${m.secret(m.alnum(14))};\nset $db_pass "${m.secret(marked(m))}";\n${m.keep('set $skip_cache 1;')}\n`,
  ),
  template(5, 'nginx', (m) => `if ($http_x_api_key != "${m.secret(m.alnum(20))}") { ${m.keep('return 403;')} }\n`),
  template(
    5,
    'nginx',
    (m) => `if ($http_x_origin_verify != ${m.secret(m.alnum(20))}) {\n  ${m.keep('return 444;')}\n}\n`,
  ),
  template(5, 'nginx', (m) => `if ($arg_token = '${m.secret(word(m))}') { ${m.keep('set $ok 1;')} }\n`),
  template(5, 'nginx', (m) => `if ($cookie_preview_token ~ "^${m.secret(m.alnum(16))}$") { set $bypass 1; }\n`),
  template(5, 'nginx', (m) => `if ($http_authorization !~ "Bearer ${m.secret(m.alnum(24))}") { return 401; }\n`),
  template(5, 'nginx', (m) => `if ($arg_secret != "${m.secret(m.password())}") { return 404; }\n`),
  template(
    5,
    'nginx',
    (m) =>
      `map $http_x_api_key $api_client {\n    ${m.keep('default "";')}\n    "${m.secret(m.alnum(32))}" ${m.keep('client_a;')}\n    ${m.secret(m.alnum(32))} ${m.keep('client_b;')}\n    ~^${m.secret(m.hex(24))} client_c;\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `map $http_authorization $ok {\n    default 0;\n    "Bearer ${m.secret(m.alnum(24))}" 1;\n    "Basic ${m.secret(Buffer.from(`x:${m.alnum(9)}`).toString('base64'))}" 1;\n}\n`,
  ),
  template(5, 'nginx', (m) => `map $arg_token $allowed { hostnames; ${m.secret(m.alnum(18))} 1; default 0; }\n`),
  template(
    5,
    'nginx',
    (m) =>
      `map $host $upstream_secret {\n    default ${m.secret(m.alnum(18))};\n    ${m.identifier(m.host())} "${m.secret(word(m))}";\n}\n`,
  ),
  template(5, 'nginx', (m) => `map $uri $backend_password { default "${m.secret(m.password())}"; }\n`),
  template(
    5,
    'nginx',
    (m) =>
      `ssl_certificate_key data:-----BEGIN\\ PRIVATE\\ KEY-----${m.secret(m.base64(60))}-----END\\ PRIVATE\\ KEY-----;\n`,
  ),
  template(
    5,
    'nginx',
    (m) => `ssl_certificate_key "engine:pkcs11:pkcs11:token=nginx;object=key;pin-value=${m.secret(m.digits(8))}";\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `ssl_certificate_key engine:pkcs11:${m.keep('slot_1-label_web')};\n${m.keep('ssl_certificate_key /etc/ssl/private/site.key;')}\n${m.keep('ssl_password_file /etc/nginx/pass.txt;')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `encrypted_session_key ${m.secret(m.alnum(32))};\n${m.keep('encrypted_session_expires 3600;')}\nencrypted_session_iv ${m.alnum(16)};\n`,
  ),
  template(5, 'nginx', (m) => `testcookie_secret ${m.secret(m.alnum(32))};\n${m.keep('testcookie_name BPC;')}\n`),
  template(
    5,
    'nginx',
    (m) =>
      `ldap_server ad {\n  url ldap://${m.identifier(m.host())}:389/DC=acme,DC=test?sAMAccountName?sub?(objectClass=person);\n  binddn "CN=svc,DC=acme,DC=test";\n  ${m.keep('binddn_passwd ')}"${m.secret(marked(m))}";\n  ${m.keep('require valid_user;')}\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `upstream pg {\n    postgres_server ${m.keep('10.0.0.5:5432')} dbname=shop user=${m.user()} password=${m.secret(m.alnum(12))};\n    ${m.keep('postgres_keepalive max=10;')}\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `location /r { redis2_query auth ${m.secret(m.alnum(16))}; ${m.keep('redis2_query get $arg_k;')} redis2_pass 127.0.0.1:6379; }\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `aws_access_key AKIA${m.random.text(16, 'ABCDEFGHIJ234567')};\naws_signing_key ${m.secret(m.base64(32))};\naws_key_scope 20240512/us-east-1/s3/aws4_request;\naws_secret_key ${m.secret(m.base64(30))};\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `content_by_lua_block {\n    local red = require("resty.redis"):new()\n    ${m.keep('red:set_timeout(1000)')}\n    red:connect("${m.identifier(m.host())}", 6379)\n    local ok, err = red:auth("${m.secret(word(m))}")\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `init_by_lua_block {\n    jwt_secret = "${m.secret(m.alnum(18))}"\n    local api_key = '${m.secret(m.alnum(22))}'\n    ${m.keep('workers = 4')}\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `access_by_lua_block {\n  if ngx.var.http_x_token ~= "${m.secret(m.alnum(24))}" then ${m.keep('return ngx.exit(403)')} end\n  local opts = { client_secret = "${m.secret(m.base64url(40))}", ${m.keep('ssl_verify = "no"')} }\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) => `rewrite_by_lua '\n  ngx.req.set_header("Authorization", "Bearer ${m.secret(m.alnum(30))}")\n';\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `set_by_lua_block $sig { return ngx.encode_base64(ngx.hmac_sha1("${m.secret(m.alnum(30))}", ngx.var.uri)) }\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `sub_filter ${m.keep("'</head>'")} '<script>window.apiKey="${m.secret(m.alnum(32))}"</script></head>';\n${m.keep('sub_filter_once on;')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) => `${m.keep('return 302 https://api.slack.com/cb?')}access_token=${m.secret(m.alnum(32))}&state=$arg_state;\n`,
  ),
  template(5, 'nginx', (m) => `return 200 '{"token":"${m.secret(m.alnum(24))}","${m.keep('ok":true')}}';\n`),
  template(
    5,
    'nginx',
    (m) => `rewrite ^/feed$ /api/feed?api_key=${m.secret(m.alnum(24))}${m.keep('&format=rss break;')}\n`,
  ),
  template(5, 'nginx', (m) => `rewrite "^/x/(.*)$" "/y/$1?password=${m.secret(m.alnum(12))}" last;\n`),
  template(5, 'nginx', (m) => `proxy_pass http://10.0.0.2:8080/v1?key=${m.secret(m.alnum(20))}&q=$arg_q;\n`),
  template(
    5,
    'nginx',
    (m) =>
      `error_page 401 = @login?token=${m.secret(m.alnum(20))};\nlog_format x '$remote_addr token=${m.secret(m.alnum(20))} $request';\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `log_format up '$remote_addr ${m.keep('rt=$request_time uct="$upstream_connect_time"')} key="${m.secret(m.alnum(20))}"';\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `auth_jwt_key_request /jwks?client_secret=${m.secret(m.alnum(24))};\n${m.keep('auth_jwt_key_file conf/keys.json;')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `js_var $hmac_key "${m.secret(m.alnum(24))}";\nperl_set $x 'sub { my $secret = "${m.secret(m.alnum(14))}"; }';\n`,
  ),
  template(5, 'nginx', (m) => `env DB_PASSWORD=${m.secret(m.alnum(14))};\nenv API_TOKEN;\n${m.keep('env PATH;')}\n`),
  template(
    5,
    'nginx',
    (m) =>
      `mail {\n    auth_http http://127.0.0.1/auth;\n    ${m.keep('auth_http_header X-Auth-Key ')}"${m.secret(m.alnum(14))}";\n    smtp_auth login plain;\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `geo $arg_key $x { default 0; }\nproxy_ssl_password_file /etc/nginx/p;\n${m.keep('auth_basic "Restricted Area";')}\n${m.keep('auth_basic_user_file /etc/nginx/.htpasswd;')}\n${m.keep('proxy_cache_key "$scheme$request_method$host$request_uri";')}\n${m.keep('fastcgi_cache_key $scheme$host$request_uri$cookie_user;')}\n${m.keep('limit_req_zone $binary_remote_addr zone=one:10m rate=10r/s;')}\n${m.keep('fastcgi_cache_path /var/cache/nginx levels=1:2 keys_zone=php:100m inactive=60m;')}\n${m.keep('server_tokens off;')}\n${m.keep('ssl_session_tickets off;')}\n${m.keep('ssl_session_ticket_key /etc/nginx/ticket.key;')}\n${m.keep('ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:!aNULL;')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `vhost_traffic_status_display;\nzone_sync_ssl_password_file /a;\n${m.keep('limit_conn_zone $http_x_api_key zone=perkey:10m;')}\n${m.keep('map $http_upgrade $connection_upgrade { default upgrade; "" close; }')}\n${m.keep('auth_jwt "closed site" token=$cookie_auth_token;')}\n${m.keep('userid_name uid;')}\n${m.keep('fastcgi_keep_conn on;')}\n${m.keep('keepalive_requests 1000;')}\n${m.keep('proxy_cookie_path / "/; secure; HttpOnly";')}\n${m.keep('if ($http_cookie ~* "comment_author|wordpress_[a-f0-9]+|wp-postpass|wordpress_no_cache|wordpress_logged_in") {')} set $skip_cache 1; }\n${m.keep('ssl_trusted_certificate /etc/ssl/ca.pem;')}\n`,
  ),
  // Values over several lines, marks inside quotes, trailing comments.
  template(
    15,
    'nginx',
    (m) =>
      `set $app_secret "${m.secret(`${m.alnum(6)};${m.alnum(3)}#${m.alnum(3)}`)}"; ${m.keep('# keep; me "quoted"')}\n${m.keep('listen 80;')}\n`,
  ),
  template(15, 'nginx', (m) => {
    const [one, two] = [m.alnum(12), m.alnum(12)];
    m.secrets.push(one, two);
    return `set $app_secret "${one}\n    ${two}";\n${m.keep('gzip on;')}\n`;
  }),
  template(15, 'fpm', (m) => {
    const [one, two] = [m.alnum(12), m.alnum(12)];
    m.secrets.push(one, two);
    return `env[APP_SECRET] = "${one}\n${two}"\n${m.keep('pm.max_children = 5')}\n`;
  }),
  template(
    15,
    'nginx',
    (m) => `proxy_set_header X-Api-Key 'it\\'s${m.secret(m.alnum(9))}' ;\n${m.keep('tcp_nopush on;')}\n`,
  ),
  template(15, 'nginx', (m) => `proxy_set_header X-Api-Key ${m.secret(`${m.alnum(5)}\\;${m.alnum(5)}`)};\n`),
  template(
    15,
    'nginx',
    (m) => `proxy_set_header\n    X-Api-Key\n    "${m.secret(m.alnum(16))}"\n    ;\n${m.keep('tcp_nodelay on;')}\n`,
  ),
  template(15, 'nginx', (m) => `proxy_set_header X-Api-Key ${m.secret(m.alnum(16))};\r\n${m.keep('sendfile on;\r\n')}`),
  template(
    15,
    'php-ini',
    (m) => `acme.api_secret = "${m.secret(marked(m).replaceAll("'", ''))}" ${m.keep('; rotate me')}\n`,
  ),
  template(
    15,
    'fpm',
    (m) =>
      `env[MAIL_PASSWORD] = '${m.secret(`${m.alnum(4)};${m.alnum(2)}#"${m.alnum(4)}`)}'\n${m.keep('pm.max_requests = 500')}\n`,
  ),
];

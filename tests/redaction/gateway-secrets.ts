import { template, type Template } from './case.ts';
import { anyHost, inner, typed } from './further-values.ts';

/** Secrets of gateways: in maps and conditions, in Lua and njs, in comments and in other modules' directives. */
export const GATEWAY_SECRETS_TEMPLATES: readonly Template[] = [
  template(
    5,
    'nginx',
    (m) =>
      `location /dl/ {\n    secure_link $arg_md5,$arg_expires;\n    secure_link_md5 "$secure_link_expires$uri $remote_addr ${m.secret(m.alnum(11))}";\n    ${m.keep('if ($secure_link = "0") { return 410; }')}\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) => `secure_link_secret ${m.secret(m.lower(8))};\n${m.keep('rewrite ^ /secure/$secure_link;')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `map $http_x_api_key $client_name {\n    default "";\n    ${m.secret(m.hex(32))} shop;\n    "${m.secret(m.alnum(24))}" erp;\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `map $arg_token $allowed {\n    default 0;\n    "${m.secret(m.lower(9))}" 1;\n    ~^${m.secret(m.alnum(12))}$ 1;\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) => `map $cookie_staging_auth $is_staff {\n    ${m.keep('default 0;')}\n    ${m.secret(m.alnum(20))} 1;\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `map $host $backend_secret {\n    default ${m.secret(m.hex(20))};\n    ${m.identifier(anyHost(m))} "${m.secret(m.hex(20))}";\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) => `if ($http_x_maintenance_token != "${m.secret(m.alnum(14))}") {\n    ${m.keep('return 503;')}\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `if ($arg_preview_key = ${m.secret(m.lowerDigits(10))}) { set $bypass 1; }\nif ($http_authorization !~ "^Bearer ${m.secret(m.alnum(32))}$") { ${m.keep('return 401;')} }\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `set $jwt_secret '${m.secret(m.base64(24))}';\nset $admin_password ${m.secret(m.lower(7))};\n${m.keep('set $root_path /var/www;')}\n${m.keep('set $key_zone one;')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `encrypted_session_key ${m.secret(m.alnum(32))};\nencrypted_session_iv ${m.secret(m.alnum(16))};\n${m.keep('encrypted_session_expires 1d;')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `testcookie_secret ${m.secret(m.hex(32))};\ntestcookie_refresh_encrypt_cookie_key ${m.secret(m.hex(32))};\n${m.keep('testcookie_name BPC;')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) => `secure_link_hmac_secret "${m.secret(m.alnum(22))}";\n${m.keep('secure_link_hmac_algorithm sha256;')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `ldap_server corp {\n    url "ldaps://${m.identifier(inner(m))}:636/ou=people,dc=acme?uid?sub?(objectClass=person)";\n    binddn "cn=${m.identifier(m.lower(7))},dc=acme";\n    binddn_passwd "${m.secret(typed(m))}";\n    ${m.keep('group_attribute uniquemember;')}\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `upstream pg {\n    postgres_server 127.0.0.1 dbname=shop user=app password=${m.secret(m.alnum(12))};\n    ${m.keep('postgres_keepalive max=10 mode=single overflow=reject;')}\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `location = /cache {\n    redis2_query auth ${m.secret(m.alnum(13))};\n    redis2_query get $arg_k;\n    ${m.keep('redis2_pass 127.0.0.1:6379;')}\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `aws_access_key ${m.secret(`AKIA${m.upper(16)}`)};\naws_signing_key ${m.secret(m.base64(33))};\naws_key_scope 20260314/eu-central-1/s3/aws4_request;\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `ssl_certificate /etc/ssl/${m.identifier(anyHost(m))}/fullchain.pem;\nssl_certificate_key "engine:pkcs11:pkcs11:token=nginx;object=tls;pin-value=${m.secret(m.digits(8))}";\n${m.keep('ssl_session_tickets off;')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `access_by_lua_block {\n    local redis = require "resty.redis"\n    local red = redis:new()\n    local ok, err = red:auth("${m.secret(typed(m))}")\n    ${m.keep('if not ok then return ngx.exit(500) end')}\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `content_by_lua_block {\n    local mysql = require "resty.mysql"\n    local db = mysql:new()\n    db:connect{ host = "127.0.0.1", port = 3306, database = "shop", user = "app", password = '${m.secret(typed(m))}', ${m.keep('charset = "utf8"')} }\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `set_by_lua_block $sig {\n    local hmac = ngx.hmac_sha1("${m.secret(m.alnum(20))}", ngx.var.uri)\n    ${m.keep('return ngx.encode_base64(hmac)')}\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `init_by_lua_block {\n    jwt_secret = "${m.secret(m.alnum(33))}"\n    api_keys = { ["${m.secret(m.hex(32))}"] = true }\n    ${m.keep('require "cjson"')}\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `sub_filter '__API_KEY__' '${m.secret(m.hex(40))}';\n${m.keep('sub_filter_once off;')}\n${m.keep("sub_filter 'http://' 'https://';")}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `location = /.well-known/config.json {\n    default_type application/json;\n    return 200 '{"apiKey":"${m.secret(m.alnum(30))}","debug":false,"clientSecret":"${m.secret(m.alnum(20))}"}';\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `rewrite ^/feed$ /feed.php?token=${m.secret(m.alnum(22))}&page=1 last;\n${m.keep('rewrite ^/(.*)/$ /$1 permanent;')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `return 302 https://${m.identifier(anyHost(m))}/login?client_secret=${m.secret(m.alnum(32))}&state=$request_id;\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `# old: proxy_set_header X-Api-Key ${m.secret(m.alnum(24))};\n# password is ${m.secret(`${m.alnum(6)}!${m.digits(2)}`)}\n${m.keep('# keep the timeout below 60s')}\nkeepalive_timeout 30s;\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `auth_jwt_key_file /etc/nginx/jwt.key;\n${m.keep('auth_jwt_claim_set $email email;')}\nset $oidc_client_secret "${m.secret(m.base64url(40))}";\n${m.keep('set $oidc_pkce_enable 0;')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `map $host $oidc_client_secret {\n    default "${m.secret(m.base64url(36))}";\n}\nmap $host $oidc_hmac_key {\n    default "${m.secret(m.alnum(18))}";\n}\n${m.keep('map $host $oidc_scopes {')}\n    default "openid+profile+email";\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) => `js_var $api_key ${m.secret(m.alnum(25))};\n${m.keep('js_import http.js;')}\njs_set $hash http.hash;\n`,
  ),
  template(
    5,
    'nginx',
    (m) => `perl_set $auth 'sub { my $r = shift; my $secret = "${m.secret(m.alnum(16))}"; return $secret; }';\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `set $aws_secret_key "${m.secret(m.base64(30))}";\nset $s3_bucket "media";\n${m.keep('proxy_hide_header x-amz-id-2;')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `zone_sync_ssl_password_file /etc/nginx/pw;\n${m.keep('ssl_password_file /etc/keys/global.pass;')}\nauth_http_header X-Auth-Key "${m.secret(m.lower(11))}";\n`,
  ),
  template(5, 'nginx', (m) => `geo $bypass_secret {\n    default "";\n    10.0.0.0/8 "${m.secret(m.alnum(14))}";\n}\n`),
  template(
    5,
    'nginx',
    (m) =>
      `split_clients "\${remote_addr}AAA" $variant { ${m.keep('0.5% .one;')} * ""; }\nset $purge_key "${m.secret(m.alnum(15))}";\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `location ~ ^/cron/${m.secret(m.alnum(24))}$ {\n    ${m.keep('fastcgi_pass unix:/run/php/php8.2-fpm.sock;')}\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `server {\n    location /internal/ {\n        if ($http_x_gateway_key = '') { return 403; }\n        if ($http_x_gateway_key != '${m.secret(m.alnum(20))}') {\n            return 403;\n        }\n        ${m.keep('proxy_pass http://127.0.0.1:8081;')}\n    }\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `js_header_filter h.sign;\n# njs: const key = '${m.secret(m.alnum(24))}';\n# password: ${m.secret(`${m.alnum(7)}!`)}\n${m.keep('js_path "/etc/nginx/njs/";')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `rewrite_by_lua_block {\n    local token = ngx.req.get_headers()["X-Token"]\n    if token ~= "${m.secret(m.alnum(22))}" then\n        return ngx.exit(${m.keep('ngx.HTTP_FORBIDDEN')})\n    end\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `header_filter_by_lua_block {\n    ngx.header["X-Api-Token"] = "${m.secret(m.hex(32))}"\n    ${m.keep('ngx.header["X-Served-By"] = ngx.var.hostname')}\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `vod_secret_key "${m.secret(m.alnum(16))}$uri";\n${m.keep('vod_mode local;')}\nauth_jwt_key_request /_jwks;\nset $s3_secret_key ${m.secret(m.base64(30))};\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `upload_pass_args on;\nsecure_link $cookie_dl,$cookie_exp;\nsecure_link_md5 "${m.secret(m.lower(7))}$secure_link_expires$uri";\n${m.keep('add_header X-Robots-Tag noindex;')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) => `map "$arg_user:$arg_key" $ok {\n    default 0;\n    "alice:${m.secret(m.alnum(16))}" 1;\n}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `location = /deploy {\n    if ($arg_secret !~ ^${m.secret(m.alnum(18))}$) { return 404; }\n    ${m.keep('fastcgi_pass 127.0.0.1:9000;')}\n}\n`,
  ),
  template(5, 'nginx', (m) =>
    m.keep(
      `map $http_accept $webp { default ""; "~*webp" ".webp"; }\nmap $sent_http_content_type $exp { default off; ~image/ max; }\nset $no_cache "";\nset $cache_key "$scheme$host$uri";\nset $login_url /login;\nset $csrf off;\nif ($request_uri ~* "/wp-admin/|/xmlrpc.php") { set $no_cache 1; }\nif ($http_user_agent ~* (wget|curl)) { return 403; }\nproxy_ssl_session_reuse on;\nssl_password_file /etc/nginx/ssl.pass;\nkeyval_zone zone=tokens:1m;\nlimit_conn_status 429;\nopen_file_cache max=1000 inactive=20s;\nproxy_pass_request_headers on;\n`,
    ),
  ),
  template(5, 'nginx', (m) =>
    m.keep(
      `log_format json escape=json '{"time":"$time_iso8601","token":"$http_x_token","auth":"$http_authorization","cookie":"$http_cookie","key":"$arg_key"}';\nlog_format up '$remote_addr "$request" session=$cookie_PHPSESSID password_set=$arg_p';\nauth_request_set $token $upstream_http_x_token;\nproxy_set_header X-Auth-Token $token;\nproxy_cache_key $cookie_session$request_uri;\nfastcgi_cache_bypass $http_authorization $cookie_PHPSESSID;\n`,
    ),
  ),
];

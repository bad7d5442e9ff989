import { template, type Template } from './case.ts';

/** Configurations that hold nothing to hide. */
export const HARMLESS_CONFIGS_TEMPLATES: readonly Template[] = [
  template(5, 'nginx', (m) =>
    m.keep(
      `types {\n    application/javascript js mjs;\n    font/woff2 woff2;\n    image/svg+xml svg svgz;\n}\ngzip_types text/plain application/json application/xml+rss;\nlimit_conn_zone $binary_remote_addr zone=addr:10m;\nproxy_cache_path /var/cache/nginx levels=1:2 keys_zone=STATIC:10m inactive=24h max_size=1g;\nproxy_cache_key "$scheme$request_method$host$request_uri";\nssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-CHACHA20-POLY1305;\nssl_ecdh_curve X25519:secp384r1;\nssl_session_ticket_key /etc/nginx/ticket.key;\nauth_basic "Restricted area";\nauth_basic_user_file /etc/nginx/.htpasswd;\nssl_stapling on;\nuserid_name uid;\nauth_request /auth;\nauth_request_set $user $upstream_http_x_user;\n`,
    ),
  ),
  template(5, 'nginx', (m) =>
    m.keep(
      `map $http_upgrade $connection_upgrade {\n    default upgrade;\n    '' close;\n}\nmap $http_user_agent $bad_bot {\n    default 0;\n    ~*(semrush|ahrefs) 1;\n}\nmap $status $loggable {\n    ~^[23] 0;\n    default 1;\n}\nmap $uri $redirect_key {\n    /old-page /new-page;\n}\nmap $request_method $purge_method {\n    PURGE 1;\n    default 0;\n}\n`,
    ),
  ),
  template(5, 'nginx', (m) =>
    m.keep(
      `location ~* /(?:uploads|files)/.*\\.php$ { deny all; }\nlocation = /wp-login.php { limit_req zone=login burst=2; }\nlocation ^~ /token/ { internal; }\nlocation /password-reset { try_files $uri /index.php?$args; }\nif ($http_cookie ~* "wordpress_logged_in") { set $skip_cache 1; }\nif ($arg_token = "") { return 403; }\nif ($http_x_forwarded_proto = "http") { return 301 https://$host$request_uri; }\nset $auth_type none;\nset $token "";\nadd_header X-Frame-Options SAMEORIGIN;\nadd_header Cache-Control "public, max-age=31536000, immutable";\n`,
    ),
  ),
  template(5, 'nginx', (m) =>
    m.keep(
      `proxy_set_header Authorization $http_authorization;\nproxy_set_header X-Api-Key $http_x_api_key;\nproxy_set_header Authorization "Bearer $cookie_token";\nproxy_set_header X-Auth-Request-Redirect $request_uri;\nproxy_set_header Cookie $http_cookie;\nproxy_set_header Authorization "";\nfastcgi_param HTTP_AUTHORIZATION $http_authorization;\nfastcgi_pass_header Authorization;\nfastcgi_hide_header X-Powered-By;\nproxy_cookie_path / "/; HTTPOnly; Secure";\nproxy_ignore_headers Set-Cookie Cache-Control;\n`,
    ),
  ),
  template(18, 'nginx', (m) =>
    m.keep(
      'server_name example.com www.example.org localhost _;\nresolver 127.0.0.11 valid=10s;\nproxy_pass http://backend;\nproxy_pass http://unix:/run/app.sock:/;\nfastcgi_pass php:9000;\ninclude /etc/nginx/conf.d/*.conf;\nload_module modules/ngx_http_js_module.so;\n',
    ),
  ),
];

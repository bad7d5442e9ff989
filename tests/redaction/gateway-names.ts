import { template, type Template } from './case.ts';
import { anyDomain, anyHost, inner } from './further-values.ts';

/** Hosts, people and accounts in gateways. */
export const GATEWAY_NAMES_TEMPLATES: readonly Template[] = [
  template(18, 'nginx', (m) => {
    const domain = m.identifier(anyDomain(m));
    return `server {\n    listen 443 ssl;\n    server_name ${domain} www.${domain} *.${domain};\n    root /srv/www/${domain}/current/public;\n    access_log /var/log/nginx/${domain}.access.log;\n    ${m.keep('index index.php;')}\n}\n`;
  }),
  template(18, 'nginx', (m) => {
    const host = anyHost(m);
    m.identifier(host);
    m.identifier(host.replaceAll('.', '\\.'));
    return `server_name ~^(?<sub>[a-z]+)\\.${host.replaceAll('.', '\\.')}$;\nif ($host = ${host}) { ${m.keep('return 301 https://$host$request_uri;')} }\n`;
  }),
  template(
    18,
    'nginx',
    (m) =>
      `server_name .${m.identifier(anyDomain(m))};\n${m.keep('server_name _ "" localhost;')}\nvalid_referers none blocked server_names *.${m.identifier(anyDomain(m))} ~\\.google\\.;\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `upstream ${m.keep('backend')} {\n    server ${m.identifier(inner(m))}:9000 resolve;\n    server ${m.identifier(anyHost(m))};\n}\nproxy_pass http://backend;\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `proxy_pass https://${m.identifier(anyHost(m))}$request_uri;\nproxy_set_header Host ${m.identifier(anyHost(m))};\nproxy_ssl_name ${m.identifier(anyHost(m))};\nproxy_cookie_domain ${m.identifier(anyDomain(m))} $host;\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `map $http_origin $cors {\n    default "";\n    "https://${m.identifier(anyHost(m))}" $http_origin;\n    ~^https://([a-z-]+\\.)?${m.identifier(anyDomain(m).replaceAll('.', '\\.'))}$ $http_origin;\n}\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `add_header Content-Security-Policy "default-src 'self'; script-src 'self' https://${m.identifier(anyHost(m))} ${m.keep('https://www.googletagmanager.com')} 'sha256-${m.keep(m.base64(32))}'; frame-ancestors 'none'" always;\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `add_header Access-Control-Allow-Origin https://${m.identifier(anyHost(m))};\nadd_header Set-Cookie "sid=$cookie_sid; Domain=.${m.identifier(anyDomain(m))}; Path=/";\n${m.keep('add_header Access-Control-Allow-Methods "GET, POST, OPTIONS";')}\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `# site of ${m.identifier(anyHost(m))}, see https://${m.identifier(anyHost(m))}/wiki/nginx\n${m.keep('# docs: https://nginx.org/en/docs/http/ngx_http_core_module.html')}\nclient_max_body_size 64m;\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `resolver_timeout 5s;\nset $upstream http://${m.identifier(`${m.lower(5)}-php.${m.lower(6)}.svc.cluster.local`)}:9000;\nproxy_pass $upstream;\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `location / {\n    fastcgi_pass ${m.identifier(inner(m))}:9000;\n    ${m.keep('fastcgi_index index.php;')}\n}\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `ssl_certificate /etc/letsencrypt/live/${m.identifier(anyHost(m))}/fullchain.pem;\nssl_certificate_key /etc/letsencrypt/live/${m.identifier(anyHost(m))}/privkey.pem;\n${m.keep('include /etc/letsencrypt/options-ssl-nginx.conf;')}\n${m.keep('ssl_dhparam /etc/letsencrypt/ssl-dhparams.pem;')}\n`,
  ),
  template(
    19,
    'nginx',
    (m) =>
      `# contact ${m.identifier(m.mail())} before changing\nadd_header X-Contact "mailto:${m.identifier(m.mail())}";\n${m.keep('server_tokens off;')}\n`,
  ),
  template(20, 'nginx', (m) => {
    const user = m.identifier(m.user());
    return `user ${user} ${user};\nhttp {\n    server {\n        root /home/${user}/domains/app/public_html;\n        error_log /home/${user}/logs/error.log warn;\n        ${m.keep('autoindex off;')}\n    }\n}\n`;
  }),
  template(
    21,
    'nginx',
    (m) =>
      `# call ${m.identifier(`+49 89 ${m.digits(7)}`)} if it breaks\nkeepalive_requests 1000;\nproxy_set_header X-Amz-Arn arn:aws:iam::${m.identifier(m.digits(12))}:role/edge;\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `server_name ${m.identifier(`shop-${m.lower(5)}.info`)} ${m.identifier(`${m.lower(7)}.me`)};\nif ($http_referer !~* "^https?://(www\\.)?${m.identifier(`${m.lower(7)}\\.store`)}") { ${m.keep('return 403;')} }\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `# vhost ${m.identifier(`${m.lower(7)}.info`)} moved from ${m.identifier(`${m.lower(8)}.at`)}\n# later: ${m.identifier(`my-${m.lower(6)}.store`)}: redirect\n${m.keep('# see nginx.conf and fastcgi.conf')}\nclient_header_timeout 10s;\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `access_log /var/log/nginx/${m.identifier(anyHost(m))}-ssl_access.log combined buffer=32k;\nroot /home/www-data/${m.identifier(anyDomain(m))}/web;\n${m.keep('error_log /var/log/nginx/error.log warn;')}\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `location / {\n    proxy_pass http://${m.identifier(`${m.lower(4)}${m.digits(2)}.${m.lower(5)}.consul`)}:8500;\n    proxy_redirect http://${m.identifier(anyHost(m))}/ /;\n    sub_filter 'http://${m.identifier(anyHost(m))}' 'https://$host';\n    ${m.keep('sub_filter_types text/css;')}\n}\n`,
  ),
  template(
    19,
    'nginx',
    (m) =>
      `server {\n    server_name _;\n    # ServerAdmin ${m.identifier(m.mail())}\n    return 301 "mailto:${m.identifier(m.mail())}";\n    ${m.keep('listen 8080 default_server;')}\n}\n`,
  ),
  template(
    20,
    'nginx',
    (m) =>
      `fastcgi_param PHP_ADMIN_VALUE "open_basedir=/home/${m.identifier(m.user())}/htdocs:/tmp";\nauth_basic_user_file /home/${m.identifier(m.user())}/.htpasswd;\n${m.keep('auth_basic "Members only";')}\n`,
  ),
];

import { template, type Template } from './case.ts';
import { marked, word } from './hard-values.ts';

export const NGINX_HEADER_VALUE_TEMPLATES: readonly Template[] = [
  ...['proxy_set_header', 'grpc_set_header', 'add_header'].flatMap((directive) =>
    [
      'X-Api-Key',
      'X-Internal-Token',
      'X-Webhook-Secret',
      'X-Auth-Password',
      'Api-Key',
      'x-functions-key',
      'PRIVATE-TOKEN',
      'X-Vault-Token',
      'X-Origin-Secret',
    ].map((header) =>
      template(
        4,
        'nginx',
        (m) =>
          `server {\n    location /a/ {\n        ${m.keep(`${directive} ${header} `)}${m.random.pick([() => m.secret(m.alnum(24)), () => `"${m.secret(marked(m))}"`, () => m.secret(word(m)), () => `'${m.secret(m.password())}'`])()};\n    }\n}\n`,
      ),
    ),
  ),
  template(4, 'nginx', (m) => `proxy_set_header ${m.keep('Authorization "Bearer ')}${m.secret(m.alnum(40))}";\n`),
  template(
    4,
    'nginx',
    (m) =>
      `proxy_set_header ${m.keep('Authorization "Basic ')}${m.secret(Buffer.from(`${m.user()}:${m.password()}`).toString('base64'))}"; ${m.keep('# upstream wants it')}\n`,
  ),
  template(4, 'nginx', (m) => `proxy_set_header ${m.keep('Authorization ApiKey\\ ')}${m.secret(m.alnum(20))};\n`),
  template(4, 'nginx', (m) => `proxy_set_header Authorization "${m.keep('ApiKey ')}${m.secret(m.base64(40))}";\n`),
  template(4, 'nginx', (m) => `proxy_set_header Authorization "${m.keep('Token ')}token=${m.secret(m.hex(40))}";\n`),
  template(
    4,
    'nginx',
    (m) => `proxy_set_header Authorization "Bearer ${m.secret(m.alnum(6))}${m.keep('$request_id')}";\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `proxy_set_header Proxy-Authorization "Basic ${m.secret(Buffer.from(`svc:${m.alnum(9)}`).toString('base64'))}";\n`,
  ),
  template(4, 'nginx', (m) => `proxy_set_header Cookie "session=${m.secret(m.hex(32))}; ${m.keep('theme=dark')}";\n`),
  template(4, 'nginx', (m) => `proxy_set_header Cookie "${m.keep('$http_cookie')}; auth=${m.secret(m.alnum(22))}";\n`),
  template(
    4,
    'nginx',
    (m) =>
      `add_header Set-Cookie "sid=${m.secret(m.alnum(26))}; ${m.keep('Path=/; HttpOnly; Secure; SameSite=Lax')}" always;\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `fastcgi_param ${m.keep('DB_PASSWORD ')}"${m.secret(marked(m))}";\nfastcgi_param ${m.keep('SCRIPT_FILENAME $document_root$fastcgi_script_name;')}\n`,
  ),
  template(4, 'nginx', (m) => `\tfastcgi_param\tAPP_SECRET\t${m.secret(word(m))} ${m.keep('if_not_empty')};\n`),
  template(4, 'nginx', (m) => `uwsgi_param ${m.keep('SECRET_KEY ')}${m.secret(m.alnum(50))};\n`),
  template(4, 'nginx', (m) => `scgi_param HTTP_X_AUTH_TOKEN ${m.secret(m.alnum(18))};\n`),
  template(4, 'nginx', (m) => `fastcgi_param HTTP_AUTHORIZATION "Bearer ${m.secret(m.alnum(28))}";\n`),
  template(
    4,
    'nginx',
    (m) =>
      `fastcgi_param PHP_VALUE "${m.keep('memory_limit=256M')}\\nsession.save_path=tcp://10.0.0.2:6379?auth=${m.secret(m.alnum(12))}";\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `fastcgi_param PHP_ADMIN_VALUE "mysqli.default_pw=${m.secret(m.alnum(12))}\n    ${m.keep('upload_max_filesize=20M')}";\n`,
  ),
  template(
    4,
    'nginx',
    (m) => `fastcgi_param DATABASE_URL mysql://${m.user()}:${m.secret(m.alnum(12))}@${m.identifier(m.host())}/app;\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `more_set_headers "X-Api-Key: ${m.secret(m.alnum(20))}";\nmore_set_input_headers '${m.keep('Authorization: Bearer ')}${m.secret(m.alnum(33))}';\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `        #proxy_set_header X-Api-Key ${m.secret(m.alnum(24))};\n        # ${m.keep('proxy_read_timeout 60s;')}\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `auth_request_set $token ${m.keep('$upstream_http_x_token')};\nproxy_set_header X-Token ${m.keep('$token')};\nproxy_set_header X-Key "${m.keep('$http_x_key')}";\nproxy_set_header Authorization ${m.keep('""')};\nproxy_set_header Authorization ${m.keep('$http_authorization')};\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `    ${m.keep('add_header Content-Security-Policy "script-src')} 'self' ${m.keep(`'sha256-${m.base64(32)}'`)}; style-src 'nonce-$request_id'";\n    ${m.keep('add_header X-Frame-Options SAMEORIGIN;')}\n    ${m.keep('add_header Access-Control-Allow-Headers "Authorization, X-Api-Key, X-Csrf-Token";')}\n    ${m.keep('proxy_set_header X-Forwarded-Proto $scheme;')}\n    ${m.keep('proxy_pass_header Authorization;')}\n    ${m.keep('proxy_hide_header Set-Cookie;')}\n    ${m.keep('fastcgi_hide_header X-Auth-Token;')}\n    ${m.keep('add_header X-Has-Token true;')}\n`,
  ),
];

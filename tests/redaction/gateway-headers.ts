import { template, type Template } from './case.ts';
import { basic, typed } from './further-values.ts';

/** Headers and parameters that a gateway sets for what stands behind it. */
export const GATEWAY_HEADERS_TEMPLATES: readonly Template[] = [
  template(
    4,
    'nginx',
    (m) =>
      `location /api/ {\n    proxy_pass http://127.0.0.1:9000;\n    proxy_set_header Authorization 'Basic ${m.secret(basic(m))}';\n    ${m.keep('proxy_set_header Host $host;')}\n    ${m.keep('proxy_set_header X-Real-IP $remote_addr;')}\n}\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `location /grpc {\n    grpc_pass grpc://127.0.0.1:50051;\n    grpc_set_header x-api-key ${m.secret(m.hex(40))};\n    ${m.keep('grpc_set_header TE $http_te;')}\n}\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `fastcgi_param DATABASE_PASSWORD "${m.secret(typed(m))}";\nfastcgi_param APP_SECRET ${m.secret(m.hex(32))};\n${m.keep('fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;')}\n${m.keep('fastcgi_param APP_ENV production;')}\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `uwsgi_param HTTP_X_SHARED_SECRET ${m.secret(m.lowerDigits(18))};\nscgi_param MYSQL_PASS ${m.secret(m.alnum(9))};\n${m.keep('uwsgi_param QUERY_STRING $query_string;')}\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `add_header X-Auth-Token "${m.secret(m.base64url(28))}" always;\n${m.keep('add_header X-Content-Type-Options nosniff always;')}\n${m.keep('add_header X-Cache-Key $uri;')}\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `proxy_set_header Cookie "wordpress_logged_in=${m.secret(m.alnum(32))}; lang=de; $http_cookie";\n${m.keep('proxy_set_header Connection "";')}\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `proxy_set_header X-Signature "t=$msec,v1=${m.secret(m.hex(64))}";\n${m.keep('proxy_set_header X-Forwarded-Proto $scheme;')}\n`,
  ),
  template(
    4,
    'nginx',
    (m) => `proxy_set_header   X-Origin-Verify   ${m.secret(m.alnum(26))};\n${m.keep('proxy_http_version 1.1;')}\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `proxy_set_header Authorization "Token token=${m.secret(m.hex(24))}";\nproxy_set_header Authorization "ApiKey ${m.secret(m.base64url(44))}";\n${m.keep('proxy_pass_header Authorization;')}\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `more_set_headers "X-Access-Token: ${m.secret(m.alnum(30))}";\nmore_set_input_headers 'Authorization: Bearer ${m.secret(m.base64url(40))}';\n${m.keep('more_clear_headers Server;')}\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `proxy_set_header X-Forwarded-Access-Token ${m.secret(m.base64url(40))};\nproxy_set_header X-Vault-Token ${m.secret(`hvs.${m.base64url(90)}`)};\n${m.keep('proxy_set_header X-Forwarded-Host $host;')}\n${m.keep('proxy_set_header X-Request-ID $request_id;')}\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `fastcgi_param HTTP_X_WEBHOOK_SECRET '${m.secret(m.alnum(26))}';\nfastcgi_param SMTP_PASSWORD ${m.secret(m.lower(8))};\nfastcgi_param PHP_VALUE "session.save_path=tcp://127.0.0.1:6379?auth=${m.secret(m.alnum(12))}\n upload_max_filesize=64M";\n${m.keep('fastcgi_param DOCUMENT_ROOT $realpath_root;')}\n`,
  ),
  template(
    4,
    'nginx',
    (m) =>
      `add_header Set-Cookie "access=${m.secret(m.alnum(30))}; Path=/; HttpOnly";\n${m.keep('add_header Referrer-Policy "no-referrer" always;')}\n${m.keep('add_header X-Key-Vary $http_accept_language;')}\n`,
  ),
];

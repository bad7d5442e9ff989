import { template, type Template } from './case.ts';
import { inner } from './further-values.ts';

/** Connection strings, webhooks, keys and quoted values in gateways. */
export const GATEWAY_STRINGS_TEMPLATES: readonly Template[] = [
  template(
    2,
    'nginx',
    (m) =>
      `location = /alert {\n    proxy_pass https://hooks.slack.com/services/${m.secret(`T0${m.upper(8)}`)}/${m.secret(`B0${m.upper(8)}`)}/${m.secret(m.alnum(24))};\n    ${m.keep('proxy_ssl_server_name on;')}\n}\n`,
  ),
  template(
    2,
    'nginx',
    (m) => `location = /hooks/${m.secret(m.alnum(20))} {\n    ${m.keep('proxy_pass http://127.0.0.1:9001;')}\n}\n`,
  ),
  template(
    3,
    'nginx',
    (m) =>
      `fastcgi_param DATABASE_URL "mysql://app:${m.secret(m.alnum(14))}@${m.identifier(inner(m))}:3306/shop?charset=utf8mb4";\n${m.keep('fastcgi_param HTTPS on;')}\n`,
  ),
  template(
    3,
    'nginx',
    (m) => `fastcgi_param SENTRY_DSN https://${m.secret(m.hex(32))}@o${m.digits(6)}.ingest.sentry.io/${m.digits(7)};\n`,
  ),
  template(
    3,
    'nginx',
    (m) => `proxy_pass http://svc:${m.secret(m.alnum(9))}@127.0.0.1:8080/;\n${m.keep('proxy_redirect off;')}\n`,
  ),
  template(
    15,
    'nginx',
    (m) => `set $secret "${m.secret(`${m.alnum(5)};${m.alnum(4)}#${m.alnum(3)}`)}"; # ${m.keep('rotated in march')}\n`,
  ),
  template(
    15,
    'nginx',
    (m) =>
      `proxy_set_header X-Api-Key "${m.secret(m.alnum(12))}\\"${m.secret(m.alnum(9))}";\n${m.keep('proxy_buffering off;')}\n`,
  ),
  template(
    15,
    'nginx',
    (m) =>
      `return 200 "first line\npassword=${m.secret(m.alnum(12))}\nthird line";\n${m.keep('default_type text/plain;')}\n`,
  ),
  template(
    14,
    'nginx',
    (m) =>
      `proxy_set_header X-Debug "${m.secret(m.jwt())}";\n# sample: ${m.secret(m.jwt())}\n${m.keep('proxy_read_timeout 90s;')}\n`,
  ),
  template(13, 'nginx', (m) => {
    const lines = m.pem().map((line) => m.secret(line));
    return `# -----BEGIN EC PRIVATE KEY-----\n${lines.map((line) => `# ${line}\n`).join('')}# -----END EC PRIVATE KEY-----\n${m.keep('ssl_protocols TLSv1.2 TLSv1.3;')}\n`;
  }),
  template(
    13,
    'nginx',
    (m) =>
      `ssl_certificate_key "data:-----BEGIN PRIVATE KEY-----\n${m
        .pem()
        .map((l) => m.secret(l))
        .join('\n')}\n-----END PRIVATE KEY-----";\n${m.keep('ssl_session_timeout 1d;')}\n`,
  ),
  template(
    2,
    'nginx',
    (m) =>
      `location /tg {\n    proxy_pass https://api.telegram.org/bot${m.secret(`${m.digits(10)}:AA${m.base64url(33)}`)}/sendMessage;\n    ${m.keep('proxy_set_header Host api.telegram.org;')}\n}\n`,
  ),
];

import { template, type Template } from './case.ts';
import { publicHost } from './hard-values.ts';

const debug = '2024/05/12 10:11:12 [debug] 31#31: *88 ';

export const COOKIE_AND_HEADER_TEMPLATES: readonly Template[] = [
  template(
    11,
    'nginx-error-log',
    (m) =>
      `${debug}${m.keep('http header: "Cookie: ')}PHPSESSID=${m.secret(m.lowerDigits(26))}; ${m.keep('theme=dark; lang=de; _ga=GA1.2.1.1')}; remember_web_x=${m.secret(m.alnum(60))}"\n`,
  ),
  template(
    11,
    'nginx-error-log',
    (m) =>
      `${debug}${m.keep('http header: "Authorization: Bearer ')}${m.secret(m.alnum(40))}"\n${debug}http header: "Host: ${m.identifier(publicHost(m))}"\n${debug}http header: "X-Api-Key: ${m.secret(m.alnum(24))}"\n${debug}http header: "${m.keep('Accept: */*')}"\n`,
  ),
  template(
    11,
    'nginx-error-log',
    (m) =>
      `${debug}${m.keep('fastcgi param: "HTTP_COOKIE: ')}laravel_session=${m.secret(`eyJ${m.alnum(60)}`)}; XSRF-TOKEN=${m.secret(`eyJ${m.alnum(50)}%3D`)}"\n${debug}fastcgi param: "HTTP_AUTHORIZATION: Basic ${m.secret(Buffer.from(`${m.user()}:${m.alnum(8)}`).toString('base64'))}"\n${debug}fastcgi param: "HTTP_HOST: ${m.identifier(publicHost(m))}"\n${debug}fastcgi param: "REMOTE_ADDR: ${m.identifier(m.ip())}"\n`,
  ),
  template(
    11,
    'nginx-error-log',
    (m) =>
      `${debug}http proxy header:\n"GET / HTTP/1.0\nHost: ${m.identifier(publicHost(m))}\nX-Real-IP: ${m.identifier(m.ip())}\nAuthorization: Token ${m.secret(m.hex(40))}\n${m.keep('Connection: close')}\n"\n`,
  ),
  template(
    11,
    'nginx-error-log',
    (m) =>
      `${debug}${m.keep('http fastcgi header: "Set-Cookie: ')}sess=${m.secret(m.alnum(32))}; ${m.keep('path=/; secure; HttpOnly')}"\n${debug}http fastcgi header: "Location: https://${m.identifier(publicHost(m))}/x"\n`,
  ),
  template(
    11,
    'nginx-access-log',
    (m) =>
      `{"ts":"2024-05-12","http_cookie":"sid=${m.secret(m.alnum(32))}; ${m.keep('theme=dark')}","http_authorization":"Bearer ${m.secret(m.alnum(30))}","${m.keep('status":502')}}\n`,
  ),
  template(
    11,
    'nginx-access-log',
    (m) =>
      `${m.identifier(m.ip())} - - [12/May/2024:10:11:12 +0000] "GET / HTTP/1.1" 200 5 "-" "-" cookie="${m.keep('_ga=GA1.1.1.2; ')}wordpress_logged_in_${m.hex(32)}=${m.secret(`admin%7C1715508672%7C${m.alnum(43)}`)}"\n`,
  ),
  template(
    11,
    'unknown',
    (m) =>
      `> GET / HTTP/1.1\n> Host: ${m.identifier(publicHost(m))}\n> Authorization: Basic ${m.secret(Buffer.from(`${m.user()}:${m.alnum(8)}`).toString('base64'))}\n> Cookie: a=1; SESS${m.hex(32)}=${m.secret(m.base64url(43))}\n< HTTP/1.1 ${m.keep('502 Bad Gateway')}\n< Set-Cookie: PHPSESSID=${m.secret(m.lowerDigits(26))}; path=/\n< ${m.keep('Server: nginx/1.22.1')}\n`,
  ),
  template(
    11,
    'unknown',
    (m) =>
      `curl ${m.keep('-sS -o /dev/null')} -H 'Authorization: Bearer ${m.secret(m.alnum(32))}' -H "x-api-key: ${m.secret(m.alnum(12))}" -b 'session=${m.secret(m.alnum(30))}' https://${m.identifier(publicHost(m))}/api\n`,
  ),
  template(
    11,
    'unknown',
    (m) =>
      `* Connected to ${m.identifier(publicHost(m))} (${m.identifier(m.ip())}) port 443\n* Server auth using Basic with user '${m.identifier(m.user())}'\n> authorization: Digest username="${m.identifier(m.user())}", ${m.keep('realm="x"')}, nonce="${m.hex(32)}", response="${m.secret(m.hex(32))}"\n`,
  ),
  template(
    11,
    'unknown',
    (m) =>
      `Authorization: AWS4-HMAC-SHA256 Credential=${m.secret(`AKIA${m.upper(16)}`)}/20240512/eu-west-1/s3/aws4_request, ${m.keep('SignedHeaders=host;x-amz-date')}, Signature=${m.secret(m.hex(64))}\n`,
  ),
  template(
    11,
    'unknown',
    (m) =>
      `fetch("https://${m.identifier(publicHost(m))}/x", {\n  headers: { "authorization": "Bearer ${m.secret(m.alnum(32))}", "x-csrf-token": "${m.secret(m.alnum(40))}", ${m.keep('"accept": "*/*"')} },\n  ${m.keep('"method": "GET"')}\n});\n`,
  ),
  template(14, 'unknown', (m) => `${m.keep('token is')} ${m.secret(m.jwt())}, ${m.keep('expired')}\n`),
  template(
    14,
    'nginx-access-log',
    (m) => `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /ws/${m.secret(m.jwt())} HTTP/1.1" 101 5 "-" "-"\n`,
  ),
  template(
    14,
    'unknown',
    (m) =>
      `jwe: ${m.secret(`eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.${m.base64url(80)}.${m.base64url(16)}.${m.base64url(60)}.${m.base64url(22)}`)}\n`,
  ),
  template(
    14,
    'nginx-error-log',
    (m) =>
      `2024/05/12 10:11:12 [info] 1#1: *1 JWT: ${m.keep('signature verification failed')}: ${m.secret(m.jwt())}, client: ${m.identifier(m.ip())}\n`,
  ),
  template(
    14,
    'unknown',
    (m) =>
      `Basic ${m.secret(Buffer.from(`${m.user()}:${m.password()}`).toString('base64'))} ${m.keep('does not work either')}\n`,
  ),
  template(
    14,
    'unknown',
    (m) =>
      `header cut off: eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.${m.secret(Buffer.from(JSON.stringify({ sub: m.digits(9), name: m.lower(8) })).toString('base64url'))}`,
  ),
  template(
    14,
    'unknown',
    (m) =>
      `${m.keep('data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk')}\n${m.keep('Basic authentication is off')}\n${m.keep('Bearer tokens are sent by the client')}\n`,
  ),
];

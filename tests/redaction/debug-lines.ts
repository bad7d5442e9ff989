import { template, type Template } from './case.ts';
import { anyDomain, anyHost, basic, debug } from './further-values.ts';

/** What a gateway writes when it is told to say everything. */
export const DEBUG_LINES_TEMPLATES: readonly Template[] = [
  template(11, 'nginx-error-log', (m) =>
    [
      `http header: "Authorization: Bearer ${m.secret(m.base64url(43))}"`,
      `http header: "Cookie: frontend=${m.secret(m.lowerDigits(26))}; ${m.keep('currency=EUR')}"`,
      `http header: "Host: ${m.identifier(anyHost(m))}"`,
      `http header: "${m.keep('Accept-Encoding: gzip, deflate, br')}"`,
    ]
      .map(debug)
      .join(''),
  ),
  template(11, 'nginx-error-log', (m) =>
    [
      `fastcgi param: "HTTP_COOKIE: PHPSESSID=${m.secret(m.lowerDigits(26))}"`,
      `fastcgi param: "HTTP_AUTHORIZATION: Basic ${m.secret(basic(m))}"`,
      `fastcgi param: "QUERY_STRING: token=${m.secret(m.alnum(20))}&page=3"`,
      `fastcgi param: "REMOTE_ADDR: ${m.identifier(m.ip())}"`,
      `fastcgi param: "SERVER_NAME: ${m.identifier(anyHost(m))}"`,
      `fastcgi param: "${m.keep('SCRIPT_FILENAME: /var/www/html/index.php')}"`,
    ]
      .map(debug)
      .join(''),
  ),
  template(11, 'nginx-error-log', (m) =>
    [
      `http args: "access_token=${m.secret(m.alnum(30))}&v=2"`,
      `http uri: "${m.keep('/api/me')}"`,
      `http proxy header: "X-Api-Key: ${m.secret(m.hex(32))}"`,
      `http proxy header: "Set-Cookie: sess=${m.secret(m.alnum(32))}; path=/; HttpOnly"`,
    ]
      .map(debug)
      .join(''),
  ),
  template(
    11,
    'nginx-error-log',
    (m) =>
      debug(`http script var: "Bearer ${m.secret(m.alnum(36))}"`) +
      debug(`http request line: "GET /me?session=${m.secret(m.alnum(24))} HTTP/1.1"`) +
      debug(`http cleanup add: ${m.keep('000055D0A1B2C3D8')}`),
  ),
  template(11, 'nginx-error-log', (m) =>
    [
      `http upstream request: "/api?key=${m.secret(m.hex(32))}"`,
      `http proxy header: "Authorization: Basic ${m.secret(basic(m))}"`,
      `http header: "x-amz-security-token: ${m.secret(m.base64(60))}"`,
      `http header: "referer: https://${m.identifier(anyHost(m))}/reset/${m.secret(m.alnum(32))}"`,
      m.keep('http script copy: "/index.php"'),
    ]
      .map(debug)
      .join(''),
  ),
  template(11, 'nginx-error-log', (m) =>
    [
      `fastcgi param: "PHP_AUTH_PW: ${m.secret(m.lower(8))}"`,
      `fastcgi param: "HTTP_X_CSRF_TOKEN: ${m.secret(m.alnum(40))}"`,
      `fastcgi param: "REQUEST_URI: /?s=${m.keep('shoes')}&sid=${m.secret(m.lowerDigits(26))}"`,
      `fastcgi param: "HTTP_HOST: ${m.identifier(anyDomain(m))}"`,
      `fastcgi param: "HTTP_X_FORWARDED_FOR: ${m.identifier(m.ip())}, 10.0.0.1"`,
    ]
      .map(debug)
      .join(''),
  ),
];

import { template, type Case, type Template } from './case.ts';
import { internalHost, publicHost, word } from './hard-values.ts';

const PARAMETERS = [
  'token',
  'access_token',
  'api_key',
  'apikey',
  'key',
  'auth',
  'secret',
  'sig',
  'signature',
  'X-Amz-Signature',
  'X-Amz-Security-Token',
  'X-Goog-Signature',
  'code',
  'state',
  'otp',
  'password',
  'pwd',
  'passwd',
  'pass',
  'hash',
  'PHPSESSID',
  'reset_password_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'csrf_token',
  '_token',
  'session_id',
  'sid',
  'confirmation_token',
  'invitation_token',
  'auth_token',
  'private_token',
  'magic',
  'nonce',
  'hmac',
  'SAMLResponse',
  'assertion',
  'X-Plex-Token',
  'apiKey',
  'accessToken',
  'authKey',
];

const value = (m: Case, name: string): string => {
  if (/^(?:password|pwd|passwd|pass|secret)$/.test(name)) return m.random.pick([word(m), m.password(), m.alnum(10)]);
  if (name === 'otp') return m.digits(6);
  return m.random.pick([() => m.hex(40), () => m.base64url(32), () => m.alnum(24)])();
};

type Line = (m: Case, query: string) => string;
const LINES: readonly (readonly [
  'nginx-access-log' | 'nginx-error-log' | 'fpm-status' | 'fpm-log' | 'unknown',
  Line,
])[] = [
  [
    'nginx-access-log',
    (m, q) =>
      `${m.identifier(m.ip())} - - [12/May/2024:10:11:12 +0000] "${m.keep('GET /a/b?page=2&')}${q}${m.keep('&sort=asc HTTP/2.0" 502 157')} "-" "Mozilla/5.0 (X11; Linux x86_64)"\n`,
  ],
  [
    'nginx-access-log',
    (m, q) =>
      `${m.identifier(m.ip())} - ${m.identifier(m.user())} [12/May/2024:10:11:12 +0000] "GET / HTTP/1.1" 200 12 "https://${m.identifier(publicHost(m))}/cb?${q}#x" "${m.keep('Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X)')}" "${m.identifier(m.ip())}" ${m.keep('rt=0.312 uct="0.000" uht="0.311" urt="0.311"')}\n`,
  ],
  [
    'nginx-access-log',
    (m, q) =>
      `{"time":"2024-05-12T10:11:12+00:00","remote_addr":"${m.identifier(m.ip())}","request_uri":"\\/a?${q}","${m.keep('status":"504","request_time":"60.001')}","host":"${m.identifier(publicHost(m))}"}\n`,
  ],
  [
    'nginx-access-log',
    (m, q) =>
      `time=2024-05-12T10:11:12+00:00\thost=${m.identifier(m.ip())}\tmethod=POST\turi=/login\tquery=${q}\t${m.keep('status=499\tsize=0\treqtime=3.2')}\n`,
  ],
  [
    'nginx-error-log',
    (m, q) =>
      `2024/05/12 10:11:12 [error] 31#31: *88 ${m.keep('upstream prematurely closed connection while reading response header from upstream')}, client: ${m.identifier(m.ip())}, server: ${m.identifier(publicHost(m))}, request: "GET /x?${q} HTTP/1.1", upstream: "fastcgi://10.0.0.4:9000", host: "${m.identifier(publicHost(m))}", referrer: "https://${m.identifier(publicHost(m))}/y?${q}"\n`,
  ],
  [
    'nginx-error-log',
    (m, q) =>
      `2024/05/12 10:11:12 [debug] 31#31: *88 ${m.keep('http args: "')}${q}"\n2024/05/12 10:11:12 [debug] 31#31: *88 fastcgi param: "QUERY_STRING: ${q}"\n2024/05/12 10:11:12 [debug] 31#31: *88 http uri: "${m.keep('/index.php')}"\n`,
  ],
  [
    'nginx-error-log',
    (m, q) =>
      `2024/05/12 10:11:12 [error] 3#3: *8 ${m.keep('connect() failed (111: Connection refused) while connecting to upstream')}, client: ${m.identifier(m.ip())}, server: _, request: "GET /x HTTP/1.1", upstream: "http://${m.identifier(internalHost(m))}:8080/v2/x?${q}", host: "${m.identifier(publicHost(m))}:8443"\n`,
  ],
  [
    'fpm-status',
    (m, q) =>
      `pid:                  2041\nstate:                Running\nrequests:             31\n${m.keep('request duration:     61000324')}\nrequest method:       POST\nrequest URI:          /index.php?${q}\ncontent length:       0\nuser:                 -\nscript:               /srv/app/public/index.php\n`,
  ],
  [
    'fpm-status',
    (m, q) =>
      `{"pool":"www",${m.keep('"process manager":"dynamic"')},"processes":[{"pid":12,"state":"Running","request uri":"/index.php?${q}",${m.keep('"request duration":3000')}}]}\n`,
  ],
  [
    'fpm-log',
    (m, q) =>
      `127.0.0.1 -  12/May/2024:10:11:12 +0000 "GET /index.php?${q}" ${m.keep('200 /srv/app/public/index.php 61.2 2048 98.1%')}\n`,
  ],
  [
    'unknown',
    (m, q) =>
      `> GET /v1/things?${q} HTTP/2\n> Host: ${m.identifier(publicHost(m))}\n> ${m.keep('user-agent: curl/7.88.1')}\n`,
  ],
];

/** A parameter on every kind of line, one line for each name in turn. */
export const REQUEST_PARAMETER_TEMPLATES: readonly Template[] = [
  ...PARAMETERS.flatMap((name, at) =>
    [0, 1].map((turn) => {
      const [kind, line] = LINES[(at * 2 + turn * 3) % LINES.length] as (typeof LINES)[number];
      return template(9, kind, (m) => line(m, `${name}=${m.secret(value(m, name))}`));
    }),
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /f?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${m.secret(`AKIA${m.upper(16)}%2F20240512%2Feu-west-1%2Fs3%2Faws4_request`)}&${m.keep('X-Amz-Date=20240512T101112Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host')}&X-Amz-Signature=${m.secret(m.hex(64))} HTTP/1.1" 200 1\n`,
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /b?${m.keep('sv=2022-11-02&ss=b&srt=co&sp=r')}&se=2024-06-01&sig=${m.secret(`${m.alnum(20)}%2B${m.alnum(20)}%3D`)} HTTP/1.1" 200 1\n`,
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /cb%3Faccess_token%3D${m.secret(m.alnum(30))}%26page%3D2 HTTP/1.1" 200 1\n`,
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /login?next=%2Freset%3Ftoken%3D${m.secret(m.alnum(30))}%26${m.keep('lang%3Dde')} HTTP/1.1" 200 1\n`,
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /login?u=%252Fr%253Fapi_key%253D${m.secret(m.alnum(30))} HTTP/1.1" 200 1\n`,
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /shop/cart;jsessionid=${m.secret(m.upper(32))}${m.keep('?page=1')} HTTP/1.1" 200 1\n`,
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /a?user[password]=${m.secret(m.alnum(10))}&user%5Bapi_token%5D=${m.secret(m.alnum(20))}&${m.keep('user[name]=x')} HTTP/1.1" 200 1\n`,
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /a?TOKEN=${m.secret(m.alnum(18))}&Api-Key=${m.secret(m.alnum(20))} HTTP/1.1" 200 1\n`,
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /a?password=${m.secret(`${m.alnum(4)}%24${m.alnum(3)}+${m.alnum(3)}%21`)} HTTP/1.1" 200 1\n`,
  ),
  template(
    9,
    'nginx-access-log',
    (m) => `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /a?token=${m.secret(m.alnum(28))}`,
  ),
  template(
    9,
    'unknown',
    (m) => `_body: username=${m.lower(6)}&password=${m.secret(word(m))}&${m.keep('remember=1')}\n`,
  ),
  template(
    9,
    'unknown',
    (m) =>
      `< location: https://${m.identifier(publicHost(m))}/cb?code=${m.secret(m.base64url(40))}&state=${m.secret(m.hex(24))}\n`,
  ),
  template(
    9,
    'unknown',
    (m) =>
      `https://${m.identifier(publicHost(m))}/#access_token=${m.secret(m.base64url(60))}&token_type=Bearer&${m.keep('expires_in=3600')}\n`,
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "${m.keep('GET /a?page=2&sort=price&ver=6.4.2&utm_source=news&_=1715508672&q=red+shoes&code=de&lang=en&key=value&id=812345&hash=top&state=open&token=&auth=1')} HTTP/1.1" 200 1\n`,
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "${m.keep('GET /wp-includes/js/jquery/jquery.min.js?ver=3.7.1 HTTP/1.1" 200 30355')} "-" "${m.keep('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36')}"\n`,
  ),
];

import { template, type Template } from './case.ts';
import { access, anyHost } from './further-values.ts';

/** Request lines of access logs. */
export const REQUEST_LINES_TEMPLATES: readonly Template[] = [
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      `GET /oauth/callback?${m.keep('provider=github')}&code=${m.secret(m.hex(20))}&state=${m.secret(m.alnum(40))} HTTP/1.1`,
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(m, `POST /login?username=x&password=${m.secret(m.lower(7))}&${m.keep('remember=1')} HTTP/2.0`),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      `GET /file.zip?${m.keep('X-Amz-Algorithm=AWS4-HMAC-SHA256')}&X-Amz-Credential=${m.secret(`AKIA${m.upper(16)}`)}%2F20260314%2Feu-west-1%2Fs3%2Faws4_request&${m.keep('X-Amz-Date=20260314T092653Z&X-Amz-Expires=3600')}&X-Amz-SignedHeaders=host&X-Amz-Signature=${m.secret(m.hex(64))} HTTP/1.1`,
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      `GET /b/x?sv=2023-11-03&st=2026-03-14T09%3A26%3A53Z&sr=b&sp=r&sig=${m.secret(`${m.alnum(20)}%2B${m.alnum(20)}%3D`)} HTTP/1.1`,
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      `GET /o/x?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Signature=${m.secret(m.hex(128))}&${m.keep('alt=media')} HTTP/1.1`,
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      `GET /?wc-ajax=get_refreshed_fragments&${m.keep('_=1700000000')}&PHPSESSID=${m.secret(m.lowerDigits(26))} HTTP/1.1`,
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(m, `GET /app;jsessionid=${m.secret(m.upper(32))}?${m.keep('tab=2')} HTTP/1.1`),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(m, `GET /sso?SAMLResponse=${m.secret(m.alnum(80))}&RelayState=%2Fhome HTTP/1.1`),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      `GET /r?url=https%3A%2F%2F${m.identifier(anyHost(m))}%2Fcb%3Ftoken%3D${m.secret(m.alnum(22))}%26${m.keep('page%3D1')} HTTP/1.1`,
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      `GET /api.php?${m.keep('action=list&format=json')}&apikey=${m.secret(m.hex(32))}&auth_key=${m.secret(m.alnum(12))} HTTP/1.0`,
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(m, `GET /wp-login.php?action=rp&key=${m.secret(m.alnum(20))}&login=${m.identifier(m.user())} HTTP/1.1`),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      `GET /confirm?user%5Bpassword%5D=${m.secret(m.alnum(10))}&user[token]=${m.secret(m.alnum(16))}&${m.keep('user[page]=4')} HTTP/1.1`,
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      `GET /ws?EIO=4&transport=websocket&sid=${m.secret(m.base64url(20))}&authToken=${m.secret(m.alnum(30))} HTTP/1.1`,
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      `GET /set?new_pass=${m.secret(m.alnum(8))}&new_pass2=${m.secret(m.alnum(8))}&pin=${m.secret(m.digits(4))} HTTP/1.1`,
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      m.keep(
        'GET /list?page=2&sort=price&ver=6.4.3&utm_source=mail&utm_campaign=spring&_=1710400013&q=token+ring&lang=de&code=de&limit=50&expires=3600 HTTP/1.1',
      ),
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      m.keep(
        'GET /search?q=forgot+password&category=keys&keyword=api&author=12&authors=2&passengers=3&tokens=5 HTTP/1.1',
      ),
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      m.keep('GET /wp-content/themes/x/style.css?ver=6.4.3 HTTP/1.1'),
      `"https://${m.identifier(anyHost(m))}/?p=1&preview_nonce=${m.secret(m.hex(10))}" "Mozilla/5.0"`,
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      m.keep('GET /img.png HTTP/1.1'),
      `"https://${m.identifier(anyHost(m))}/account?session_id=${m.secret(m.alnum(32))}#x" "curl/8.5.0"`,
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(m, 'GET /graphql?query=%7Blogin(password:%22' + m.secret(m.alnum(10)) + '%22)%7Bid%7D%7D HTTP/1.1'),
  ),
  template(10, 'nginx-access-log', (m) =>
    access(m, `GET /password/reset/${m.secret(m.alnum(40))}?${m.keep('lang=fr')} HTTP/1.1`),
  ),
  template(10, 'nginx-access-log', (m) =>
    access(
      m,
      `GET /email/verify/42/${m.secret(m.hex(40))}?${m.keep('expires=1700000000')}&signature=${m.secret(m.hex(64))} HTTP/1.1`,
    ),
  ),
  template(
    10,
    'nginx-access-log',
    (m) =>
      access(m, `GET /invite/${m.secret(m.alnum(12))} HTTP/1.1`) +
      access(m, `GET /users/activate/${m.secret(m.base64url(24))} HTTP/1.1`) +
      access(m, m.keep('GET /users/activate HTTP/1.1')),
  ),
  template(
    10,
    'nginx-access-log',
    (m) =>
      access(m, `POST /bot${m.secret(`${m.digits(10)}:AA${m.base64url(33)}`)}/getUpdates HTTP/1.1`) +
      access(m, `POST /hooks/${m.secret(m.alnum(24))} HTTP/1.1`) +
      access(m, `POST /api/webhook/${m.secret(m.hex(32))} HTTP/1.1`),
  ),
  template(
    10,
    'nginx-access-log',
    (m) =>
      access(m, `GET /newsletter/unsubscribe/${m.secret(m.base64url(32))}/ HTTP/1.1`) +
      access(m, `GET /magic-link/${m.secret(m.alnum(30))} HTTP/1.1`),
  ),
  template(10, 'nginx-access-log', (m) =>
    access(m, `GET /share/${m.secret(`${m.alnum(9)}A7${m.alnum(12)}z9`)}/download HTTP/1.1`),
  ),
  template(
    10,
    'nginx-access-log',
    (m) =>
      access(m, m.keep('GET /blog/how-to-reset-your-password-in-five-steps HTTP/1.1')) +
      access(m, m.keep('GET /verify/email HTTP/1.1')) +
      access(m, m.keep('GET /static/js/main.8f14e45f.chunk.js HTTP/1.1')) +
      access(
        m,
        m.keep('GET /media/catalog/product/cache/1a79a4d60de6718e8e5b326e338ae533/s/h/shirt-blue.jpg HTTP/1.1'),
      ),
  ),
  template(
    10,
    'nginx-access-log',
    (m) =>
      access(m, m.keep('GET /orders/1000234/items/77 HTTP/1.1')) +
      access(m, m.keep('GET /produkte/kaffeemaschine-mit-milchaufschaeumer-1200w HTTP/1.1')) +
      access(m, m.keep('GET /_next/static/chunks/webpack-59c5c889f52620d6.js HTTP/1.1')),
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      access(m, `GET /x?hash=${m.secret(m.hex(32))}&h=${m.keep('480')}&w=${m.keep('640')} HTTP/1.1`) +
      access(m, `GET /x?id_token=${m.secret(m.jwt())}&refresh_token=${m.secret(m.alnum(40))} HTTP/1.1`),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      `GET /x?Token=${m.secret(m.alnum(18))}&APIKEY=${m.secret(m.alnum(18))}&x-api-key=${m.secret(m.alnum(18))}&Passwd=${m.secret(m.alnum(8))} HTTP/1.1`,
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      `POST /cgi-bin/x HTTP/1.1`,
      `"-" "-" "login=admin&passwd=${m.secret(m.alnum(8))}&submit=${m.keep('OK')}"`,
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      `GET /callback?${m.keep('hub.mode=subscribe')}&hub.verify_token=${m.secret(m.alnum(18))}&hub.challenge=${m.secret(m.digits(10))} HTTP/1.1`,
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      `GET /download?${m.keep('file=a.zip')}&Expires=1700000000&Signature=${m.secret(`${m.alnum(40)}~`)}&Key-Pair-Id=K${m.upper(13)} HTTP/1.1`,
    ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(m, `GET /stream.m3u8?md5=${m.secret(m.base64url(22))}&${m.keep('expires=1700000000')} HTTP/1.1`),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(m, `GET /?rest_route=/x&_wpnonce=${m.secret(m.hex(10))}&${m.keep('per_page=10')} HTTP/1.1`),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      `GET /reset?email=${m.identifier(m.mail().replace('@', '%40'))}&token=${m.secret(m.hex(64))}&${m.keep('step=2')} HTTP/1.1`,
    ),
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      access(
        m,
        `GET /api?client_id=abc&client_secret=${m.secret(m.alnum(32))}&grant_type=${m.keep('client_credentials')} HTTP/1.1`,
      ) +
      access(
        m,
        `GET /x?redirect=${encodeURIComponent('https://example.com/?a=b')}&ticket=${m.secret(`ST-${m.digits(4)}-${m.alnum(20)}`)} HTTP/1.1`,
      ),
  ),
  template(9, 'nginx-access-log', (m) =>
    access(
      m,
      m.keep(
        'GET /de/produkte?sort=name&key=value&state=open&code=de&hash=top&auth=0&session=1&tag=new-arrivals HTTP/1.1',
      ),
    ),
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      access(m, m.keep('GET /wp-json/wp/v2/posts?_fields=id,title&context=view&orderby=date HTTP/2.0')) +
      access(m, m.keep('GET /api/tokens?limit=10&offset=20 HTTP/1.1')) +
      access(m, m.keep('POST /api/auth/login HTTP/1.1')) +
      access(m, m.keep('GET /reset HTTP/1.1')),
  ),
  template(
    10,
    'nginx-access-log',
    (m) =>
      access(m, `GET /account/confirm-email/${m.secret(`MQ:${m.alnum(6)}:${m.base64url(43)}`)}/ HTTP/1.1`) +
      access(m, `GET /i/${m.secret(`${m.alnum(12)}Aa1${m.alnum(12)}bZ9`)} HTTP/1.1`),
  ),
  template(
    10,
    'nginx-access-log',
    (m) =>
      access(m, `GET /calendar/private-${m.secret(m.hex(32))}/basic.ics HTTP/1.1`) +
      access(m, `POST /api/v1/hooks/${m.secret(m.uuid())} HTTP/1.1`) +
      access(m, `GET /unsubscribe/${m.secret(m.base64url(28))}?u=1 HTTP/1.1`),
  ),
];

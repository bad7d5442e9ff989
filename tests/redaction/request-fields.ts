import { template, type Template } from './case.ts';
import { access, anyDomain, anyHost, basic, ipv6 } from './further-values.ts';

/** Further fields of access logs. */
export const REQUEST_FIELDS_TEMPLATES: readonly Template[] = [
  template(11, 'nginx-access-log', (m) =>
    access(
      m,
      'GET /x HTTP/1.1',
      `"-" "Mozilla/5.0" "PHPSESSID=${m.secret(m.lowerDigits(26))}; ${m.keep('theme=dark')}; _ga=${m.keep('GA1.2.1234567890.1700000000')}"`,
    ),
  ),
  template(11, 'nginx-access-log', (m) =>
    access(
      m,
      'GET /x HTTP/1.1',
      `"-" "-" cookie="laravel_session=${m.secret(m.alnum(60))}; XSRF-TOKEN=${m.secret(m.alnum(60))}%3D" auth="Bearer ${m.secret(m.alnum(40))}"`,
    ),
  ),
  template(11, 'nginx-access-log', (m) =>
    access(m, 'GET /x HTTP/1.1', `"-" "-" "Basic ${m.secret(basic(m))}" ${m.keep('rt=0.123 uct="0.000" urt="0.122"')}`),
  ),
  template(
    11,
    'nginx-access-log',
    (m) =>
      `{"time":"2026-03-14T09:26:53+01:00","remote_addr":"${m.identifier(m.ip())}","request":"GET /me?token=${m.secret(m.alnum(24))} HTTP/1.1","status":200,"http_cookie":"sid=${m.secret(m.alnum(32))}; ${m.keep('lang=en')}","http_authorization":"Bearer ${m.secret(m.alnum(36))}","host":"${m.identifier(anyHost(m))}","${m.keep('request_time":"0.004')}"}\n`,
  ),
  template(
    11,
    'nginx-access-log',
    (m) =>
      `{"request":{"headers":{"X-Api-Key":["${m.secret(m.hex(32))}"],"Cookie":["a=${m.secret(m.alnum(20))}"],"User-Agent":["${m.keep('curl/8.5.0')}"]},"remote_ip":"${m.identifier(m.ip())}","uri":"/p?otp=${m.secret(m.digits(6))}"},"${m.keep('status":401')}}\n`,
  ),
  template(
    11,
    'nginx-access-log',
    (m) =>
      `time=2026-03-14T09:26:53Z addr=${m.identifier(m.ip())} method=GET uri=/x?secret=${m.secret(m.alnum(18))} host=${m.identifier(anyHost(m))} x_api_key=${m.secret(m.hex(32))} ${m.keep('status=200 bytes=512')}\n`,
  ),
  template(
    18,
    'nginx-access-log',
    (m) =>
      `${m.identifier(`edge-${m.lower(4)}${m.digits(2)}`)}:443 ${m.identifier(m.ip())} - - [14/Mar/2026:09:26:53 +0100] "GET / HTTP/1.1" ${m.keep('200 12')} "-" "-"\n`,
  ),
  template(
    11,
    'nginx-access-log',
    (m) =>
      `${m.identifier(anyHost(m))}:443 ${m.identifier(m.ip())} - ${m.identifier(m.user())} [14/Mar/2026:09:26:53 +0100] "GET /admin HTTP/1.1" 200 12 "-" "${m.keep('Mozilla/5.0 (iPhone; CPU iPhone OS 17_3 like Mac OS X)')}"\n`,
  ),
  template(
    11,
    'nginx-access-log',
    (m) =>
      `${m.identifier(m.ip())}\t2026-03-14T09:26:53+01:00\tGET\t/x\t200\tremember_web_${m.hex(40)}=${m.secret(m.alnum(50))}\t${m.keep('0.003')}\n`,
  ),
  template(
    20,
    'nginx-access-log',
    (m) =>
      `${m.identifier(m.ip())} - ${m.identifier(m.user())} [14/Mar/2026:09:26:53 +0100] "${m.keep('PROPFIND /remote.php/dav HTTP/1.1')}" 207 12 "-" "-"\n${m.identifier(ipv6(m))} - ${m.identifier(m.mail())} [14/Mar/2026:09:26:53 +0100] "GET /x HTTP/1.1" 200 12 "-" "-"\n`,
  ),
  template(
    20,
    'nginx-access-log',
    (m) =>
      `${m.identifier(m.ip())} - - [14/Mar/2026:09:26:53 +0100] "GET /~${m.identifier(m.user())}/index.html HTTP/1.1" 200 12 "-" "-"\n${m.identifier(m.ip())} - - [14/Mar/2026:09:26:53 +0100] "${m.keep('GET /author/admin/ HTTP/1.1')}" 200 12 "-" "-"\n`,
  ),
  template(
    16,
    'nginx-access-log',
    (m) =>
      `${m.identifier(m.ip())}, ${m.keep('10.0.0.3')} - - [14/Mar/2026:09:26:53 +0100] "GET / HTTP/1.1" 200 12 "-" "-" "${m.identifier(m.ip())}, ${m.identifier(ipv6(m))}" ${m.identifier(m.ip())}:9000\n`,
  ),
  template(
    16,
    'nginx-access-log',
    (m) =>
      `::ffff:${m.identifier(m.ip())} - - [14/Mar/2026:09:26:53 +0100] "GET /?ip=${m.identifier(m.ip())}&${m.keep('v=1.2.3')} HTTP/1.1" 200 12 "-" "${m.keep('Mozilla/5.0 Chrome/120.0.6099.129 Safari/537.36')}"\n`,
  ),
  template(16, 'nginx-access-log', (m) =>
    m.keep(
      '127.0.0.1 - - [14/Mar/2026:09:26:53 +0100] "GET /nginx_status HTTP/1.1" 200 97 "-" "kube-probe/1.28"\n::1 - - [14/Mar/2026:09:26:53 +0100] "OPTIONS * HTTP/1.0" 200 126 "-" "-"\n10.244.1.7 - - [14/Mar/2026:09:26:53 +0100] "GET /healthz HTTP/1.1" 200 2 "-" "ELB-HealthChecker/2.0"\n',
    ),
  ),
  template(
    18,
    'nginx-access-log',
    (m) =>
      `${m.identifier(m.ip())} - - [14/Mar/2026:09:26:53 +0100] "CONNECT ${m.identifier(anyHost(m))}:443 HTTP/1.1" 400 157 "-" "-"\n${m.identifier(m.ip())} - - [14/Mar/2026:09:26:53 +0100] "GET http://${m.identifier(anyDomain(m))}/ HTTP/1.1" 404 157 "http://${m.identifier(anyDomain(m))}" "${m.keep('Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)')}"\n`,
  ),
  template(
    19,
    'nginx-access-log',
    (m) =>
      access(m, `GET /newsletter?mail=${m.identifier(m.mail().replace('@', '%40'))}&${m.keep('list=3')} HTTP/1.1`) +
      access(m, `GET /u/${m.identifier(m.mail())}/profile HTTP/1.1`),
  ),
  template(
    21,
    'nginx-access-log',
    (m) =>
      access(m, `GET /pay?cardnumber=${m.secret(m.card())}&${m.keep('amount=4999')} HTTP/1.1`) +
      access(m, `GET /sms?to=%2B49170${m.identifier(m.digits(7))}&text=hi HTTP/1.1`),
  ),
  template(
    14,
    'nginx-access-log',
    (m) => access(m, `GET /ws/${m.secret(m.jwt())} HTTP/1.1`) + access(m, `GET /p?t=${m.secret(m.jwt())} HTTP/1.1`),
  ),
  template(22, 'nginx-access-log', (m) =>
    access(
      m,
      `GET /api/items/${m.keep(m.uuid())} HTTP/1.1`,
      `"-" "-" req_id=${m.keep(m.hex(32))} traceparent=${m.keep(`00-${m.hex(32)}-${m.hex(16)}-01`)} "${m.keep(`Root=1-${m.hex(8)}-${m.hex(24)}`)}"`,
    ),
  ),
  template(
    22,
    'nginx-access-log',
    (m) =>
      access(m, m.keep(`GET /storage/${m.hex(32)}.webp HTTP/1.1`)) +
      access(m, m.keep(`GET /dist/app.${m.hex(20)}.css HTTP/1.1`)),
  ),
  template(11, 'nginx-access-log', (m) =>
    access(
      m,
      'GET / HTTP/1.1',
      `"-" "-" "wordpress_logged_in_${m.hex(32)}=${m.lower(5)}%7C1700000000%7C${m.secret(m.alnum(43))}%7C${m.secret(m.hex(64))}; ${m.keep('wp-settings-time-1=1700000000')}"`,
    ),
  ),
  template(11, 'nginx-access-log', (m) =>
    access(
      m,
      'GET / HTTP/1.1',
      `"-" "-" sid=${m.secret(m.alnum(32))} uid=${m.keep('-')} rt=${m.keep('0.003')} xff="${m.identifier(m.ip())}" ua="${m.keep('okhttp/4.12.0')}"`,
    ),
  ),
  template(
    11,
    'nginx-access-log',
    (m) =>
      `{"@timestamp":"2026-03-14T09:26:53Z","client":{"ip":"${m.identifier(m.ip())}"},"http":{"request":{"referrer":"https://${m.identifier(anyHost(m))}/?t=1","method":"${m.keep('GET')}","headers":{"x-auth-token":"${m.secret(m.alnum(24))}","set-cookie":"sid=${m.secret(m.alnum(24))}; Path=/"}}},"user":{"name":"${m.identifier(m.user())}"},"url":{"query":"apikey=${m.secret(m.hex(32))}&page=1"}}\n`,
  ),
  template(
    11,
    'nginx-access-log',
    (m) =>
      `${m.identifier(m.ip())}|14/Mar/2026:09:26:53|GET /|${m.keep('200')}|PHPSESSID=${m.secret(m.lowerDigits(26))}; lang=en|${m.identifier(anyHost(m))}|0.002\n`,
  ),
  template(
    20,
    'nginx-access-log',
    (m) =>
      `${m.identifier(m.ip())} - ${m.identifier(m.user())} [14/Mar/2026:09:26:53 +0100] "GET / HTTP/1.1" 200 1 "-" "-"\n${m.identifier(ipv6(m))} ${m.keep('GET /x 200')} user=${m.identifier(m.user())}\n`,
  ),
  template(
    16,
    'nginx-access-log',
    (m) =>
      `${m.identifier(m.ip())} - - [14/Mar/2026:09:26:53 +0100] "GET /geo?lat=1&remote=${m.identifier(ipv6(m).replaceAll(':', '%3A'))} HTTP/1.1" 200 1 "-" "${m.keep('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.0.0 Safari/537.36 Edg/121.0.2277.128')}" "for=${m.identifier(m.ip())};proto=https;by=10.0.0.1"\n`,
  ),
  template(21, 'nginx-access-log', (m) =>
    access(m, `GET /otp?msisdn=${m.identifier(`49171${m.digits(7)}`)}&pin=${m.secret(m.digits(4))} HTTP/1.1`),
  ),
];

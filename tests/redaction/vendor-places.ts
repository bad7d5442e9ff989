import type { DocumentKind } from '../../src/engine/text/document.ts';
import { template, type Case, type Template } from './case.ts';
import { VENDOR_FORMATS } from './vendor-formats.ts';

type Place = readonly [DocumentKind, (m: Case, token: string) => string];

/** Where a vendor's token turns up that no name announces. */
const PLACES: readonly Place[] = [
  ['unknown', (m, token) => `the deploy used ${token}. ${m.keep('it worked until yesterday')}\n`],
  ['unknown', (m, token) => `${m.keep('curl -s https://api.stripe.com/v1/ping -H')} "X-Thing: ${token}"\n`],
  ['unknown', (m, token) => `{"msg":"${m.keep('upstream said no')}","detail":"got \\"${token}\\" instead"}\n`],
  ['nginx', (m, token) => `location /x {\n    # ${token}\n    ${m.keep('fastcgi_read_timeout 60s;')}\n}\n`],
  ['nginx', (m, token) => `map $uri $target {\n    default "${token}";\n    ${m.keep('/other 1;')}\n}\n`],
  ['fpm', (m, token) => `[www]\n${m.keep('pm = static')}\nenv[THING] = "${token}"\n`],
  ['php-ini', (m, token) => `; was ${token}\n${m.keep('memory_limit = 128M')}\nacme.thing = ${token}\n`],
  [
    'nginx-access-log',
    (m, token) =>
      `${m.identifier(m.ip())} - - [12/May/2024:10:11:12 +0000] "${m.keep('GET /x?a=1&b=')}${token}&c=2 HTTP/1.1" 200 17 "-" "curl/8"\n`,
  ],
  [
    'php-log',
    (m, token) => `[12-May-2024 10:11:12 UTC] ${m.keep('PHP Warning:  refused')} (${token}) in /srv/a.php on line 3\n`,
  ],
  [
    'fpm-log',
    (m, token) => `[12-May-2024 10:11:12] ${m.keep('WARNING: [pool www] child 7')} said into stderr: "'${token}'"\n`,
  ],
  [
    'processes',
    (m, token) => `${m.keep('www-data    712  0.3  1.2')} 210000 9000 ? S 10:11 0:01 worker --x=${token} --once\n`,
  ],
  ['unknown', (m, token) => `- ${m.keep('name: THING')}\n  value: '${token}'\n`],
  ['unknown', (m, token) => `<td>${token}</td><td>${m.keep('active')}</td>\n`],
  ['unknown', (m, token) => `-${m.keep('  timeout')} ${token}\n+  timeout 60s ${token},\n`],
];

export const VENDOR_PLACE_TEMPLATES: readonly Template[] = Object.values(VENDOR_FORMATS).flatMap((format, at) =>
  [0, 1, 2].map((turn) => {
    const [kind, place] = PLACES[(at * 3 + turn * 5) % PLACES.length] as Place;
    return template(1, kind, (m) => place(m, m.secret(format(m))));
  }),
);

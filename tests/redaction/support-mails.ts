import { template, type Template } from './case.ts';
import { anyDomain, anyHost, inner, ipv6 } from './further-values.ts';

/** Mails of people who ask for help. */
export const SUPPORT_MAILS_TEMPLATES: readonly Template[] = [
  template(
    19,
    'unknown',
    (m) =>
      `Hi team,\n\nsince Tuesday ${m.identifier(anyHost(m))} answers 504. You can reach me at ${m.identifier(m.mail())} or +41 44 ${m.identifier(`${m.digits(3)} ${m.digits(2)} ${m.digits(2)}`)}.\n${m.keep('We already raised pm.max_children to 80 and fastcgi_read_timeout to 120s.')}\nRegards\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `The box (${m.identifier(m.ip())}, ${m.identifier(ipv6(m))}) runs ${m.keep('nginx 1.24.0 and PHP 8.2.18')} behind ${m.identifier(inner(m))}.\n${m.keep('According to the nginx docs (nginx.org) and php.net this should work.')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `login is ${m.identifier(m.mail())}, password: ${m.secret(m.alnum(9))} - ${m.keep('please change it afterwards')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `the root password is "${m.secret(m.lower(9))}" and the API key is ${m.secret(m.hex(32))}.\n${m.keep('The session lifetime is 1440 seconds.')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `User: ${m.identifier(m.user())}\nPass: ${m.secret(m.lower(8))}\nHost: ${m.identifier(anyHost(m))}\nPort: ${m.keep('22')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `Passwort: ${m.secret(m.alnum(9))}\nKennwort: ${m.secret(m.alnum(9))}\nBenutzer: ${m.identifier(m.user())}\n${m.keep('Gruss aus dem Rechenzentrum')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `mot de passe : ${m.secret(m.alnum(9))}\ncontraseña: ${m.secret(m.alnum(9))}\nutilisateur : ${m.user()}\n${m.keep('le serveur ne répond plus')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `we use the token \`${m.secret(m.alnum(32))}\` for staging, credentials ${m.user()}/${m.secret(`${m.alnum(5)}#${m.digits(3)}`)}\n${m.keep('worker_connections 1024')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `| key | value |\n|---|---|\n| DB_PASSWORD | ${m.secret(m.alnum(12))} |\n| ${m.keep('PHP version | 8.2')} |\n| api_token | \`${m.secret(m.alnum(24))}\` |\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `pw=${m.secret(m.lower(6))}\npwd: ${m.secret(m.digits(8))}\npassphrase '${m.secret(`${m.lower(5)} ${m.lower(6)} ${m.lower(4)}`)}'\n${m.keep('worker_processes auto;')}\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `Bitte https://${m.identifier(anyDomain(m))}/kontakt und http://${m.identifier(anyHost(m))}:8080 prüfen, ${m.keep('siehe https://www.php.net/manual/de/')}.\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `${m.identifier(`${m.lower(5)}ö${m.lower(4)}.de`)} and ${m.identifier(`xn--${m.lower(6)}-${m.lowerDigits(3)}.com`)} both fail, ${m.keep('example.com works')}.\n`,
  ),
  template(
    20,
    'unknown',
    (m) =>
      `I am logged in as ${m.keep('root')}; the site belongs to user ${m.identifier(m.user())} (/home/${m.identifier(m.user())}/public_html), crontab -u ${m.identifier(m.user())} -l is ${m.keep('empty')}.\n`,
  ),
  template(
    21,
    'unknown',
    (m) =>
      `Tel. ${m.identifier(`089/${m.digits(7)}`)}, Mobil: ${m.identifier(`+49 (0)171 ${m.digits(7)}`)}, Fax ${m.identifier(`+49-30-${m.digits(6)}`)}\nTicket ${m.keep('#2026031400123')}\n`,
  ),
  template(
    21,
    'unknown',
    (m) =>
      `office ${m.identifier(`(212) ${m.random.integer(200, 999)}-${m.digits(4)}`)} / ${m.identifier(`+1-415-${m.random.integer(200, 999)}-${m.digits(4)}`)} ${m.keep('between 09:00 and 17:00')}\n`,
  ),
  template(
    16,
    'unknown',
    (m) =>
      `blocked ${m.identifier(m.ip())}, ${m.identifier(m.ip())}/32 and ${m.identifier(m.ip())}-ish; ${m.keep('not 10.0.0.0/8, not 192.168.1.10, not 8.8.8.8')}.\n`,
  ),
  template(16, 'unknown', (m) =>
    m.keep(
      'Upgraded from 1.18.0.4 (package php8.2-common=8.2.18-1+0~20240411.55) to v5.15.0.101, chrome/120.0.6099.129, OpenSSL 3.0.13, kernel 6.1.0-18.\n',
    ),
  ),
  template(
    19,
    'unknown',
    (m) =>
      `From: "Support" <${m.identifier(m.mail())}>\nTo: ${m.identifier(m.mail())}\nMessage-ID: <${m.identifier(`${m.alnum(10)}@${anyHost(m)}`)}>\nReceived: from ${m.identifier(anyHost(m))} (${m.identifier(anyHost(m))} [${m.identifier(m.ip())}])\nSubject: ${m.keep('502 after reload')}\n`,
  ),
  template(
    14,
    'unknown',
    (m) =>
      `The header was "Authorization: Bearer ${m.secret(m.jwt())}" and the cookie jwt=${m.secret(m.jwt())}; ${m.keep('the response was 401')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `it connects with redis://default:${m.secret(m.alnum(16))}@${m.identifier(inner(m))}:6379/1, ${m.keep('before it was redis://127.0.0.1:6379/0')}\n`,
  ),
  template(
    2,
    'unknown',
    (m) =>
      `alerts go to https://discord.com/api/webhooks/${m.secret(m.digits(19))}/${m.secret(m.base64url(68))} and https://hooks.zapier.com/hooks/catch/${m.secret(m.digits(7))}/${m.secret(m.lowerDigits(7))}/ ${m.keep('every minute')}\n`,
  ),
  template(
    2,
    'unknown',
    (m) =>
      `https://chat.googleapis.com/v1/spaces/AAAA/messages?key=${m.secret(`AIza${m.alnum(35)}`)}&token=${m.secret(m.base64url(43))}\nhttps://mattermost.${m.identifier(anyDomain(m))}/hooks/${m.secret(m.lowerDigits(26))} ${m.keep('posted')}\n`,
  ),
  template(
    1,
    'unknown',
    (m) =>
      `we found ${m.secret(`AKIA${m.upper(16)}`)} with aws_secret_access_key=${m.secret(`${m.alnum(20)}/${m.alnum(19)}`)}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `Zugangsdaten:\nBenutzername: ${m.identifier(m.user())}\nPasswort: ${m.secret(m.alnum(9))}\nServer: ${m.identifier(anyHost(m))}\n${m.keep('Bitte nach dem Test wieder entfernen.')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `login: ${m.identifier(m.user())} / ${m.secret(`${m.alnum(6)}${m.digits(2)}!`)}\nssh ${m.identifier(m.user())}@${m.identifier(anyHost(m))} -p 2222\n${m.keep('I can reproduce it with ab -n 100')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `our API token (${m.secret(m.hex(40))}) stopped working; the db password was changed to ${m.secret(`${m.alnum(8)}${m.digits(2)}`)} yesterday\n${m.keep('memory_limit is 256M')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `new password => ${m.secret(m.alnum(10))}\nold pw "${m.secret(m.alnum(9))}"\nPIN: ${m.secret(m.digits(6))}\n${m.keep('Version: 8.2.18')}\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `Both ${m.identifier(`${m.lower(8)}.info`)} and ${m.identifier(`www.${m.lower(7)}.me`)} fail; ${m.identifier(`${m.lower(4)}-${m.lower(5)}.at`)} works.\n${m.keep('See wordpress.org/support and nginx.org.')}\n`,
  ),
  template(
    21,
    'unknown',
    (m) =>
      `Mobile: ${m.identifier(`0171 ${m.digits(7)}`)}\nOffice: ${m.identifier(`+44 20 ${m.digits(4)} ${m.digits(4)}`)}\nIBAN ${m.keep('on request')}\ncard ${m.secret(m.card())}\n`,
  ),
  template(
    19,
    'unknown',
    (m) =>
      `Cc: ${m.identifier(m.mail())}; ${m.identifier(m.mail())}\nReply-To: <${m.identifier(m.mail())}>\n${m.keep('Content-Type: text/plain; charset=utf-8')}\n`,
  ),
  template(12, 'unknown', (m) =>
    m.keep(
      'My password manager is fine. The token endpoint returns 401. Is a secret needed? The api key is missing from the header.\nWe rotate the key every 90 days. Key: Value pairs in the table. Login: works. Password: (hidden). Auth: basic. Token lifetime 3600s.\nsession: php; user: www-data; host: localhost; path: /var/www; secret: none; pass: 3 fail: 0\n',
    ),
  ),
  template(
    22,
    'unknown',
    (m) =>
      `build ${m.keep(m.hex(40))} (${m.keep(m.hex(7))}), request id ${m.keep(m.uuid())}, trace ${m.keep(m.hex(32))}, digest sha256:${m.keep(m.hex(64))}, md5 ${m.keep(m.hex(32))}\nx-amzn-trace-id: ${m.keep(`Root=1-${m.hex(8)}-${m.hex(24)}`)}\n`,
  ),
  template(
    1,
    'unknown',
    (m) =>
      `keys: ${m.secret(`AKIA${m.upper(16)}`)},${m.secret(`glpat-${m.base64url(20)}`)};${m.secret(`npm_${m.alnum(36)}`)}|${m.secret(`shpat_${m.hex(32)}`)}\nencoded %22${m.secret(`ghp_${m.alnum(36)}`)}%22 and \\"${m.secret(`SG.${m.base64url(22)}.${m.base64url(43)}`)}\\" ${m.keep('end')}\n`,
  ),
];

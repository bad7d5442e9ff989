import { template, type Template } from './case.ts';

/** Passwords as colleagues and customers tell them. */
export const MAILS_IN_LANGUAGES_TEMPLATES: readonly Template[] = [
  template(
    12,
    'unknown',
    (m) =>
      `Hallo,\ndas Passwort für den Zugang zur Datenbank lautet ${m.secret(`${m.lower(5)}${m.digits(3)}${m.upper(2)}`)}, bitte ${m.keep('den Pool neu starten')}.\nThe password for the ftp account of the shop is "${m.secret(`${m.lower(6)}${m.digits(2)}`)}" and ${m.keep('the port is 2121')}.\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `Le mot de passe du serveur est ${m.secret(`${m.lower(5)}${m.digits(3)}`)}\nLa contraseña es ${m.secret(`${m.lower(5)}${m.digits(3)}`)}\nHet wachtwoord is ${m.secret(`${m.lower(5)}${m.digits(3)}`)}\nLa password è ${m.secret(`${m.lower(5)}${m.digits(3)}`)}\n${m.keep('Le mot de passe est obligatoire')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `密码：${m.secret(m.alnum(10))}\nパスワード: ${m.secret(m.alnum(10))}\nŞifre: ${m.secret(m.alnum(10))}\nAdgangskode: ${m.secret(m.alnum(10))}\nhtpasswd: staging / ${m.secret(`${m.lower(5)}${m.digits(3)}`)}\n${m.keep('密码错误')}\n`,
  ),
  template(12, 'unknown', (m) =>
    m.keep(
      'The token for the queue is missing.\nThe password of the pool user is required.\nDas Passwort für den Zugang ist abgelaufen.\nThe api key for the map was revoked yesterday.\nLa contraseña es obligatoria.\n',
    ),
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `192.0.2.9 - - [20/Nov/2026:10:00:00 +0000] "GET /anmeldung?mot_de_passe=${m.secret(m.password())}&page=${m.keep('2')} HTTP/1.1" 200 5 "-" "-"\n`,
  ),
  template(
    2,
    'unknown',
    (m) =>
      `https://hc-ping.com/${m.secret(m.uuid())} ${m.keep('returned 404')}\nhttps://hook.eu1.make.com/${m.secret(m.lowerDigits(32))} ok\nhttps://o1.ingest.sentry.io/api/5/cron/nightly/${m.secret(m.hex(32))}/ ok\nAuthorization: SSWS ${m.secret(`00${m.alnum(40)}`)}\ncalled with GenieKey ${m.secret(m.uuid())}\n`,
  ),
];

import { template, type Template } from './case.ts';

/** Files of other daemons, blocks of YAML, and messages that tell two passwords in one sentence. */
export const TOLD_ELSEWHERE_TEMPLATES: readonly Template[] = [
  template(
    7,
    'unknown',
    (m) =>
      `mail:\n  token: >-\n    ${m.secret(m.alnum(30))}\n  notes: |\n    ${m.keep('nothing-special')}\n  password: |\n    ${m.secret(m.password())}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `10.0.0.1 10.0.0.2 : PSK "${m.secret(m.password())}"\npassword ${m.secret(`${m.lower(4)}/${m.digits(3)}${m.lower(4)}`)}\n$ pulumi config set db_password ${m.secret(m.lower(9))}\nsmtp_sasl_password_maps = static:postbox:${m.secret(m.alnum(12))}\n1) "user shop on #${m.secret(m.hex(64))} ~* +@all"\n2) "user cache on >${m.secret(m.alnum(12))} ~cache:* ${m.keep('+get')}"\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `-[ RECORD 1 ]-+------\nid            | ${m.keep('1234')}\npassword_hash | ${m.secret(m.hex(40))}\n<meta name="csrf-token" content="${m.secret(m.alnum(40))}">\n<meta name="viewport" content="${m.keep('width=device-width')}">\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `We changed the root password from ${m.secret(`a1${m.alnum(9)}`)} to ${m.secret(`b2${m.alnum(9)}`)} ${m.keep('last week')}.\nbasic auth is shop / ${m.secret(`${m.lower(5)}${m.digits(3)}`)}\nZugang zum Server: root / ${m.secret(`${m.lower(5)}${m.digits(3)}`)}\nClé API : ${m.secret(m.alnum(30))}\n${m.keep('The password from last week still works.')}\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#0 /srv/a.php(1): Acme\\Db->__construct('10.0.0.1', 'x', '${m.secret(`${m.lower(5)}${m.digits(3)}`)}', '${m.keep('catalogue')}')\n#1 /srv/a.php(2): crypto.createHmac('${m.keep('sha256')}', '${m.secret(m.lower(9))}')\n$ echo "${m.secret(m.alnum(12))}" | docker secret create shop -\n`,
  ),
];

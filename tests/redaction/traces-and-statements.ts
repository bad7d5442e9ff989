import { template, type Template } from './case.ts';

/** Dumps of objects, values behind their statement, and calls known by a part of their name. */
export const TRACE_AND_STATEMENT_TEMPLATES: readonly Template[] = [
  template(
    12,
    'php-log',
    (m) =>
      `object(App\\Gateway)#3 (3) {\n  ["secret":protected]=>\n  string(20) "${m.secret(m.alnum(20))}"\n  ["apiKey":"App\\Gateway":private]=>\n  string(9) "${m.secret(m.lower(9))}"\n  ["mode":protected]=>\n  string(4) "${m.keep('live')}"\n}\nApp\\Gateway Object\n(\n    [password:protected] => ${m.secret(`${m.alnum(6)}&${m.alnum(5)}`)}\n    [mode:App\\Gateway:private] => ${m.keep('live')}\n)\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `An exception occurred while executing 'INSERT INTO member (mail, password, lang) VALUES (?, ?, ?)' with params ["a", "${m.secret(m.password())}", "${m.keep('de')}"]:\nUPDATE member SET api_token = ?, lang = ? WHERE id = ? with parameters ["${m.secret(m.alnum(40))}","${m.keep('fr')}",${m.keep('42')}]\n`,
  ),
  template(
    12,
    'php-log',
    (m) =>
      `#0 /srv/a.php(1): Acme\\Client->withSecret('${m.secret(m.lower(9))}')\n#1 /srv/a.php(2): Acme\\Rest\\Client->__construct('${m.secret(m.hex(32))}', '${m.keep('eu-central')}')\n#2 /srv/a.php(3): Acme\\Auth->findUserByApiToken('${m.secret(m.alnum(24))}9')\n#3 /srv/a.php(4): Login_Authenticator->authenticate(Object(Transport), 'postbox', '${m.secret(m.password())}')\n#4 /srv/a.php(5): encrypt_payload('${m.keep('aes-256-cbc')}', 'k${m.secret(`${m.digits(3)}${m.alnum(12)}`)}')\n`,
  ),
  template(12, 'php-log', (m) =>
    m.keep(
      "#0 /srv/a.php(1): getToken('csrf')\n#1 /srv/a.php(2): Acme\\Client->__construct('https://api.example.com', 30)\n#2 /srv/a.php(3): wp_create_nonce('wp_rest')\n#3 /srv/a.php(4): hasSecret('default')\n#4 /srv/a.php(5): decrypt(Object(Payload))\n#5 /srv/a.php(6): setCookieParams('Lax')\n",
    ),
  ),
  template(
    5,
    'nginx-error-log',
    (m) =>
      `nginx: [emerg] conflicting parameter "${m.secret(`${m.alnum(26)}1aB2cD`)}" in ${m.keep('/etc/nginx/conf.d/keys.conf:9')}\nnginx: [emerg] unknown directive "${m.keep('proxy_set_headers')}" in ${m.keep('/etc/nginx/nginx.conf:4')}\n`,
  ),
  template(
    5,
    'nginx',
    (m) =>
      `if ($http_cookie ~* "bypass=${m.secret(`a1${m.alnum(12)}`)}") { set $nocache 1; }\nif ($http_cookie ~* "${m.keep('comment_author_|wordpress_logged_in_')}") { set $nocache 1; }\nauth_jwt_key "${m.secret(m.hex(64))}" ${m.keep('hex')};\nacme_gateway_token ${m.secret(`q7${m.alnum(20)}`)};\nlocation ~ /purge/${m.secret(`Zq3${m.alnum(20)}9`)}(/.*) { return 204; }\naccess_by_lua_block { local ok = jwt:verify("${m.secret(m.password())}", token) }\notel_exporter { header x-team "${m.secret(`aB3${m.alnum(20)}1Zz`)}"; }\n`,
  ),
  template(
    8,
    'php-info',
    (m) =>
      `mysqli.default_pw => ${m.secret(m.alnum(9))} => ${m.keep('no value')}\nodbc.default_pw => ${m.keep('no value => no value')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `SELECT id FROM members WHERE mail = 'x' AND password = MD5('${m.secret(m.password())}') LIMIT ${m.keep('10')}\nGET /in?to=https%253A%252F%252Fa.test%252Fcb%253Ftoken%253D${m.secret(m.alnum(30))}%2526page%253D${m.keep('2')} HTTP/1.1\n`,
  ),
];

import { template, type Template } from './case.ts';

/** Classes 13 and 15: private keys, and values that quotes, comments and line ends try to cut. */
export const KEY_TEMPLATES: readonly Template[] = [
  // 13 PEM
  ...[
    'RSA PRIVATE KEY',
    'EC PRIVATE KEY',
    'DSA PRIVATE KEY',
    'OPENSSH PRIVATE KEY',
    'PRIVATE KEY',
    'ENCRYPTED PRIVATE KEY',
    'PGP PRIVATE KEY BLOCK',
  ].map((label) =>
    template(
      13,
      'unknown',
      (c) =>
        `${c.keep(`-----BEGIN ${label}-----`)}\n${c.pem().map(c.secret).join('\n')}\n${c.keep(`-----END ${label}-----`)}\n${c.keep('after the key')}\n`,
    ),
  ),
  template(
    13,
    'unknown',
    (c) =>
      `-----BEGIN RSA PRIVATE KEY-----\r\n${c.pem().map(c.secret).join('\r\n')}\r\n-----END RSA PRIVATE KEY-----\r\n`,
  ),
  template(
    13,
    'nginx',
    (c) =>
      `ssl_certificate_key "data:-----BEGIN PRIVATE KEY-----\n${c.pem().map(c.secret).join('\n')}\n-----END PRIVATE KEY-----";\n${c.keep('listen 443 ssl;')}\n`,
  ),
  template(
    13,
    'unknown',
    (c) =>
      `key:\n    -----BEGIN EC PRIVATE KEY-----\n    ${c.pem().map(c.secret).join('\n    ')}\n    -----END EC PRIVATE KEY-----\n`,
  ),
  template(
    13,
    'fpm',
    (c) =>
      `env[TLS_PEM] = "-----BEGIN PRIVATE KEY-----\\n${c.pem().map(c.secret).join('\\n')}\\n-----END PRIVATE KEY-----\\n"\n`,
  ),
  template(13, 'unknown', (c) => `-----BEGIN RSA PRIVATE KEY-----\n${c.pem().map(c.secret).join('\n')}\n`),
  template(
    13,
    'unknown',
    (c) => `${c.pem().map(c.secret).join('\n')}\n-----END RSA PRIVATE KEY-----\n${c.keep('server {')}\n`,
  ),
  template(
    13,
    'unknown',
    (c) =>
      `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,${c.hex(32).toUpperCase()}\n\n${c.pem().map(c.secret).join('\n')}\n-----END RSA PRIVATE KEY-----\n`,
  ),
  template(
    13,
    'unknown',
    (c) =>
      `-----BEGIN CERTIFICATE-----\n${c.pem().map(c.keep).join('\n')}\n-----END CERTIFICATE-----\n-----BEGIN DH PARAMETERS-----\n${c.pem().map(c.keep).join('\n')}\n-----END DH PARAMETERS-----\n`,
  ),
  // 15 quoting
  template(
    15,
    'nginx',
    (c) => `fastcgi_param APP_SECRET "${c.secret(`${c.alnum(6)};#${c.alnum(5)}`)}"; # ${c.keep('do not share')}\n`,
  ),
  template(15, 'nginx', (c) => `fastcgi_param APP_SECRET "${c.secret(`${c.alnum(6)}\\"${c.alnum(5)}`)}";\n`),
  template(
    15,
    'nginx',
    (c) =>
      `proxy_set_header X-Api-Key "${c.secret(c.alnum(12))}\n  ${c.secret(c.alnum(14))}";\n${c.keep('proxy_buffering off;')}\n`,
  ),
  template(
    15,
    'fpm',
    (c) => `env[DB_PASSWORD] = "${c.secret(`${c.alnum(5)};${c.alnum(5)}#${c.alnum(3)}`)}" ; ${c.keep('set by ops')}\n`,
  ),
  template(15, 'php-ini', (c) => `acme.password = '${c.secret(`${c.alnum(4)}"${c.alnum(6)}`)}'\n`),
];

import { template, type Template } from './case.ts';

/** Password files and private keys as they are pasted. */
export const KEY_FILES_TEMPLATES: readonly Template[] = [
  template(
    6,
    'htpasswd',
    (m) =>
      `${m.identifier(m.user())}:${m.secret(`$apr1$${m.alnum(8)}$${m.alnum(22)}`)}\n${m.identifier(m.user())}:${m.secret(`$2y$05$${m.alnum(53)}`)}\n# ${m.keep('staging area')}\n${m.identifier(m.mail())}:{SHA}${m.secret(`${m.alnum(27)}=`)}\n`,
  ),
  template(
    6,
    'htpasswd',
    (m) =>
      `${m.identifier(m.user())}:${m.secret(m.alnum(13))}\n${m.identifier(m.user())}:{PLAIN}${m.secret(m.lower(8))}\n${m.identifier(m.user())}:${m.secret(`$6$rounds=5000$${m.alnum(16)}$${m.alnum(86)}`)}:${m.keep('a comment')}\n`,
  ),
  template(
    6,
    'unknown',
    (m) =>
      `${m.identifier(m.user())}:${m.secret(`$y$j9T$${m.alnum(22)}$${m.alnum(43)}`)}:19700:0:99999:7:::\n${m.keep('www-data:*:19700:0:99999:7:::')}\n`,
  ),
  template(
    6,
    'unknown',
    (m) =>
      `auth_basic entry -> ${m.identifier(m.user())}:${m.secret(`$5$${m.alnum(8)}$${m.alnum(43)}`)}\n${m.keep('root:x:0:0:root:/root:/bin/bash')}\n${m.identifier(m.user())}:x:1001:1001:,,,:/home/${m.identifier(m.user())}:${m.keep('/bin/bash')}\n`,
  ),
  template(13, 'unknown', (m) => {
    const lines = m
      .pem()
      .slice(0, 5)
      .map((line) => m.secret(line));
    return `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines.join('\n')}\n`;
  }),
  template(13, 'unknown', (m) => {
    const lines = m
      .pem()
      .slice(2)
      .map((line) => m.secret(line));
    return `${lines.join('\n')}\n-----END PRIVATE KEY-----\n${m.keep('keepalive_timeout 65;')}\n`;
  }),
  template(13, 'unknown', (m) => {
    const lines = m.pem().map((line) => m.secret(line));
    return `data:\n  tls.key: |\n    -----BEGIN RSA PRIVATE KEY-----\n${lines.map((line) => `    ${line}\n`).join('')}    -----END RSA PRIVATE KEY-----\n  ${m.keep('kind: tls')}\n`;
  }),
  template(13, 'unknown', (m) => {
    const lines = m.pem().map((line) => m.secret(line));
    return `-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n${lines.join('\n')}\n=${m.alnum(4)}\n-----END PGP PRIVATE KEY BLOCK-----\n`;
  }),
  template(13, 'unknown', (m) => {
    const lines = m.pem().map((line) => m.secret(line));
    return `JWT_PRIVATE_KEY="-----BEGIN EC PRIVATE KEY-----\\n${lines.join('\\n')}\\n-----END EC PRIVATE KEY-----\\n"\n${m.keep('JWT_ALGORITHM=ES256')}\n`;
  }),
  template(
    13,
    'unknown',
    (m) =>
      `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,${m.hex(32).toUpperCase()}\n\n${m
        .pem()
        .map((line) => m.secret(line))
        .join('\n')}\n-----END RSA PRIVATE KEY-----\n`,
  ),
  template(
    13,
    'unknown',
    (m) =>
      `{"type":"service_account","project_id":"x","private_key_id":"${m.hex(40)}","private_key":"-----BEGIN PRIVATE KEY-----\\n${m
        .pem()
        .map((line) => m.secret(line))
        .join(
          '\\n',
        )}\\n-----END PRIVATE KEY-----\\n","client_email":"${m.identifier(`svc@${m.lower(6)}-${m.digits(4)}.iam.gserviceaccount.com`)}"}\n`,
  ),
  template(13, 'unknown', (m) => {
    const body = m.pem();
    return m.keep(
      `-----BEGIN CERTIFICATE-----\n${body.join('\n')}\n-----END CERTIFICATE-----\n-----BEGIN DH PARAMETERS-----\n${m.pem().join('\n')}\n-----END DH PARAMETERS-----\n`,
    );
  }),
  template(
    6,
    'htpasswd',
    (m) =>
      `# user:password\n${m.identifier(m.user())}:{SSHA}${m.secret(m.base64(24))}\n${m.identifier(m.user())}:$argon2id$v=19$m=65536,t=3,p=4$${m.secret(m.base64(16).replaceAll('=', ''))}$${m.secret(m.base64(32).replaceAll('=', ''))}\n`,
  ),
  template(
    13,
    'unknown',
    (m) =>
      `{"key":"-----BEGIN PRIVATE KEY-----\\r\\n${m
        .pem()
        .map((l) => m.secret(l))
        .join('\\r\\n')}\\r\\n-----END PRIVATE KEY-----"}\n-----BEGIN OPENSSH PRIVATE KEY-----\n${m
        .pem()
        .slice(0, 3)
        .map((l) => m.secret(l))
        .join('\n')}\n[truncated]\n`,
  ),
];

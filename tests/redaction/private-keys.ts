import { template, type Case, type Template } from './case.ts';

const LABELS = [
  'RSA PRIVATE KEY',
  'EC PRIVATE KEY',
  'DSA PRIVATE KEY',
  'OPENSSH PRIVATE KEY',
  'PRIVATE KEY',
  'ENCRYPTED PRIVATE KEY',
  'PGP PRIVATE KEY BLOCK',
];
const body = (m: Case): string[] => m.pem().map((line) => m.secret(line));

export const PRIVATE_KEY_TEMPLATES: readonly Template[] = [
  ...LABELS.flatMap((label) => [
    template(
      13,
      'unknown',
      (m) =>
        `${m.keep(`-----BEGIN ${label}-----`)}\n${body(m).join('\n')}\n${m.keep(`-----END ${label}-----`)}\n${m.keep('server_names_hash_bucket_size 64;')}\n`,
    ),
    template(
      13,
      'unknown',
      (m) =>
        `key: |\n    -----BEGIN ${label}-----\r\n    ${body(m).join('\r\n    ')}\r\n    -----END ${label}-----\r\n${m.keep('mode: 0600')}\r\n`,
    ),
    template(
      13,
      'unknown',
      (m) =>
        `{"k":"-----BEGIN ${label}-----\\n${body(m).join('\\n')}\\n-----END ${label}-----\\n","${m.keep('type":"service_account')}"}\n`,
    ),
    template(13, 'unknown', (m) => `-----BEGIN ${label}-----\n${body(m).slice(0, 4).join('\n')}`),
    template(13, 'unknown', (m) => `${body(m).join('\n')}\n-----END ${label}-----\n${m.keep('listen 443 ssl;')}\n`),
  ]),
  template(
    13,
    'unknown',
    (m) =>
      `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,${m.upper(32)}\n\n${body(m).join('\n')}\n-----END RSA PRIVATE KEY-----\n`,
  ),
  template(
    13,
    'unknown',
    (m) =>
      `+-----BEGIN PRIVATE KEY-----\n${body(m)
        .map((line) => `+${line}`)
        .join('\n')}\n+-----END PRIVATE KEY-----\n ${m.keep('listen 443 ssl;')}\n`,
  ),
  template(
    13,
    'unknown',
    (m) =>
      `# -----BEGIN PRIVATE KEY-----\n${body(m)
        .map((line) => `# ${line}`)
        .join('\n')}\n# -----END PRIVATE KEY-----\n`,
  ),
  template(
    13,
    'fpm',
    (m) =>
      `env[JWT_PRIVATE_KEY] = "-----BEGIN PRIVATE KEY-----\n${body(m).join('\n')}\n-----END PRIVATE KEY-----"\n${m.keep('pm = static')}\n`,
  ),
  template(
    13,
    'unknown',
    (m) =>
      `PRIVATE_KEY="-----BEGIN RSA PRIVATE KEY-----\\n${body(m).join('\\n')}\\n-----END RSA PRIVATE KEY-----\\n"\n${m.keep('APP_ENV=prod')}\n`,
  ),
  template(
    13,
    'unknown',
    (m) =>
      `May 12 10:11:12 ${m.identifier(`web-${m.lower(5)}`)} app[3]: -----BEGIN PRIVATE KEY-----\nMay 12 10:11:12 web app[3]: ${body(m)[0] ?? ''}\n`,
  ),
  template(13, 'unknown', (m) => {
    const certificate = m.pem().map((line) => m.keep(line));
    return `-----BEGIN CERTIFICATE-----\n${certificate.join('\n')}\n-----END CERTIFICATE-----\n-----BEGIN DH PARAMETERS-----\n${m
      .pem()
      .map((line) => m.keep(line))
      .join('\n')}\n-----END DH PARAMETERS-----\n`;
  }),
  template(
    13,
    'unknown',
    (m) =>
      `-----BEGIN PUBLIC KEY-----\n${m
        .pem()
        .map((line) => m.keep(line))
        .join('\n')}\n-----END PUBLIC KEY-----\n`,
  ),
];

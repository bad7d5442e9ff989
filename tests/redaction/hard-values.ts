import type { Case } from './case.ts';

/** Values as an adversary chooses them: marks that mean something to the file around them, words, bare keyboard walks. */

/** Safe between double quotes of nginx, INI and JSON alike, and full of what ends a bare value. */
export const marked = (m: Case): string =>
  m.random.pick([
    () => `${m.alnum(4)};${m.alnum(5)}`,
    () => `${m.alnum(4)}#${m.alnum(5)}`,
    () => `${m.alnum(3)} ${m.alnum(4)} ${m.alnum(3)}`,
    () => `${m.alnum(5)}{${m.alnum(3)}}`,
    () => `${m.alnum(4)}=${m.alnum(4)}&${m.alnum(3)}`,
    () => `${m.alnum(4)}'${m.alnum(5)}`,
    () => `<${m.alnum(4)}>(${m.alnum(4)})`,
    () => `${m.alnum(3)}ß${m.alnum(3)}é漢${m.alnum(2)}`,
    () => `${m.alnum(4)}!${m.alnum(4)}?`,
  ])();

/** No white space and no quotes: what stands unquoted in a .env file or on a command line. */
export const bare = (m: Case): string =>
  m.random.pick([
    () => `${m.alnum(4)}!${m.alnum(5)}`,
    () => `${m.alnum(4)}@${m.alnum(5)}`,
    () => `${m.alnum(4)}+${m.alnum(3)}/${m.alnum(4)}=`,
    () => `${m.alnum(5)}*${m.alnum(3)}^${m.alnum(2)}`,
    () => `${m.alnum(5)}-${m.alnum(5)}_${m.alnum(2)}`,
    () => m.base64(24),
    () => m.hex(32),
    () => m.alnum(20),
  ])();

/** Low entropy: a word somebody thought of. */
export const word = (m: Case): string =>
  m.random.pick([
    'sunshine',
    'hunter2',
    'letmein',
    'qwertz',
    'banana',
    'kittens',
    'toor',
    'winter2024',

    'trustno1',
    'dragonfly',
  ]);

export const anyPassword = (m: Case): string =>
  m.random.pick([() => word(m), () => m.password(), () => bare(m), () => m.alnum(12)])();

/** Names under which secrets stand in environments, in the spellings that occur. */
export const secretKey = (m: Case): string =>
  m.random.pick([
    'DB_PASSWORD',
    'DB_PASS',
    'MYSQL_ROOT_PASSWORD',
    'POSTGRES_PASSWORD',
    'REDIS_PASSWORD',
    'MAIL_PASSWORD',
    'SMTP_PASS',
    'APP_SECRET',
    'JWT_SECRET',
    'JWT_PASSPHRASE',
    'API_KEY',
    'STRIPE_SECRET',
    'AWS_SECRET_ACCESS_KEY',
    'ENCRYPTION_KEY',
    'ADMIN_PW',
    'SESSION_SECRET',
    'COOKIE_VALIDATION_KEY',
    'AUTH_TOKEN',
    'SERVICE_CREDENTIALS',
    'PRIVATE_KEY_PASSPHRASE',
    'GITHUB_TOKEN',
    'RABBITMQ_DEFAULT_PASS',
    'WP_AUTH_SALT',
    'HMAC_SALT',
    'dbPassword',
    'apiKey',
    'clientSecret',
    'accessToken',
    'db-password',
    'api-key',
    'client_secret',
    'ldap.bind.password',
    'spring.datasource.password',
  ]);

export const internalHost = (m: Case): string =>
  m.random.pick([
    () => `${m.lower(4)}-${m.digits(2)}.prod.${m.lower(6)}.internal`,
    () => `${m.lower(5)}.${m.lower(7)}.svc.cluster.local`,
    () => `${m.lower(6)}-db.c${m.lowerDigits(11)}.eu-central-1.rds.amazonaws.com`,
    () => `${m.lower(5)}${m.digits(1)}.${m.lower(6)}.lan`,
    () => `${m.lower(7)}.${m.lower(5)}.corp.${m.lower(6)}.com`,
    () => `${m.lower(6)}.${m.lower(8)}.local`,
  ])();

export const publicHost = (m: Case): string =>
  m.random.pick([
    () => m.host(),
    () =>
      `${m.lower(7)}.${m.random.pick(['app', 'dev', 'cloud', 'shop', 'com.br', 'co.jp', 'com.au', 'se', 'ch', 'info'])}`,
    () => `${m.lower(3)}-${m.digits(1)}.${m.lower(4)}.${m.domain()}`,
    () => `xn--${m.lower(6)}-${m.lowerDigits(3)}.de`,
  ])();

/** Under a top level that is a word of code as well: only the place says that it is a host. */
export const doubtfulHost = (m: Case): string => `${m.lower(8)}.${m.random.pick(['info', 'me', 'store'])}`;

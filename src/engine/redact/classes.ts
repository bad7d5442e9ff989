import type { RedactionClass } from './original.ts';

/** `secret`: always replaced. `identifier`: on, one switch each. `optional`: off until switched on. */
export type Tier = 'secret' | 'identifier' | 'optional';

export interface ClassFacts {
  readonly tier: Tier;
  /** For the list of what was replaced. */
  readonly title: string;
}

/** Everything that can be replaced, in the order in which it is shown. */
export const CLASSES: Readonly<Record<string, ClassFacts>> = {
  'vendor-token': { tier: 'secret', title: 'vendor tokens' },
  webhook: { tier: 'secret', title: 'webhook addresses' },
  'connection-string': { tier: 'secret', title: 'passwords in connection strings' },
  header: { tier: 'secret', title: 'credentials in headers' },
  'nginx-secret': { tier: 'secret', title: 'secrets in nginx directives' },
  'password-hash': { tier: 'secret', title: 'password hashes' },
  environment: { tier: 'secret', title: 'secrets in env[] and pool values' },
  'php-setting': { tier: 'secret', title: 'secrets in PHP settings' },
  parameter: { tier: 'secret', title: 'query and form parameters' },
  'path-token': { tier: 'secret', title: 'tokens in paths' },
  cookie: { tier: 'secret', title: 'cookie values' },
  'trace-argument': { tier: 'secret', title: 'arguments in stack traces and SQL' },
  'private-key': { tier: 'secret', title: 'private keys' },
  jwt: { tier: 'secret', title: 'JSON web tokens and Basic credentials' },
  'named-value': { tier: 'secret', title: 'values with a secret name' },
  card: { tier: 'secret', title: 'card numbers' },
  chosen: { tier: 'secret', title: 'words you chose' },
  ip: { tier: 'identifier', title: 'public IP addresses' },
  host: { tier: 'identifier', title: 'host names' },
  mail: { tier: 'identifier', title: 'mail addresses' },
  user: { tier: 'identifier', title: 'user names' },
  'aws-account': { tier: 'identifier', title: 'AWS account ids' },
  phone: { tier: 'identifier', title: 'phone numbers' },
  mac: { tier: 'identifier', title: 'hardware addresses' },
  'certificate-name': { tier: 'identifier', title: 'names in certificates' },
  'private-ip': { tier: 'optional', title: 'private IP addresses' },
  'publishable-key': { tier: 'optional', title: 'publishable keys' },
  certificate: { tier: 'optional', title: 'certificates' },
  correlation: { tier: 'optional', title: 'request ids, UUIDs and hashes' },
};

export function tierOf(name: RedactionClass): Tier {
  return CLASSES[name]?.tier ?? 'secret';
}

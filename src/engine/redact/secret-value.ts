import type { NameStrength } from './secret-name.ts';

/** No secret under any name; `no value` is what phpinfo() prints for an empty one. */
const SWITCHES = new Set([...'true false null nil none on off yes no undefined'.split(' '), 'no value']);
/** Names of mechanisms and states, under names that do not say "password". */
const MECHANISMS = new Set(
  (
    'default required optional enabled disabled auto basic digest plain login cram-md5 md5 sha1 sha256 sha512 bcrypt ' +
    'array object string integer int bool boolean argon2id hs256 rs256 es256 ok failed success missing invalid expired ' +
    'mismatch bearer code token password'
  ).split(' '),
);

/** What became of a secret, in messages and answers: nobody's password. */
const STATES = new Set(
  'expired invalid required missing revoked mismatch incorrect rejected unset wrong unknown unchanged'.split(' '),
);
/** What a statement has where its values are bound. */
const STAND_INS = new Set(['?', '%s', '$1', '$2', '$3']);
/** Rules of validation: `required|string|min:8`. */
const RULES = new Set('required nullable sometimes present filled'.split(' '));

const ALIAS = /^REDACTED_[a-z0-9_]{1,64}$/;
const PUBLISHABLE = /^pk_(?:live|test)_/;
const VARIABLE = /^(?:\$[A-Za-z_{(]|\$\{|%\{|%env\(|\{\{|@@|env\(|getenv\()/;
const MASK =
  /^(?:[*x.•#-]{2,64}|[0-]{8,64}|\*|-|\[?\(?<?(?:redacted|filtered|masked|hidden|secret removed|not yet implemented|your[^>\]]{0,40}|null|sensitive)>?\)?\]?)$/i;
const OBJECT = /^(?:Object\(|Array\b|NULL$|\[object |Resource id|Closure\()/;
const ROOTS =
  /^\/(?:etc|var|run|usr|home|srv|opt|tmp|root|app|data|mnt|secrets|proc|dev|lib|bin|sbin|www|vault|config|conf|ssl|certs?)(?:\/|$)/;
const FILE_PATH =
  /^(?:file:\/\/)?\/[\w.-]{1,64}(?:\/[\w.-]{1,64}){0,12}\.(?:conf|crt|pem|key|txt|json|ini|php|sock|htpasswd|passwd|env|yml|yaml|cer|p12|jks|sh|py)$/;

/** Words between slashes: a path on a site. */
const SITE_PATH = /^(?:\/[a-z]{2,24}(?:[-_][a-z]{1,24}){0,6}){1,8}\/?$/;

/** What a mask, an alias or the vendors' own example begins with; characters beyond ASCII may, too. */
const MASK_BEGINS = new Set('*xX.#-0[(<rRfFmMhHsSnNyYA');

/** A value that has been replaced already, by us or by hand. */
export function isMasked(value: string): boolean {
  if (value.charCodeAt(0) < 128 && !MASK_BEGINS.has(value.charAt(0))) return false;
  return ALIAS.test(value) || MASK.test(value) || value === 'AKIAIOSFODNN7EXAMPLE';
}

/** A path on the machine, not base64 that happens to begin with a slash. */
export function isFilePath(value: string): boolean {
  return (
    (value.startsWith('/') || value.startsWith('file:')) &&
    (ROOTS.test(value) || FILE_PATH.test(value) || SITE_PATH.test(value))
  );
}

/** What a publishable key, a variable or an object as PHP prints it begins with. */
const EXEMPT_BEGINS = new Set('p$%{@egOAN[RC');

function isRule(value: string): boolean {
  const bar = value.indexOf('|');
  return RULES.has(bar === -1 ? value : value.slice(0, bar));
}

/** Of the words that are no secret none is longer. */
const LONGEST_WORD = 16;

/** What never is a secret, whatever its name: variables, masks, switches, paths, small numbers. */
export function isExempt(value: string, strength: NameStrength): boolean {
  const lower = value.length > LONGEST_WORD ? '' : value.toLowerCase();
  if (value === '' || SWITCHES.has(lower) || STATES.has(lower) || isRule(value)) return true;
  if (isMasked(value) || isFilePath(value) || STAND_INS.has(value)) return true;
  if (EXEMPT_BEGINS.has(value.charAt(0)) && (PUBLISHABLE.test(value) || VARIABLE.test(value) || OBJECT.test(value)))
    return true;
  if (strength === 'strong') return /^\d{1,3}$/.test(value);
  return /^\d{1,3}$/.test(value) || MECHANISMS.has(lower);
}

/** Whether a value looks made by a machine: for names that alone prove nothing (`code`, `state`, `key`). */
export function looksRandom(value: string): boolean {
  if (value.length < 6) return false;
  if (/^[A-Za-z]{1,15}$/.test(value) && !/[a-z][A-Z]/.test(value)) return false;
  if (/^\d{1,5}$/.test(value)) return false;
  if (/^[a-z]{1,24}(?:[-_.][a-z]{1,24}){0,8}(?:[-_.]?\d{1,4})?$/i.test(value) && !/[a-z][A-Z]/.test(value))
    return false;
  if (/^[A-Za-z0-9+/=_.~-]{16,}$/.test(value)) return true;
  const digits = /\d/.test(value);
  const letters = /[A-Za-z]/.test(value);
  return (digits && letters) || /[a-z][A-Z]/.test(value) || /^\d{6,}$/.test(value);
}

/** The decision for a value under a name. */
export function isSecret(value: string, strength: NameStrength): boolean {
  if (strength === 'none' || isExempt(value, strength)) return false;
  return strength !== 'weak' || looksRandom(value);
}

import { strengthOf } from '../secret-name.ts';
import type { Part } from './call-parts.ts';

/** Words that end the names of functions of the application's own: `db_connect`, `wp_signon`. */
const CONNECTS = new Set(['connect', 'reconnect', 'pconnect', 'dbconnect', 'openconnection']);
const LOGS_IN = new Set(['login', 'dologin', 'logon', 'signon', 'signin', 'authenticate']);
/** The same somewhere in a name: `loginToErp`, `openDbConnection`; their secret must look like one. */
const MAY_CONNECT =
  /connect|(?:db|database|mysqli?|smtp|mailer|ftp|ldap|imap|transport)[a-z0-9_]{0,20}(?:->|::)__construct/;
const MAY_LOG_IN = /login|logon|signon|authenticat|credential/;

/** A data source, which holds the host, or an argument before the host. */
const SOURCE = /^\s?["'][^"'\n=:;{]{0,200}[=:;{]|^\s?(?:Object\(|Array|Resource|NULL)/;

/** A digit or a capital inside a word, in the second or third of arguments in quotes. */
const RANDOM_SECOND = /^\s?["'][^"'\n]{1,80}["'], ?["'](?=[^"'\n]{0,80}(?:[0-9]|[a-z][A-Z]))[^"'\n]{5,80}["']/;
const RANDOM_THIRD =
  /^\s?["'][^"'\n]{1,200}["'], ?["'][^"'\n]{1,80}["'], ?["'](?=[^"'\n]{0,80}(?:[0-9]|[a-z][A-Z]))[^"'\n]{5,80}["']/;

/** `setClientSecret`, `withApiKey`: what is handed over is what the rest of the name says. */
const HANDS_OVER = /^(?:set|with|use|using|add)_?/;
/** Keys of ciphers and signatures stand among their arguments. */
const SIGNS = /pbkdf2|secretbox|hmac|encrypt|decrypt|cipher|jwt/;
/** What speaks to a service is made with its key. */
const SPEAKS = /(?:client|api|gateway|sdk)(?:->|::)__construct$|^new [a-z0-9_\\]{0,60}(?:client|api|gateway|sdk)$/;
const ALL_MADE: readonly Part[] = ['made', 'made', 'made', 'made', 'made'];
const ALL_RANDOM: readonly Part[] = ['random', 'random', 'random', 'random'];

function byName(name: string): readonly Part[] | null {
  const last = name.split(/[^a-z0-9_]/).at(-1) ?? '';
  const rest = last.replace(HANDS_OVER, '');
  if (rest !== '' && strengthOf(rest) === 'strong') return rest === last ? ALL_MADE : ['secret'];
  if (SIGNS.test(name)) return ALL_MADE;
  return SPEAKS.test(name) ? ALL_RANDOM : null;
}

/** What the name of an unknown function says; where it only may say it, a secret must look like one. */
export type Guess = 'logs in' | 'may log in' | 'connects' | 'may connect';

/** What an unknown function may do, or what its arguments are where its name says that much. */
export function guessOf(name: string): readonly Part[] | Guess | null {
  if (name.length < 5) return null;
  const words = name.split(/[>:_]/);
  if (LOGS_IN.has(words.at(-1) ?? '')) return 'logs in';
  if (MAY_LOG_IN.test(name)) return 'may log in';
  if (words.some((word) => CONNECTS.has(word))) return 'connects';
  return byName(name) ?? (MAY_CONNECT.test(name) ? 'may connect' : null);
}

/** What the arguments of an unknown function are, by what its name says and by its first arguments. */
export function guessed(guess: Guess, text: string, from: number): readonly Part[] | null {
  if (guess === 'logs in') return ['user', 'secret'];
  if (guess === 'may log in') return RANDOM_SECOND.test(text.slice(from, from + 220)) ? ['user', 'secret'] : null;
  if (guess === 'may connect' && !RANDOM_THIRD.test(text.slice(from, from + 420))) return null;
  return SOURCE.test(text.slice(from, from + 410)) ? ['', 'user', 'secret'] : ['host', 'user', 'secret'];
}

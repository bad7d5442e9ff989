import type { Detector, Find, Scene } from '../find.ts';
import { isExempt } from '../secret-value.ts';
import { unescaped } from './decode.ts';
import { isUser } from './user-names.ts';
import { isNamedHost } from './hosts.ts';

type Part = 'secret' | 'user' | 'host' | '';

/** Which argument of a PHP call is what, in the order of the arguments; a name may be the end of a longer one. */
const CALLS: Readonly<Record<string, readonly Part[]>> = {
  'pdo->__construct': ['', 'user', 'secret'],
  'pdo::__construct': ['', 'user', 'secret'],
  'pdo::connect': ['', 'user', 'secret'],
  'new pdo': ['', 'user', 'secret'],
  'driver->connect': ['', 'user', 'secret'],
  'connector->createconnection': ['', '', ''],
  mysqli_connect: ['host', 'user', 'secret'],
  mysqli_real_connect: ['', 'host', 'user', 'secret'],
  mysqli_change_user: ['', 'user', 'secret'],
  'mysqli->__construct': ['host', 'user', 'secret'],
  'mysqli->real_connect': ['host', 'user', 'secret'],
  'mysqli->connect': ['host', 'user', 'secret'],
  'mysqli->change_user': ['user', 'secret'],
  'new mysqli': ['host', 'user', 'secret'],
  mysql_connect: ['host', 'user', 'secret'],
  mysql_pconnect: ['host', 'user', 'secret'],
  'wpdb->__construct': ['user', 'secret', '', 'host'],
  oci_connect: ['user', 'secret'],
  oci_pconnect: ['user', 'secret'],
  odbc_connect: ['', 'user', 'secret'],
  ibase_connect: ['', 'user', 'secret'],
  db2_connect: ['', 'user', 'secret'],
  ldap_bind: ['', '', 'secret'],
  ldap_bind_ext: ['', '', 'secret'],
  ftp_login: ['', 'user', 'secret'],
  ssh2_auth_password: ['', 'user', 'secret'],
  imap_open: ['', 'user', 'secret'],
  'sftp->login': ['user', 'secret'],
  'ssh2->login': ['user', 'secret'],
  'rediscluster->__construct': ['', '', '', '', '', 'secret'],
  '->login': ['user', 'secret'],
  '->authenticate': ['user', 'secret'],
  '->attempt': ['user', 'secret'],
  '->auth': ['secret', 'secret'],
  ':auth': ['secret', 'secret'],
  '.auth': ['secret', 'secret'],
  '->setpassword': ['secret'],
  '->setauth': ['user', 'secret'],
  '->setsaslauthdata': ['user', 'secret'],
  '->setapikey': ['secret'],
  '->settoken': ['secret'],
  '->setaccesstoken': ['secret'],
  '->setusername': ['user'],
  'amqpstreamconnection->__construct': ['host', '', 'user', 'secret'],
  'amqpsslconnection->__construct': ['host', '', 'user', 'secret'],
  wp_authenticate_username_password: ['', 'user', 'secret'],
  wp_authenticate_email_password: ['', 'user', 'secret'],
  wp_check_password: ['secret', 'secret'],
  wp_set_password: ['secret'],
  wp_hash_password: ['secret'],
  password_verify: ['secret', 'secret'],
  password_hash: ['secret'],
  'hasher->check': ['secret', 'secret'],
  '->check': ['secret', 'secret'],
  hash_hmac: ['', '', 'secret'],
  hash_equals: ['secret', 'secret'],
  openssl_encrypt: ['', '', 'secret'],
  openssl_decrypt: ['', '', 'secret'],
  openssl_pkey_get_private: ['secret', 'secret'],
  openssl_pkcs12_read: ['', '', 'secret'],
  crypt: ['secret', 'secret'],
  'jwt::decode': ['secret', 'secret'],
  'jwt::encode': ['', 'secret'],
  'stripe::setapikey': ['secret'],
  'encrypter->__construct': ['secret'],
  'encrypter->decrypt': ['secret'],
  'ngx.hmac_sha1': ['secret'],
  'hmac:new': ['secret'],
  session_id: ['secret'],
  'sessionhandler->read': ['secret'],
  'sessionhandler->write': ['secret'],
  'sessionhandler->destroy': ['secret'],
  'smtp->authenticate': ['user', 'secret'],
  'client->__construct': ['', '', ''],
  '.secret_key': ['secret'],
  identified: ['secret'],
  password: ['secret'],
  verifypassword: ['secret', 'secret'],
  checkpassword: ['secret', 'secret'],
  'esmtptransport->__construct': ['host', ''],
  curl_setopt: ['', '', ''],
};
/** Words that end the names of functions of the application's own: `db_connect`, `wp_signon`. */
const CONNECTS = new Set(['connect', 'reconnect', 'pconnect', 'dbconnect', 'openconnection']);
const LOGS_IN = new Set(['login', 'dologin', 'logon', 'signon', 'signin', 'authenticate']);
/** The same somewhere in a name: `loginToErp`, `openDbConnection`; their secret must look like one. */
const MAY_CONNECT = /connect/;
const MAY_LOG_IN = /login|logon|signon|authenticat|credential/;
const LONGEST_NAME = 60;
const MOST_ARGUMENTS = 8;
/** Quotes inside an argument: so many calls in a row must not be read to the end of the line each. */
const MOST_QUOTES = 12;

/** Class 12: arguments of calls in stack traces and code. Reads outward from each opening parenthesis. */
export const calls: Detector = { name: 'calls', find: findCalls };

function findCalls({ text }: Scene, found: Find[]): void {
  for (let at = text.indexOf('('); at !== -1; at = text.indexOf('(', at + 1)) {
    const next = text.charAt(at + 1);
    if (next === ')' || next === '') continue;
    const meaning = meaningOf(nameBefore(text, at));
    const parts = typeof meaning === 'string' ? guessed(meaning, text, at + 1) : meaning;
    if (parts !== null) readArguments(text, at + 1, parts, found);
  }
}

/** Letters, digits and `_>:.\-`. */
function isNameCode(code: number): boolean {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 58)) return true;
  return code === 95 || code === 62 || code === 46 || code === 92 || code === 45;
}

function nameBefore(text: string, at: number): string {
  let start = at;
  const floor = Math.max(0, at - LONGEST_NAME);
  while (start > floor && isNameCode(text.charCodeAt(start - 1))) start--;
  const word = text.slice(start, at).toLowerCase();
  if (text.charCodeAt(start - 1) !== BLANK) return word;
  return text.slice(Math.max(0, start - 4), start).toLowerCase() === 'new ' ? `new ${word}` : word;
}

const MEMORY = 4096;
const known = new Map<string, readonly Part[] | Guess | null>();

/** The same functions are called again and again. */
function meaningOf(name: string): readonly Part[] | Guess | null {
  if (name.length < 4) return null;
  const before = known.get(name);
  if (before !== undefined) return before;
  const meaning = partsOf(name) ?? guessOf(name);
  if (known.size >= MEMORY) known.clear();
  known.set(name, meaning);
  return meaning;
}

/** `Doctrine\DBAL\Driver\PDO\MySQL\Driver->connect` is known as `driver->connect`, `$redis->auth` as `->auth`. */
function partsOf(name: string): readonly Part[] | null {
  const short = name.slice(name.lastIndexOf('\\') + 1);
  const exact = CALLS[short];
  if (exact) return exact;
  const method = /(?:->|::|[:.])[a-z0-9_]+$/.exec(short)?.[0];
  const parts = method === undefined ? undefined : (CALLS[method] ?? CALLS[method.replace('::', '->')]);
  if (parts) return parts;
  const owner = /(?<![a-z0-9_])[a-z0-9_]{1,60}(?:->|::)[a-z0-9_]{1,60}$/.exec(short)?.[0];
  return owner === undefined ? null : (CALLS[owner] ?? null);
}

/** A data source, which holds the host, or an argument before the host. */
const SOURCE = /^\s?["'][^"'\n=:;{]{0,200}[=:;{]|^\s?(?:Object\(|Array|Resource|NULL)/;

/** A digit or a capital inside a word, in the second or third of arguments in quotes. */
const RANDOM_SECOND = /^\s?["'][^"'\n]{1,80}["'], ?["'](?=[^"'\n]{0,80}(?:[0-9]|[a-z][A-Z]))[^"'\n]{5,80}["']/;
const RANDOM_THIRD =
  /^\s?["'][^"'\n]{1,200}["'], ?["'][^"'\n]{1,80}["'], ?["'](?=[^"'\n]{0,80}(?:[0-9]|[a-z][A-Z]))[^"'\n]{5,80}["']/;

/** What the name of an unknown function says; where it only may say it, a secret must look like one. */
type Guess = 'logs in' | 'may log in' | 'connects' | 'may connect';

function guessOf(name: string): Guess | null {
  if (name.length < 5) return null;
  const words = name.split(/[>:_]/);
  if (LOGS_IN.has(words.at(-1) ?? '')) return 'logs in';
  if (MAY_LOG_IN.test(name)) return 'may log in';
  if (words.some((word) => CONNECTS.has(word))) return 'connects';
  return MAY_CONNECT.test(name) ? 'may connect' : null;
}

/** What the arguments of an unknown function are, by what its name says and by its first arguments. */
function guessed(guess: Guess, text: string, from: number): readonly Part[] | null {
  if (guess === 'logs in') return ['user', 'secret'];
  if (guess === 'may log in') return RANDOM_SECOND.test(text.slice(from, from + 220)) ? ['user', 'secret'] : null;
  if (guess === 'may connect' && !RANDOM_THIRD.test(text.slice(from, from + 420))) return null;
  return SOURCE.test(text.slice(from, from + 410)) ? ['', 'user', 'secret'] : ['host', 'user', 'secret'];
}

function readArguments(text: string, from: number, parts: readonly Part[], found: Find[]): void {
  let at = from;
  for (let index = 0; index < Math.min(parts.length, MOST_ARGUMENTS); index++) {
    while ((isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === LINE_FEED) && at - from < 4096) at++;
    const argument = readArgument(text, at);
    if (argument === null) return;
    if (argument.quoted) addArgument(text, argument.start, argument.end, parts[index] ?? '', found);
    at = argument.next;
    if (text.charAt(at) !== ',') return;
    at++;
  }
}

interface Argument {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly quoted: boolean;
}

/** One argument: quoted (perhaps with an escaped quote outside, in JSON), or bare up to the comma. */
function readArgument(text: string, at: number): Argument | null {
  const escaped = text.startsWith("\\'", at) || text.startsWith('\\"', at) ? 1 : 0;
  const quote = text.charAt(at + escaped);
  if (quote === "'" || quote === '"') {
    const start = at + escaped + 1;
    const end = closing(text, start, escaped ? `\\${quote}` : quote);
    return end === -1 ? null : { start, end, next: end + 1 + escaped, quoted: true };
  }
  let end = at;
  while (end < text.length && end - at < 200 && !/[,)\n]/.test(text.charAt(end)))
    end += text.charAt(end) === '(' ? skip(text, end) : 1;
  return { start: at, end, next: end, quoted: false };
}

/** Over a nested `(…)`, for `Object(Closure)`. */
function skip(text: string, at: number): number {
  const close = text.slice(at, at + 120).indexOf(')');
  return close === -1 ? 1 : close + 1;
}

/**
 * The quote that ends an argument. PHP prints arguments of a trace without escaping, so a quote inside is possible:
 * the end is a quote before a comma, a parenthesis or the end of the line.
 */
function closing(text: string, start: number, quote: string): number {
  const part = text.slice(start, start + 4096);
  let from = 0;
  let end = part.indexOf(quote);
  for (let inside = 0; end !== -1 && inside < MOST_QUOTES; inside++, end = part.indexOf(quote, from)) {
    if (part.slice(from, end).includes('\n')) return -1;
    if (endsArgument(part, end + quote.length)) return start + end;
    from = end + 1;
  }
  return -1;
}

/** Three dots where PHP cut the argument, up to two blanks, then a comma, a bracket or the end of the line. */
function endsArgument(text: string, from: number): boolean {
  let at = text.startsWith('...', from) ? from + 3 : from;
  if (at === text.length || text.charCodeAt(at) === LINE_FEED) return at === from;
  for (let blanks = 0; blanks < 2 && isBlank(text.charCodeAt(at)); blanks++) at++;
  const code = text.charCodeAt(at);
  return code === COMMA || code === PARENTHESIS || code === BRACKET;
}

const LINE_FEED = 10;
const BLANK = 32;
const PARENTHESIS = 41;
const COMMA = 44;
const BRACKET = 93;
const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13 || code === 160;

function addArgument(text: string, start: number, end: number, part: Part, found: Find[]): void {
  const raw = text.slice(start, end);
  const stop = raw.endsWith('...') ? end - 3 : end;
  const value = text.slice(start, stop);
  if (part === 'secret' && !isExempt(value, 'strong'))
    found.push({ start, end: stop, class: 'trace-argument', type: 'argument', value: unescaped(value) });
  if (part === 'user' && isUser(value)) found.push({ start, end: stop, class: 'user', value });
  if (part === 'host' && isNamedHost(value))
    found.push({ start, end: stop, class: 'host', value: value.toLowerCase() });
}

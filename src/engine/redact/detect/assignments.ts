import type { Detector, Find, Scene } from '../find.ts';
import { strengthOf, wordsOf, type NameStrength } from '../secret-name.ts';
import { isExempt, isMasked, isSecret, looksRandom } from '../secret-value.ts';
import { authorizationValue, isAuthorization } from './authorization.ts';
import { cookieValues, isCookieName } from './cookies.ts';
import { percentDecoded, unescaped } from './decode.ts';
import { lineEnd, quoteAt, quotedExtent, type Extent } from './quoted.ts';
import { BLANKS, stopsAt } from './stops.ts';

/** Characters of a name; brackets and percent for `auth[pass]` and `auth%5Bpass%5D`. */
function isNameCode(code: number): boolean {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)) return true;
  return code === 95 || code === 45 || code === 46 || code === 37 || code === 36 || code === 91 || code === 93;
}
/** What may stand between a name and its separator: blanks, closing quotes, a comparison sign. */
function isBetween(code: number): boolean {
  if (code === 32 || code === 9 || code === 13 || code === 34 || code === 39 || code === 92) return true;
  return code === 61 || code === 33 || code === 126 || code === 58 || code === 62 || code === 160;
}
const LONGEST_NAME = 80;
const LONGEST_VALUE = 8192;
const QUERY_START = /(?:[?&]|&amp;|\\u0026|%3[Ff]|%26|%253[Ff]|%2526)$/;

/** `$config["password"]`: the name stands inside the brackets. */
const SUBSCRIPT_END = /\\?["']\]$/;
/** `string(12) "…"` on the next line, as var_dump prints what it found under a name. */
const DUMPED = /[ \t]{0,4}\r?\n[ \t]{0,80}string\([0-9]{1,7}\) (?=")/y;

/**
 * `name = value`, `"name": "value"`, `'name' => 'value'`, `?name=value`, `Header-Name: value`, wherever they stand.
 * Reads outward from each separator, so that its cost is bounded per separator and linear in the text.
 */
export const assignments: Detector = { name: 'assignments', find: findAssignments };

function findAssignments({ text }: Scene, found: Find[]): void {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 61 && code !== 58) continue;
    const name = nameBefore(text, at);
    if (name === null) continue;
    at = Math.max(at, readAt(text, at, name, found) - 1);
  }
}

/** Names that say something in a query only: nginx documents links that are signed with `?md5=…`. */
const IN_QUERIES = new Set(['md5', 'st']);

interface Meaning {
  readonly inQueries: boolean;
  readonly strength: NameStrength;
  /** Words of the name where it may be a header that carries credentials; else empty. */
  readonly header: readonly string[];
}

const MOST_NAMES = 4096;
const meanings = new Map<string, Meaning | null>();

/** Most names mean nothing, and the same names come again and again: null for those. */
function meaningOf(name: string): Meaning | null {
  const known = meanings.get(name);
  if (known !== undefined) return known;
  const strength = strengthOf(name);
  const header = /cookie|authori[sz]ation/i.test(name) ? wordsOf(name) : [];
  const inQueries = IN_QUERIES.has(name);
  const isKnown = strength !== 'none' || header.length > 0 || inQueries;
  const meaning = isKnown ? ({ strength: inQueries ? 'weak' : strength, header, inQueries } as const) : null;
  if (meanings.size >= MOST_NAMES) meanings.clear();
  meanings.set(name, meaning);
  return meaning;
}

interface Name extends Omit<Meaning, 'inQueries'> {
  readonly text: string;
  /** Stands after `?` or `&`. */
  readonly query: boolean;
  /** The quote that the whole assignment stands in: `"DB_PASSWORD=two words"`. */
  readonly opened: string;
}

/** The name that ends before a separator, through closing quotes, blanks and a comparison sign. */
function nameBefore(text: string, separator: number): Name | null {
  let end = separator;
  while (end > 0 && separator - end < 4 && isBetween(text.charCodeAt(end - 1))) end--;
  const last = text.charCodeAt(end - 1);
  if (last === 59 && text.startsWith('&quot;', end - 6)) end -= 6;
  const subscript = last === 93 ? SUBSCRIPT_END.exec(text.slice(Math.max(0, end - 3), end)) : null;
  if (subscript) end -= subscript[0].length;
  let start = end;
  const floor = Math.max(0, end - LONGEST_NAME);
  while (start > floor && isNameCode(text.charCodeAt(start - 1))) start--;
  if (start === end) return null;
  const whole = text.slice(start, end);
  const encoded = whole.includes('%') ? (/^(?:.{0,76}(?:%3[Ff]|%26|%253[Ff]|%2526))/.exec(whole)?.[0].length ?? 0) : 0;
  if (text.charCodeAt(start - 1) === 47 && text.charCodeAt(separator) === 58 && FILE_NAME.test(whole)) return null;
  if (whole.endsWith('22') && /%(?:25)?22$/.test(whole)) return null;
  const name = withoutMarks(whole.slice(encoded));
  const meaning = meaningOf(name);
  if (meaning === null) return null;
  if (
    text.charCodeAt(separator) === 58 &&
    (text.startsWith('://', start - 3) || isInList(text, start, separator) || isResource(text, start))
  )
    return null;
  const query =
    encoded > 0 ||
    ('?&;6Ff'.includes(text.charAt(start - 1)) && QUERY_START.test(text.slice(Math.max(0, start - 6), start)));
  if (meaning.inQueries && !query) return null;
  const opened = separator === end && VARIABLE.test(whole) ? quoteBefore(text, start) : '';
  return { strength: meaning.strength, header: meaning.header, text: name, query, opened };
}

/** `cannot load certificate key "/etc/ssl/shop.key": PEM_read_bio_PrivateKey() failed`: a file has no value. */
const FILE_NAME = /\.(?:key|pem|crt|p12|pfx|secret|token|pass|pwd|htpasswd)$/;

/** `--password`, `$token`, `[api_key`: up to four marks before the first letter. */
function withoutMarks(name: string): string {
  let from = 0;
  while (from < 4 && '-$.%['.includes(name.charAt(from)) && from < name.length) from++;
  return from === 0 ? name : name.slice(from);
}

/** `…:!PSK:!RC4`: lists of ciphers have colons between their names. */
function isInList(text: string, start: number, colon: number): boolean {
  const before = text.charCodeAt(start - 1);
  return (
    (before === COLON || before === EXCLAMATION || before === PLUS) &&
    /[A-Z0-9!+@-]/.test(text.charAt(colon + 1)) &&
    text.charAt(start) < 'a'
  );
}

/** `arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db`: the name of a secret. */
function isResource(text: string, start: number): boolean {
  return /:[0-9]{12}:$/.test(text.slice(Math.max(0, start - 14), start));
}

/** Names of environment variables. */
const VARIABLE = /^[A-Z][A-Z0-9_]{2,79}$/;

function quoteBefore(text: string, at: number): string {
  const last = text.charAt(at - 1);
  if (last !== '"' && last !== "'") return '';
  return text.charAt(at - 2) === '\\' ? `\\${last}` : last;
}

/** `"PHPSESSID=…; theme=dark"`: a header of cookies whose first one is written like a variable. */
const COOKIES = /^[^;\s]{1,4096};\s?[\w.-]{1,80}=/;

function addOpened(text: string, at: number, strength: NameStrength, name: Name, found: Find[]): number {
  const extent = quotedExtent(text, at - 1, name.opened.slice(-1));
  const closed = name.opened.length > 1 ? quotedExtent(text, at - name.opened.length, name.opened) : extent;
  if (SESSION_IN_PATH.test(name.text) && COOKIES.test(text.slice(at, Math.min(closed.end, at + LONGEST_VALUE)))) {
    cookieValues(text, { ...closed, start: at - name.text.length - 1 }, found);
    return closed.end;
  }
  addQuoted(text, { ...closed, start: at }, strength, name, found);
  return 0;
}

const isBlank = (code: number): boolean => code === 32 || code === 9;
/** `=`, `>` or `~`, as in `=>` and `=~`. */
const isArrow = (code: number): boolean => code === 61 || code === 62 || code === 126;
/** The same, `!` or `<` before the separator: nothing is given there, it is compared. */
const isComparing = (code: number): boolean => isArrow(code) || code === 33 || code === 60;

/** @returns where reading may go on: behind a value that was taken, else 0 */
function readAt(text: string, separator: number, name: Name, found: Find[]): number {
  const { strength, header } = name;
  const comparison = isComparing(text.charCodeAt(separator - 1));
  let at = separator + 1;
  while (isArrow(text.charCodeAt(at)) && at < separator + 4) at++;
  if (text.charAt(at - 1) === '>') {
    DUMPED.lastIndex = at;
    at += DUMPED.exec(text)?.[0].length ?? 0;
  }
  const blanksFrom = at;
  while (at - blanksFrom < 40 && isBlank(text.charCodeAt(at))) at++;
  if (text.charAt(at) === '[' && quoteAt(text, at + 1) !== '') at++;
  const quote = quoteAt(text, at);
  const colon = text.charAt(separator) === ':';
  if (comparison && quote === '') return 0;
  if (isCookieName(header)) {
    const extent = quote === '' ? bareHeader(text, at) : quotedExtent(text, at, quote);
    cookieValues(text, extent, found);
    return extent.end;
  }
  if (isAuthorization(header)) {
    const extent = quote === '' ? bareHeader(text, at) : quotedExtent(text, at, quote);
    if (authorizationValue(text, extent, found)) return extent.end;
  }
  if (quote === '' && name.opened !== '') return addOpened(text, at, strength, name, found);
  if (quote === '') return addBare(text, at, strength, name, colon, found);
  const extent = quotedExtent(text, at, quote);
  addQuoted(text, extent, strength, name, found);
  return 0;
}

/** A header in a log: to the end of the line or the quote that holds the whole header. */
function bareHeader(text: string, at: number): Extent {
  let end = at;
  const limit = lineEnd(text, at);
  if (/^(?:Digest|OAuth|Hawk|MAC) /i.test(text.slice(at, at + 8))) return { start: at, end: limit, quote: '' };
  while (end < limit && !/["'\\]/.test(text.charAt(end))) end++;
  return { start: at, end, quote: '' };
}

const isPlainUrl = (value: string): boolean => value.startsWith('http') && /^https?:\/\/[^\s@]{0,200}$/.test(value);

function addQuoted(text: string, extent: Extent, strength: NameStrength, name: Name, found: Find[]): void {
  const raw = text.slice(extent.start, extent.end);
  if (!isSecret(raw, strength) || raw.trim() === '' || isPlainUrl(raw)) return;
  found.push(findOf(extent.start, extent.end, name, unescaped(raw), raw));
}

/** `;jsessionid=…` stands before the query, not in it. */
const SESSION_IN_PATH = /^(?:j|php)?sess(?:ion)?_?id$|^sid$/i;
/** NUL separates the variables in /proc/PID/environ. */
const QUERY_VALUE = stopsAt(`\0${BLANKS}&#"'<>\`|\\`);
const BARE_VALUE = stopsAt(`\0${BLANKS}&"'<>\`|;\\`);
const EXCLAMATION = 33;
const PLUS = 43;
const COMMA = 44;
const COLON = 58;
const SEMICOLON = 59;
const QUESTION = 63;

/** `code=([a-z0-9_-]+)` in a regular expression matches values and holds none. */
const PATTERN = /^\(?(?:\?:)?(?:\[[\w^.-]{1,40}\]|\\[wdsWDS]|\.)[+*{]/;

const PATTERN_BEGINS = '(?[\\.';

function bareEnd(text: string, at: number, name: Name): number {
  const stops = name.query ? QUERY_VALUE : BARE_VALUE;
  const limit = Math.min(text.length, at + LONGEST_VALUE);
  let end = at;
  for (; end < limit; end++) {
    const code = text.charCodeAt(end);
    if (stops[code] === 1 || (code > 127 && /\s/.test(text.charAt(end)))) break;
    if (code === COMMA && /^,(?:\s|[\w.-]{1,40}[=:]|$)/.test(text.slice(end, end + 44))) break;
    if (code === QUESTION && SESSION_IN_PATH.test(name.text)) break;
    if (code === SEMICOLON && name.query && /^;(?:\s|$|[})"'])/.test(text.slice(end, end + 2))) break;
  }
  return end;
}

function addBare(text: string, at: number, strength: NameStrength, name: Name, colon: boolean, found: Find[]): number {
  if (
    text.startsWith('//', at) ||
    text.startsWith('Not yet implemented', at) ||
    (PATTERN_BEGINS.includes(text.charAt(at)) && PATTERN.test(text.slice(at, at + 48))) ||
    text.startsWith(`${name.text}@entry=`, at)
  )
    return 0;
  let end = bareEnd(text, at, name);
  const whole = text.slice(at, end);
  const encodedEnd = whole.includes('%') ? /%26|%2526|%23/.exec(whole) : null;
  if (encodedEnd && /%3[dD]|%253[dD]/.test(whole)) end = at + encodedEnd.index;
  if (isMasked(text.slice(at, end))) return end;
  while (end > at && ',).]}:'.includes(text.charAt(end - 1))) end--;
  const raw = text.slice(at, end);
  const value = name.query ? percentDecoded(raw) : raw;
  if (raw === '' || (raw.length <= 4 && /^[[({]{1,4}$/.test(raw)) || !isSecret(value, strength)) return 0;
  if (
    colon &&
    !name.query &&
    !standsAlone(text, end) &&
    !looksRandom(value) &&
    !/[A-Za-z][0-9]|[0-9][A-Za-z]/.test(value)
  )
    return 0;
  found.push(findOf(at, end, name, value, value));
  return end;
}

/** After a colon prose may follow (`password: must be longer`); a value stands alone up to a delimiter. */
function standsAlone(text: string, end: number): boolean {
  return /^[ \t]{0,8}(?:[\r\n,;)}\]"'|\\<]|$)/.test(text.slice(end, end + 10));
}

/** A plain lower-case word is replaced where it stands and not hunted for elsewhere. */
function findOf(start: number, end: number, name: Name, value: string, written: string): Find {
  const kind = name.query ? 'parameter' : 'named-value';
  const isLocal = (written.length <= 5 && /^[a-z]{1,5}$/.test(written)) || isExempt(written, 'weak');
  return isLocal ? { start, end, class: kind, value, local: true } : { start, end, class: kind, value };
}

import { strengthOf, wordsOf, type NameStrength } from '../secret-name.ts';

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
const QUERY_START = /(?:[?&]|&amp;|\\u0026|%3[Ff]|%26|%253[Ff]|%2526)$/;

/** `$config["password"]`: the name stands inside the brackets. */
const SUBSCRIPT_END = /\\?["']\]$/;

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

export interface Name extends Omit<Meaning, 'inQueries'> {
  readonly text: string;
  readonly start: number;
  /** Stands after `?` or `&`. */
  readonly query: boolean;
  /** The quote that the whole assignment stands in: `"DB_PASSWORD=two words"`. */
  readonly opened: string;
}

/** `["apiKey":"App\\Config":private]`, `[password:protected]`: how var_dump and print_r write a property that is not public. */
const PROPERTY_TAIL = /"?:(?:"?[\w\\]{1,60}"?:)?(?:protected|private)\]$/;

function propertyTail(text: string, end: number): number {
  if (!text.startsWith('ted]', end - 4) && !text.startsWith('ate]', end - 4)) return 0;
  return PROPERTY_TAIL.exec(text.slice(Math.max(0, end - 80), end))?.[0].length ?? 0;
}

/** The same, read from the colon behind the name. */
const PROPERTY_KIND = /^:(?:"?[\w\\]{1,60}"?:)?(?:protected|private)\]/;

function isProperty(text: string, separator: number): boolean {
  if (text.charCodeAt(separator) !== COLON || text.charCodeAt(separator + 1) === BLANK) return false;
  return PROPERTY_KIND.test(text.slice(separator, separator + 80));
}

/** The name that ends before a separator, through closing quotes, blanks and a comparison sign. */
export function nameBefore(text: string, separator: number): Name | null {
  let end = separator;
  while (end > 0 && separator - end < 4 && isBetween(text.charCodeAt(end - 1))) end--;
  const last = text.charCodeAt(end - 1);
  if (last === 59 && text.startsWith('&quot;', end - 6)) end -= 6;
  const subscript = last === 93 ? SUBSCRIPT_END.exec(text.slice(Math.max(0, end - 3), end)) : null;
  if (subscript) end -= subscript[0].length;
  else if (last === 93) end -= propertyTail(text, end);
  let start = end;
  const floor = Math.max(0, end - LONGEST_NAME);
  while (start > floor && isNameCode(text.charCodeAt(start - 1))) start--;
  if (start === end) return null;
  const whole = text.slice(start, end);
  const encoded = whole.includes('%') ? (/^(?:.{0,76}(?:%3[Ff]|%26|%253[Ff]|%2526))/.exec(whole)?.[0].length ?? 0) : 0;
  if (text.charCodeAt(start - 1) === SLASH && text.charCodeAt(separator) === COLON && FILE_NAME.test(whole))
    return null;
  if (whole.endsWith('22') && /%(?:25)?22$/.test(whole)) return null;
  const name = withoutMarks(whole.slice(encoded));
  const meaning = meaningOf(name);
  if (meaning === null) return null;
  if (
    text.charCodeAt(separator) === COLON &&
    (text.startsWith('://', start - 3) || isInList(text, start, separator) || isResource(text, start))
  )
    return null;
  const query =
    encoded > 0 ||
    ('?&;6Ff'.includes(text.charAt(start - 1)) && QUERY_START.test(text.slice(Math.max(0, start - 6), start)));
  if (meaning.inQueries && !query) return null;
  if (isProperty(text, separator)) return null;
  const opened = separator === end && VARIABLE.test(whole) ? quoteBefore(text, start) : '';
  return { strength: meaning.strength, header: meaning.header, text: name, start, query, opened };
}

/** `cannot load certificate key "/etc/ssl/shop.key": PEM_read_bio_PrivateKey() failed`: a file has no value. */
const FILE_NAME = /\.(?:key|pem|crt|p12|pfx|secret|token|pass|pwd|htpasswd)$/;

/** `arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db`: the name of a secret. */
function isResource(text: string, start: number): boolean {
  return text.charCodeAt(start - 1) === COLON && /:[0-9]{12}:$/.test(text.slice(Math.max(0, start - 14), start));
}

/** `--password`, `$token`, `[api_key`: up to four marks before the first letter. */
function withoutMarks(name: string): string {
  let from = 0;
  while (from < 4 && '-$.%['.includes(name.charAt(from)) && from < name.length) from++;
  return from === 0 ? name : name.slice(from);
}

const BLANK = 32;
const EXCLAMATION = 33;
const PLUS = 43;
const SLASH = 47;
const COLON = 58;

/** `…:!PSK:!RC4`: lists of ciphers have colons between their names. */
function isInList(text: string, start: number, colon: number): boolean {
  const before = text.charCodeAt(start - 1);
  return (
    (before === COLON || before === EXCLAMATION || before === PLUS) &&
    /[A-Z0-9!+@-]/.test(text.charAt(colon + 1)) &&
    text.charAt(start) < 'a'
  );
}

/** Names of environment variables. */
const VARIABLE = /^[A-Z][A-Z0-9_]{2,79}$/;

function quoteBefore(text: string, at: number): string {
  const last = text.charAt(at - 1);
  if (last !== '"' && last !== "'") return '';
  return text.charAt(at - 2) === '\\' ? `\\${last}` : last;
}

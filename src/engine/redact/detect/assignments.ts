import type { Detector, Find, Scene } from '../find.ts';
import type { NameStrength } from '../secret-name.ts';
import { isExempt, isMasked, isSecret, looksRandom } from '../secret-value.ts';
import { nameBefore, type Name } from './assigned-names.ts';
import { authorizationValue, isAuthorization } from './authorization.ts';
import { cookieValues, isCookieName } from './cookies.ts';
import { percentDecoded, unescaped } from './decode.ts';
import { wholeLineEnd } from './line-values.ts';
import { lineEnd, quoteAt, quotedExtent, type Extent } from './quoted.ts';
import { BLANKS, stopsAt } from './stops.ts';

const LONGEST_VALUE = 8192;
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
const COMMA = 44;
const SEMICOLON = 59;
const AT = 64;
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
    (text.charCodeAt(at + name.text.length) === AT && text.startsWith(`${name.text}@entry=`, at))
  )
    return 0;
  let end = bareEnd(text, at, name);
  if (!name.query && '&;<>|"\'`'.includes(text.charAt(end))) end = Math.max(end, wholeLineEnd(text, name.start, at));
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

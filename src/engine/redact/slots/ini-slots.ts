import { authorizationValue, isAuthorization } from '../detect/authorization.ts';
import { unescaped } from '../detect/decode.ts';
import { isUser } from '../detect/user-names.ts';
import type { Find, Scene } from '../find.ts';
import { strengthOf, wordsOf } from '../secret-name.ts';
import { isExempt, isSecret } from '../secret-value.ts';
import { OPEN_SETTINGS, SECRET_SETTINGS } from './php-settings.ts';

const ENTRY =
  /^[ \t]{0,40}(?:[;#][;# \t]{0,20})?([A-Za-z_][A-Za-z0-9_.-]{0,80})(?:\[([A-Za-z0-9_.-]{0,100})\])?[ \t]{0,40}=(>?)[ \t]{0,40}/;
const USER_KEYS = new Set(['user', 'group', 'listen.owner', 'listen.group', 'listen.acl_users', 'listen.acl_groups']);

/**
 * Slots of php.ini and pool files, line by line so that commented-out and broken lines are read as well;
 * a quoted value may go on over several lines.
 */
export function iniSlots({ text, kind }: Scene, found: Find[]): void {
  for (let at = 0; at < text.length;) {
    const end = endOfLine(text, at);
    const line = text.slice(at, Math.min(end, at + 8192));
    readSection(text, line, at, found);
    const entry = ENTRY.exec(line);
    if (entry) {
      const key = { key: entry[1] ?? '', subscript: entry[2] ?? null, certain: kind !== 'unknown' };
      const from = at + entry[0].length;
      if (entry[3] === '>') for (const extent of columns(text, from, end)) readEntry(text, extent, key, found);
      else readEntry(text, valueExtent(text, from), key, found);
    }
    at = end + 1;
  }
}

const SECTION = /^[ \t]{0,8}\[([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})\][ \t\r]{0,8}$/;
const POOL_KEY = /^[ \t]{0,8}(?:pm(?:\.[a-z_]{1,40})?|listen|user)[ \t]{0,8}=/m;
const NEXT_SECTION = /^[ \t]{0,8}\[/m;
const HEAD_OF_POOL = 4096;

/** Pools bear the names of their customers; the logs name them too (`[pool shop]`). */
function readSection(text: string, line: string, at: number, found: Find[]): void {
  const name = SECTION.exec(line)?.[1];
  if (name === undefined || !isUser(name)) return;
  const head = text.slice(at + line.length, at + line.length + HEAD_OF_POOL);
  if (!POOL_KEY.test(head.slice(0, NEXT_SECTION.exec(head)?.index))) return;
  const start = at + line.indexOf('[') + 1;
  found.push({ start, end: start + name.length, class: 'user', value: name });
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

interface Key {
  readonly key: string;
  readonly subscript: string | null;
  /** The document is known to be made of settings: a bare value then goes to the end of its line. */
  readonly certain: boolean;
}

/** `name => local value => master value`, as `php -i` prints. */
function columns(text: string, from: number, end: number): { start: number; end: number }[] {
  let start = from;
  return text
    .slice(from, Math.min(end, from + 8192))
    .split(' => ')
    .map((column) => {
      const at = start;
      start += column.length + ' => '.length;
      return { start: at, end: trimmedEnd(text, at, at + column.length) };
    });
}

function readEntry(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  { key, subscript, certain }: Key,
  found: Find[],
): void {
  const raw = text.slice(start, end);
  if (raw === '') return;
  const lower = key.toLowerCase();
  if (subscript === null && USER_KEYS.has(lower)) {
    for (const name of raw.split(',')) if (isUser(name.trim())) addUser(text, start, end, name.trim(), found);
    return;
  }
  if (!certain && subscript === null && /\s/.test(raw) && !/["']/.test(text.charAt(start - 1))) {
    if (lower === 'sendmail_path') readSendmail(raw, start, found);
    return;
  }
  const environment = lower === 'env';
  const name = subscript ?? key;
  if (name.toLowerCase().endsWith('sendmail_path')) readSendmail(raw, start, found);
  if (!environment && OPEN_SETTINGS.test(name.toLowerCase())) return;
  if (environment && isAuthorization(wordsOf(name)) && authorizationValue(text, { start, end, quote: '' }, found))
    return;
  if (/(?:user|username|login)$/i.test(name) && isUser(raw)) addUser(text, start, end, raw, found);
  const strength = SECRET_SETTINGS.has(name.toLowerCase()) ? 'strong' : strengthOf(name);
  if (!isSecret(raw, strength) || (/^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s]*$/i.test(raw) && !/pass|secret/i.test(name)))
    return;
  found.push({
    start,
    end,
    class: environment ? 'environment' : 'php-setting',
    type: typeOf(name),
    value: unescaped(raw),
  });
}

/** The value as PHP's scanner bounds it: inside its quotes, else up to `;` or the end of the line. */
function valueExtent(text: string, at: number): { start: number; end: number } {
  const quote = text.charAt(at);
  if (quote === '"' || quote === "'") {
    for (let end = at + 1; end < text.length && end - at < 16_384; end++) {
      if (text.charAt(end) === '\\' && quote === '"') end++;
      else if (text.charAt(end) === quote) return { start: at + 1, end };
    }
    return { start: at + 1, end: trimmedEnd(text, at + 1, endOfLine(text, at)) };
  }
  let end = at;
  const limit = endOfLine(text, at);
  while (end < limit && text.charAt(end) !== ';') end++;
  return { start: at, end: trimmedEnd(text, at, end) };
}

function trimmedEnd(text: string, start: number, end: number): number {
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

function addUser(text: string, start: number, end: number, name: string, found: Find[]): void {
  const at = text.indexOf(name, start);
  if (at !== -1 && at < end) found.push({ start: at, end: at + name.length, class: 'user', value: name });
}

/** msmtp, ssmtp and nullmailer take the password as a flag: `-apSECRET`, `-xp SECRET`, `--passwordeval="…"`, `--password=…`. */
const FLAG =
  /(?:^|\s)(?:-ap|-xp|--pass(?:word)?(?:eval)?[= ]|-p(?=['"]))[= ]{0,2}(?:"([^"\n]{1,400})|\\?'([^'\n]{1,400})|([^\s"']{1,400}))/g;
const SENDMAIL_USER = /(?:^|\s)(?:-au|-xu|--user[= ])[= ]{0,2}["']?([A-Za-z0-9._-]{2,80})(?![A-Za-z0-9._-]|@)/g;

function readSendmail(raw: string, start: number, found: Find[]): void {
  for (const flag of raw.matchAll(FLAG)) {
    const value = (flag[1] ?? flag[2] ?? flag[3] ?? '').replace(/\\$/, '');
    const at = start + flag.index + flag[0].indexOf(value, 2);
    if (value !== '' && !isExempt(value, 'strong'))
      found.push({ start: at, end: at + value.length, class: 'php-setting', type: 'mail_pass' });
  }
  for (const flag of raw.matchAll(SENDMAIL_USER)) {
    const value = flag[1] ?? '';
    const at = start + flag.index + flag[0].lastIndexOf(value);
    if (isUser(value)) found.push({ start: at, end: at + value.length, class: 'user', value });
  }
}

function typeOf(name: string): string {
  return /pass|pwd|pw$/i.test(name) ? 'password' : 'secret';
}

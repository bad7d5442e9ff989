import type { Detector, Find, Scene } from '../find.ts';
import { isMasked } from '../secret-value.ts';

/** Class 10: a segment behind a word that hands out access, and long random segments anywhere in a path. */
export const pathTokens: Detector = { name: 'path-tokens', find: findPathTokens };

const WORDS = new Set(
  'reset reset-password password-reset reset_password password passwordreset forgot recover recovery verify verification verify-email confirm confirmation magic magic-link magiclink invite invites invitation invitations unsubscribe optout opt-out activate activation hook hooks webhook webhooks callback bot token tokens login signin sso auth access share shared s3cret secret secrets key keys apikey session otp join accept approve download dl onetime one-time email-confirm set-password new-password private feed ical calendar rss deploy trigger ingest collect subscribe unlock validate register'.split(
    ' ',
  ),
);
const WORD = /\/([A-Za-z0-9_-]{2,20})\??(?:\/|%2[Ff])/g;
const AFTER_WORD = /[A-Za-z0-9_.~%=:+-]{6,512}/y;
/** What may stand behind a segment; nothing at the end of the text. */
const DELIMITER = /^(?:[/?#\s"'<>;,()&\\$|]|$)/;
/** `verify/42/…`: the number of a user stands before the token. */
const NUMBERED = /[0-9]{1,12}\//y;
const BOT = /\/bot([0-9]{5,12}:[A-Za-z0-9_-]{20,64})/g;
const SEGMENT = /(?<=[/])[A-Za-z0-9_~-]{20,512}(?=[/?#\s"'<>;,()&\\$]|$)/g;
const SESSION_FILE = /(?<![A-Za-z0-9])sess_([A-Za-z0-9-]{16,256})/g;
/** Secret addresses of calendars. */
const PRIVATE_FEED = /\/private-([0-9a-z]{16,64})(?=\/)/g;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const HEX = /^[0-9a-f]{6,128}$/i;
/** Behind these words any segment that is no word is a token; behind the others it must look random. */
const CERTAIN =
  /^(?:reset|password|forgot|recover|verif|confirm|magic|invit|unsubscribe|activat|optout|opt-out|token|otp|set-pass|new-pass|onetime|one-time|email-confirm|unlock|hooks?$|webhooks?$|bot$|join|s3cret|secret|shared?$|accept|approve|validate)/i;

function findPathTokens({ text }: Scene, found: Find[]): void {
  if (text.includes('sess_'))
    for (const match of text.matchAll(SESSION_FILE)) add(match.index, match[0], match[1] ?? '', 'session', found);
  if (!text.includes('/') && !text.includes('%2')) return;
  for (const match of text.matchAll(PRIVATE_FEED)) add(match.index, match[0], match[1] ?? '', 'path_token', found);
  for (const match of text.matchAll(BOT)) add(match.index, match[0], match[1] ?? '', 'bot_token', found);
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const [whole, word = ''] = match;
    NUMBERED.lastIndex = match.index + whole.length;
    const start = match.index + whole.length + (NUMBERED.exec(text)?.[0].length ?? 0);
    // The slash behind this word stands before the next one.
    WORD.lastIndex = match.index + 1 + word.length;
    if (!isHandingOut(word.toLowerCase())) continue;
    AFTER_WORD.lastIndex = start;
    const segment = AFTER_WORD.exec(text)?.[0] ?? '';
    if (segment === '' || !DELIMITER.test(text.charAt(start + segment.length))) continue;
    if (
      isMasked(segment) ||
      !(word.split(/[-_]/).some((part) => CERTAIN.test(part)) ? isToken(segment) : isRandomSegment(segment))
    )
      continue;
    add(start, segment, segment, 'path_token', found);
  }
  for (const match of text.matchAll(SEGMENT)) {
    if (isRandomSegment(match[0]) && !isBuildOutput(text, match.index) && isInPath(text, match.index))
      add(match.index, match[0], match[0], 'path_token', found);
  }
}

/** `reset`, `password-reset`, `download-token`. */
function isHandingOut(word: string): boolean {
  return WORDS.has(word) || (/[-_]/.test(word) && word.split(/[-_]/).some((part) => CERTAIN.test(part)));
}

function add(index: number, whole: string, value: string, type: string, found: Find[]): void {
  const start = index + whole.lastIndexOf(value);
  found.push({ start, end: start + value.length, class: 'path-token', type });
}

/** A segment behind `reset/`, `invite/`, …: no word, no file, no small number. */
function isToken(segment: string): boolean {
  if (/\.(?:php|html?|js|css|json|png|jpe?g|svg|xml|txt|aspx?|md|ico|woff2?|map|conf|sh|py)$/i.test(segment))
    return false;
  if (/^[0-9]+$/.test(segment))
    return segment.length >= 6 && segment.length !== 8
      ? segment.length !== 7 && segment.length !== 9 && segment.length !== 10
      : false;
  if (UUID.test(segment) || (HEX.test(segment) && segment.length >= 16)) return true;
  if (/^[a-z]{1,20}(?:[-_.][a-z0-9]{1,20}){0,8}$/.test(segment) && !/[a-z][0-9][a-z]|[0-9][a-z][0-9]/.test(segment))
    return false;
  if (/^[A-Za-z]?[a-z]{1,20}[0-9]{0,4}$/.test(segment)) return false;
  return segment.length >= 8 && (/[0-9]/.test(segment) || changes(segment) >= 6 || isJumbled(segment));
}

/** `vbPNljrqKzkl`, not `resetPassword`: capitals that begin no word. */
export function isJumbled(segment: string): boolean {
  const [, ...rest] = segment.split(/(?=[A-Z])/);
  return /[a-z]/.test(segment) && rest.length >= 3 && rest.some((part) => part.length < 3);
}

/** At least twenty characters of upper and lower case and digits, that are neither words nor a UUID. */
export function isRandomSegment(segment: string): boolean {
  if (segment.length < 20 || segment.includes('REDACTED_') || UUID.test(segment) || HEX.test(segment)) return false;
  if (!/[0-9]/.test(segment) || !/[a-z]/.test(segment) || !/[A-Z]/.test(segment)) return false;
  if (/^[A-Za-z]{1,24}(?:[-_][A-Za-z0-9]{1,16}){2,20}$/.test(segment) && changes(segment) < segment.length / 4)
    return false;
  return changes(segment) >= 5;
}

/** How often the kind of character changes: words change rarely, random text at every second letter. */
function changes(text: string): number {
  let count = 0;
  let last = '';
  for (const letter of text) {
    const kind =
      letter >= '0' && letter <= '9'
        ? 'digit'
        : letter >= 'a' && letter <= 'z'
          ? 'lower'
          : letter >= 'A' && letter <= 'Z'
            ? 'upper'
            : 'mark';
    if (kind !== last) count++;
    last = kind;
  }
  return count;
}

/** Build ids and hashed assets are public. */
function isBuildOutput(text: string, start: number): boolean {
  return /(?:_next\/(?:static|data)|\/assets|\/build|\/dist|\/chunks|\/static|\/releases|\/overlay2|\/blobs|\/containers|\/vendor|\/cache)\/$/.test(
    text.slice(Math.max(0, start - 24), start),
  );
}

/** Whether the path that a segment stands in begins with a slash: base64 has slashes too. */
function isInPath(text: string, start: number): boolean {
  let at = start;
  const floor = Math.max(0, start - 512);
  while (at > floor && isPathCode(text.charCodeAt(at - 1))) at--;
  return text.charAt(at) === '/' && (at === 0 || /[\s"'`=:(,[>|^]/.test(text.charAt(at - 1)));
}

function isPathCode(code: number): boolean {
  if ((code >= 97 && code <= 122) || (code >= 64 && code <= 90)) return true;
  return (code >= 45 && code <= 57) || code === 95 || code === 37 || code === 126;
}

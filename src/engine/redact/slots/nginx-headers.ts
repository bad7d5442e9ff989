import type { NginxWord } from '../../syntax/nginx/tree.ts';
import { isAuthorization } from '../detect/authorization.ts';
import { cookieValues, isCookieName } from '../detect/cookies.ts';
import { isRandomSegment } from '../detect/path-tokens.ts';
import type { Find } from '../find.ts';
import { strengthOf, wordsOf } from '../secret-name.ts';
import { isFilePath } from '../secret-value.ts';
import { hostsInWord } from './host-words.ts';
import { literalParts } from './literal-parts.ts';
import { insideOf } from './nginx-words.ts';

/** The value of a header or parameter, by its name. */
export function readHeader(header: string, word: NginxWord, found: Find[]): void {
  const { raw, start } = insideOf(word);
  const words = wordsOf(header);
  if (isCookieName(words)) readCookie(raw, start, found);
  else if (isAuthorization(words)) readAuthorization(raw, start, found);
  else if (strengthOf(header) !== 'none' && !isFilePath(raw)) {
    literalParts(raw, start, { class: 'header', type: 'header' }, found);
  } else if (/^x-/i.test(header) && isRandomSegment(raw)) {
    found.push({ start, end: start + raw.length, class: 'header', type: 'header' });
  } else if (/^php_(?:admin_)?value$/i.test(header)) return;
  else if (/^content-security-policy/i.test(header)) readSources(raw, start, found);
  else if (/^host$/i.test(header) || /^(?:server_name|http_host)$/i.test(header))
    hostsInWord(word, 'server_name', found);
}

/** The sources of a policy: keywords in quotes, schemes and hosts, with blanks between. */
function readSources(raw: string, start: number, found: Find[]): void {
  for (const source of raw.matchAll(/[^\s;,]{4,300}/g)) {
    const at = start + source.index;
    const word = { raw: source[0], value: source[0], quote: '', start: at, before: '', line: 0 } as const;
    if (source[0].includes('.')) hostsInWord(word, 'server_name', found);
  }
}

function readCookie(raw: string, start: number, found: Find[]): void {
  const before = found.length;
  readPairs(raw, start, found);
  if (found.length === before && !raw.includes('=')) literalParts(raw, start, { class: 'cookie' }, found);
}

/** `name=value` pairs as clients send them, also in a condition: `if ($http_cookie ~* "bypass=…")`. */
export function readPairs(raw: string, start: number, found: Find[]): void {
  const pairs: Find[] = [];
  cookieValues(raw, { start: 0, end: raw.length, quote: '' }, pairs);
  for (const pair of pairs) found.push({ ...pair, start: pair.start + start, end: pair.end + start });
}

/** A credential behind its scheme word, which stays. */
export function readAuthorization(raw: string, start: number, found: Find[]): void {
  const scheme = /^(?:Basic|Bearer|ApiKey|Api-Key|Token|Digest|Negotiate|Key|JWT)\\? +/i.exec(raw)?.[0].length ?? 0;
  if (scheme === 0 && /^(?:basic|bearer|digest)$/i.test(raw)) return;
  literalParts(raw.slice(scheme), start + scheme, { class: 'header', type: 'authorization' }, found);
}

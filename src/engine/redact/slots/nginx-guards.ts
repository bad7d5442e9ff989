import type { NginxWord } from '../../syntax/nginx/tree.ts';
import { isAuthorization } from '../detect/authorization.ts';
import { isCookieName } from '../detect/cookies.ts';
import type { Find } from '../find.ts';
import { strengthOf, wordsOf } from '../secret-name.ts';
import { isExempt, isSecret, looksRandom } from '../secret-value.ts';
import { hostsInPattern, hostsInWord } from './host-words.ts';
import { literalParts } from './literal-parts.ts';
import { readAuthorization, readPairs } from './nginx-headers.ts';
import { subjectOf } from './nginx-names.ts';
import { insideOf } from './nginx-words.ts';

/** Values of a table into a variable, by the variable's name. */
export function readTableValue(value: NginxWord, target: string, found: Find[]): void {
  const inside = insideOf(value);
  readGuarded(target, inside.raw, inside.start, false, found);
}

/** `if ($http_x_api_key != "…")`: the literal that a secret-named variable is compared with. */
export function readCondition(words: readonly NginxWord[], found: Find[]): void {
  const [left, operator, right] = words;
  if (left === undefined || operator === undefined || right === undefined) return;
  const { raw, start } = insideOf(right);
  const value = right.quote === '' ? raw.replace(/\)$/, '') : raw;
  readGuarded(left.value, value, start, operator.value.includes('~'), found);
  if (/^(?:host|http_host|server_name|http_origin|http_referer)$/.test(left.value.replace(/^\(\$/, ''))) {
    if (operator.value.includes('~')) hostsInPattern(raw, start, found);
    else hostsInWord({ ...right, raw: right.quote === '' ? value : right.raw, value }, 'server_name', found);
  }
}

const PATTERN_LITERAL = /[A-Za-z0-9_-]{4,256}/g;

/** What a client must send in a field of its own to be let in; names and versions are shorter or of one kind. */
const SENT_BY_CLIENT = /^\(?!?\$\{?(?:http_x_|arg_|cookie_)/;

function isSharedSecret(variable: string, value: string): boolean {
  return (
    SENT_BY_CLIENT.test(variable) &&
    value.length >= 12 &&
    (/[0-9]/.test(value) || value.length >= 16) &&
    looksRandom(value)
  );
}

function readGuarded(variable: string, value: string, start: number, pattern: boolean, found: Find[]): void {
  const subject = subjectOf(variable);
  const named = strengthOf(subject);
  if (isCookieName(wordsOf(subject))) {
    readPairs(value, start, found);
    return;
  }
  const strength = named === 'none' && !pattern && isSharedSecret(variable, value) ? 'weak' : named;
  if (strength === 'none' || isExempt(value, strength)) return;
  if (isAuthorization(wordsOf(subject))) readAuthorization(value, start, found);
  else if (!pattern) {
    if (isSecret(value, strength)) literalParts(value, start, { class: 'nginx-secret', type: 'nginx_secret' }, found);
  } else {
    for (const literal of value.matchAll(PATTERN_LITERAL)) {
      if (!isSecret(literal[0], strength)) continue;
      const at = start + literal.index;
      found.push({ start: at, end: at + literal[0].length, class: 'nginx-secret', type: 'nginx_secret' });
    }
  }
}

const MAP_WORDS = new Set(['default', 'hostnames', 'volatile', 'include']);

/** Keys of a map over a secret-named variable, values of a map into one, hosts of a map over `$host`. */
export function readMapEntry(words: readonly NginxWord[], map: readonly NginxWord[], found: Find[]): void {
  const [key, value] = words;
  const source = map[1]?.value ?? '';
  const target = map[2]?.value ?? '';
  if (key === undefined || key.value === 'include') return;
  const { raw, start } = insideOf(key);
  const guard = source.match(/\$\{?[a-z0-9_]{1,80}/gi)?.find((one) => strengthOf(subjectOf(one)) !== 'none') ?? source;
  if (!MAP_WORDS.has(key.value)) {
    const mark = /^~\*?/.exec(raw)?.[0].length ?? 0;
    readGuarded(guard, raw.slice(mark), start + mark, mark > 0, found);
    if (/^\$(?:host|http_host|server_name|ssl_server_name|ssl_preread_server_name|http_origin)$/.test(source))
      hostsInWord(key, 'server_name', found);
  }
  if (value !== undefined) {
    const inside = insideOf(value);
    readGuarded(target, inside.raw, inside.start, false, found);
    if (/upstream|backend|host|origin|domain/.test(target)) hostsInWord(value, 'server_name', found);
  }
}

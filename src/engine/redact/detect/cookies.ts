import type { Find } from '../find.ts';
import { strengthOf } from '../secret-name.ts';
import { isExempt, isMasked, looksRandom } from '../secret-value.ts';
import { percentDecoded } from './decode.ts';
import type { Extent } from './quoted.ts';

/** Whether a name, in words, is a `Cookie` header in any of its spellings. */
export function isCookieName(words: readonly string[]): boolean {
  if (words.length === 0) return false;
  const joined = words.join('-');
  return /^(?:http-)?(?:set-)?cookie2?$/.test(joined) || joined === 'request-cookie' || joined === 'cookies';
}

const PAIR = /(?:^|[;,]\s{0,4}|\s)([A-Za-z0-9_.[\]%|!#$*+~^-]{1,128})=([^;,\s"'\\]{1,4096})/g;
const ATTRIBUTES = new Set('path domain expires max-age samesite priority version comment port'.split(' '));
/** Cookies that hold a taste, a language or a visitor count. */
const OPEN_COOKIE =
  /^(?:_ga|_gid|_gat|_gcl|_fbp|_hj|_pk_|__utm|ajs_|amplitude|optimizely|theme|lang|language|locale|currency|country|region|tz|timezone|consent|cookie|gdpr|euconsent|viewport|width|height|dark|mode|view|layout|font|sidebar|tab|pll_|wp-settings|i18n|hl|gl|ab|variant|experiment|seen|dismissed|banner|utm|ref|referrer|source|returning|visited|cookieconsent)/i;

/** Values of the pairs of a `Cookie` or `Set-Cookie` header; names, attributes and harmless cookies stay. */
export function cookieValues(text: string, extent: Extent, found: Find[]): void {
  const raw = text.slice(extent.start, extent.end);
  for (const pair of raw.matchAll(PAIR)) {
    const [whole, name = '', value = ''] = pair;
    if (!isCookieSecret(name, value)) continue;
    const end = extent.start + pair.index + whole.length;
    found.push({ start: end - value.length, end, class: 'cookie', value: percentDecoded(value) });
  }
}

/** Whether the value of one cookie must go. */
export function isCookieSecret(name: string, value: string): boolean {
  if (ATTRIBUTES.has(name.toLowerCase()) || isMasked(value) || value.startsWith('$')) return false;
  if (isExempt(value, 'weak') || /^\d{1,3}$/.test(value)) return false;
  const strength = strengthOf(name);
  if (strength === 'strong' || strength === 'mild' || isSessionCookie(name)) return true;
  if (OPEN_COOKIE.test(name)) return false;
  return value.length >= 8 && looksRandom(percentDecoded(value));
}

function isSessionCookie(name: string): boolean {
  return /(?:sess|sid$|auth|token|login|logged|remember|jwt|identity|user_?id|uid|sso|account|ticket|__host-|__secure-|connect\.|laravel|ci_|wordpress_|frontend$|adminhtml)/i.test(
    name,
  );
}

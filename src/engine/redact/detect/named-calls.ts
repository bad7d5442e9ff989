import type { Detector, Find, Scene } from '../find.ts';
import { strengthOf, wordsOf } from '../secret-name.ts';
import { isSecret } from '../secret-value.ts';
import { authorizationValue, isAuthorization } from './authorization.ts';
import { unescaped } from './decode.ts';
import { quoteAt, quotedExtent } from './quoted.ts';
import { isUser } from './user-names.ts';

/** `define('DB_PASSWORD', '…')`, `env("API_KEY", "…")`, `set_header("Authorization", "…")`: the first argument names the second. */
export const namedCalls: Detector = { name: 'named-calls', find: findNamedCalls };

const CALL =
  /(?<![A-Za-z0-9_])(?:define|env|getenv|ini_set|setcookie|setrawcookie|header|set_?header|add_?header|with_?header|add_?server|set|put|config|option|set_?option|update_option|add_option|param|set_?parameter|with_?value|secret)\(\s{0,20}["']([A-Za-z0-9_.-]{2,80})["']\s{0,4},\s{0,20}(?=["'])/gi;

function findNamedCalls({ text }: Scene, found: Find[]): void {
  if (!text.includes('(')) return;
  for (const match of text.matchAll(CALL)) {
    const name = match[1] ?? '';
    const at = match.index + match[0].length;
    const extent = quotedExtent(text, at, quoteAt(text, at));
    if (isAuthorization(wordsOf(name)) && authorizationValue(text, extent, found)) continue;
    const raw = text.slice(extent.start, extent.end);
    if (/(?:user|username|login)$/i.test(name) && isUser(raw))
      found.push({ start: extent.start, end: extent.end, class: 'user', value: raw });
    if (isSecret(raw, strengthOf(name)))
      found.push({ start: extent.start, end: extent.end, class: 'named-value', value: unescaped(raw) });
  }
}

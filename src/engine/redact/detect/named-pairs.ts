import type { Detector, Find, Scene } from '../find.ts';
import { strengthOf } from '../secret-name.ts';
import { isSecret } from '../secret-value.ts';
import { unescaped } from './decode.ts';
import { quoteAt, quotedExtent, type Extent } from './quoted.ts';

/** `name: DB_PASSWORD` with `value: …` behind it, as Kubernetes, task definitions and Terraform write environments. */
export const namedPairs: Detector = { name: 'named-pairs', find: findPairs };

const NAME =
  /(?<![A-Za-z0-9_.-])["']?(?:name|key)["']?\s{0,4}[:=]\s{0,4}["']?([A-Za-z0-9_.-]{2,80})["']?[ \t]{0,4},?[ \t]{0,4}(?:\r?\n[ \t]{0,80})?["']?value["']?\s{0,4}[:=][ \t]{0,4}/gi;

function findPairs({ text }: Scene, found: Find[]): void {
  if (!/value/i.test(text)) return;
  for (const match of text.matchAll(NAME)) {
    const strength = strengthOf(match[1] ?? '');
    if (strength === 'none') continue;
    const { start, end } = extentAt(text, match.index + match[0].length);
    const raw = text.slice(start, end);
    if (isSecret(raw, strength))
      found.push({ start, end, class: 'environment', type: 'secret', value: unescaped(raw) });
  }
}

function extentAt(text: string, at: number): Extent {
  const quote = quoteAt(text, at);
  if (quote !== '') return quotedExtent(text, at, quote);
  const bare = /^[^\s,}\]]{1,8192}/.exec(text.slice(at, at + 8192))?.[0] ?? '';
  return { start: at, end: at + bare.length, quote: '' };
}

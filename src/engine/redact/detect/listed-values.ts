import type { Detector, Find, Scene } from '../find.ts';
import { strengthOf } from '../secret-name.ts';
import { isSecret } from '../secret-value.ts';
import { unescaped } from './decode.ts';

/** `"api_keys": ["…", "…"]`, `tokens = { ["…"] = true }`: several secrets under one name in the plural. */
export const listedValues: Detector = { name: 'listed-values', find: findListed };

const LIST =
  /(?<![A-Za-z0-9_.-])["']?([A-Za-z_][A-Za-z0-9_.-]{1,60})s["']?\s{0,4}(?:=>?|:)\s{0,4}(?:array\s?)?[[({]\s{0,20}(?=[["'])/g;
/** Items in quotes, with brackets and a truth value around where the items are keys. */
const ITEM =
  /\[?(?:"([^"\\\n]{1,400})"|'([^'\\\n]{1,400})')\]?(?:\s{0,4}(?:=>?|:)\s{0,4}(?:true|1))?\s{0,4}(?:,\s{0,80}|(?=[\])}]))/y;
const MOST_ITEMS = 200;

function findListed({ text }: Scene, found: Find[]): void {
  for (const match of text.matchAll(LIST)) {
    if (strengthOf(match[1] ?? '') !== 'strong') continue;
    ITEM.lastIndex = match.index + match[0].length;
    for (let count = 0; count < MOST_ITEMS; count++) {
      const from = ITEM.lastIndex;
      const item = ITEM.exec(text);
      if (item === null) break;
      const raw = item[1] ?? item[2] ?? '';
      const start = from + item[0].indexOf(raw);
      if (isSecret(raw, 'weak'))
        found.push({ start, end: start + raw.length, class: 'named-value', value: unescaped(raw) });
    }
  }
}

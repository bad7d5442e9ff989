import { LineIndex } from '../text/span.ts';
import type { AliasBook } from './alias/alias-book.ts';
import { tierOf } from './classes.ts';
import type { Find } from './find.ts';
import type { Replacement } from './vault.ts';

/** Puts an alias in the place of each find. `finds` are disjoint and in order. */
export function rewrite(
  text: string,
  finds: readonly Find[],
  book: AliasBook,
): { text: string; replacements: Replacement[] } {
  const lines = new LineIndex(text);
  const parts: string[] = [];
  const replacements: Replacement[] = [];
  let at = 0;
  let length = 0;
  for (const find of finds) {
    const alias = aliasAt(text, find, book);
    if (alias === null) continue;
    const start = length + find.start - at;
    parts.push(text.slice(at, find.start), alias);
    at = find.end;
    length = start + alias.length;
    replacements.push({
      start,
      end: length,
      rawStart: find.start,
      rawEnd: find.end,
      alias,
      class: find.class,
      tier: tierOf(find.class),
      line: lines.positionAt(find.start).line,
    });
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), replacements };
}

/** The alias of one find where it stands; null when none can be had. */
export function aliasAt(text: string, find: Find, book: AliasBook): string | null {
  return book.aliasOf(find, text.slice(find.start, find.end), /[A-Za-z0-9_]/.test(text.charAt(find.end)));
}

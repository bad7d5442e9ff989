import type { Detector } from '../find.ts';
import { strengthOf } from '../secret-name.ts';
import { isSecret } from '../secret-value.ts';
import { whereHinted } from './hints.ts';

/** Rows of tables: group 1 is the name in one cell, group 2 the value in the next. */
const GRAMMARS: readonly { readonly name: string; readonly hint: string; readonly pattern: RegExp }[] = [
  {
    name: 'html-row',
    hint: '<td',
    pattern: /<t[dh][^<>]{0,80}>([^<>]{2,80})<\/t[dh]>\s{0,8}<td[^<>]{0,80}>([^<>]{1,4096})(?=<)/g,
  },
  {
    name: 'text-row',
    hint: '|',
    pattern: /\|[ \t]{0,40}`?([A-Za-z_][\w.-]{1,79})`?[ \t]{0,40}\|[ \t]{0,40}`?([^|`\s][^|`\n]{0,400})(?=[|`])/g,
  },
  {
    name: 'record-row',
    hint: '-[ RECORD',
    pattern: /^([A-Za-z_]\w{1,60}) {0,60}\| {1,4}([^|\n\s]{1,400})[ \t\r]{0,4}$/gm,
  },
];

/** `$_ENV['API_SECRET']`, as phpinfo() prints it. */
const inside = (cell: string): string => /\[['"]?([\w.-]{2,80})['"]?\]/.exec(cell)?.[1] ?? cell;

/** Class 7: tables of phpinfo(), of database clients and in tickets. */
export const TABLE_CELLS: readonly Detector[] = GRAMMARS.map(({ name, hint, pattern }) =>
  whereHinted(name, [hint], ({ text }, found) => {
    for (const match of text.matchAll(pattern)) {
      const value = (match[2] ?? '').trim();
      if (!isSecret(value, strengthOf(inside(match[1] ?? '').trim()))) continue;
      const start = match.index + match[0].lastIndexOf(value);
      found.push({ start, end: start + value.length, class: 'named-value' });
    }
  }),
);

import type { Detector, Find, Scene } from '../find.ts';
import { strengthOf } from '../secret-name.ts';
import { isSecret } from '../secret-value.ts';
import { unescaped } from './decode.ts';

/** Lines of tables copied out of a page: `DB_PASSWORD<tab>"…"`, `$_SERVER['API_KEY']<tab>…`, `MAIL_PASSWORD   …`. */
export const tabColumns: Detector = { name: 'tab-columns', find: findColumns };

const LINE =
  /^[ \t]{0,20}(?:\$_[A-Z]{3,7}\[)?["']?([A-Za-z_][\w.-]{2,80})["']?\]?(?: ?\t[ \t]{0,40}| {2,60}(?=["']?[A-Za-z0-9+/]{6}))(?:"([^"\n]{1,4096})"|'([^'\n]{1,4096})'|([^\s"']{1,4096}))[ ]?(?=[\t\r\n]|$)/gm;
/** Blanks alone make columns where the name is a variable's. */
const VARIABLE = /^[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){1,8}$/;

function findColumns({ text }: Scene, found: Find[]): void {
  if (!text.includes('\t') && !text.includes('  ')) return;
  for (const match of text.matchAll(LINE)) {
    const [whole, name = ''] = match;
    const raw = match[2] ?? match[3] ?? match[4] ?? '';
    if (!whole.includes('\t') && !VARIABLE.test(name)) continue;
    if (!isSecret(raw, strengthOf(name))) continue;
    const start = match.index + whole.lastIndexOf(raw);
    found.push({ start, end: start + raw.length, class: 'named-value', value: unescaped(raw) });
  }
}

import type { Detector, Find, Scene } from '../find.ts';
import { strengthOf } from '../secret-name.ts';
import { isSecret } from '../secret-value.ts';
import { unescaped } from './decode.ts';

/** `insert into user (mail, password) values (?, ?)' with params ["…", "…"]`: values that stand behind the statement. */
export const boundValues: Detector = { name: 'bound-values', find: findBound };

const PARAMETERS =
  /(?:with params|with parameters|bindings|params|parameters)["']?\s?[:=]?>?\s{0,2}(?:\{\s?["']?1["']?\s?:|[[(])\s{0,4}/gi;
const COLUMNS = /\(([^()\n]{1,2000})\)\s{0,4}values\s{0,4}\(/gi;
/** The column that a question mark or a numbered or named place stands for. */
const PLACE = /([A-Za-z_]\w{1,60})[`"\]]?\s{0,2}(?:=|<>|!=|like)\s{0,2}(?:\?|\$[0-9]{1,2}|:\w{1,40})/gi;
const ITEM =
  /(?:["']?[0-9]{1,2}["']?\s?(?::|=>)\s?)?(?:\\?"((?:[^"\\\n]|\\[^"\n]){0,2000})\\?"|'([^'\n]{0,2000})'|([^\s,"'\])}]{1,200}))\s{0,4}(?:,\s{0,8}|(?=[\])}]))/y;
const LONGEST_STATEMENT = 3000;

function findBound({ text }: Scene, found: Find[]): void {
  if (!/param|bindings/i.test(text)) return;
  let floor = 0;
  for (const match of text.matchAll(PARAMETERS)) {
    const columns = columnsOf(text.slice(Math.max(floor, match.index - LONGEST_STATEMENT), match.index));
    floor = match.index + match[0].length;
    if (!columns.some((column) => strengthOf(column) === 'strong')) continue;
    ITEM.lastIndex = match.index + match[0].length;
    for (const column of columns) {
      const from = ITEM.lastIndex;
      const item = ITEM.exec(text);
      if (item === null) break;
      const raw = item[1] ?? item[2] ?? item[3] ?? '';
      if (!isSecret(raw, strengthOf(column))) continue;
      const start = from + item[0].lastIndexOf(raw);
      found.push({ start, end: start + raw.length, class: 'trace-argument', type: 'sql_value', value: unescaped(raw) });
    }
  }
}

/** Columns in the order in which their values are bound: of the last statement before the values. */
function columnsOf(statement: string): string[] {
  const lower = statement.toLowerCase();
  const inserted = [...statement.matchAll(COLUMNS)].at(-1);
  const from = Math.max(0, ...['select ', 'update ', 'delete '].map((verb) => lower.lastIndexOf(verb)));
  if (inserted !== undefined && inserted.index > from)
    return (inserted[1] ?? '').split(',').map((column) => column.replace(/[`"[\]\s]/g, ''));
  return [...statement.slice(from).matchAll(PLACE)].map((place) => place[1] ?? '');
}

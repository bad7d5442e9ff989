import type { Detector, Find, Scene } from '../find.ts';
import { strengthOf, type NameStrength } from '../secret-name.ts';
import { isMasked, isSecret } from '../secret-value.ts';

/** Cells under a head that says `password`: what database clients print, Markdown tables and CSV. */
export const tableColumns: Detector = { name: 'table-columns', find: findColumns };

/** Rows of a table that is not told from its head any more. */
const MOST_ROWS = 2000;
const LONGEST_ROW = 4096;
/** Lines that a table draws between its rows. */
const RULE = /^[\s|+:=-]{3,4096}$/;
/** Below a name and its value the next name stands, and no cell of a column. */
const VARIABLE = /^[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){1,8}$/;
const CSV_NAME = /^["']?[A-Za-z_][\w.-]{0,40}["']?$/;

interface Head {
  readonly separator: string;
  readonly cells: number;
  readonly columns: readonly { readonly index: number; readonly strength: NameStrength }[];
}

function findColumns({ text }: Scene, found: Find[]): void {
  let head: Head | null = null;
  let rows = 0;
  for (let at = 0; at < text.length;) {
    const feed = text.indexOf('\n', at);
    const end = feed === -1 ? text.length : feed;
    const line = end - at > LONGEST_ROW ? '' : text.slice(at, end);
    const isRow = head !== null && rows < MOST_ROWS && line.split(head.separator).length === head.cells;
    if (head !== null && isRow) {
      readRow(line, at, head, found);
      rows++;
    } else if (head === null || !RULE.test(line)) {
      head = headOf(line, nextLine(text, end));
      rows = 0;
    }
    at = end + 1;
  }
}

function nextLine(text: string, end: number): string {
  const feed = text.indexOf('\n', end + 1);
  return text.slice(end + 1, Math.min(feed === -1 ? text.length : feed, end + 1 + LONGEST_ROW));
}

const SECRET_WORD = /pass|secret|token|key|pwd|hash/i;

/** A line of names alone, one of which is a secret's. */
function headOf(line: string, next: string): Head | null {
  if (line.length > 1000 || !SECRET_WORD.test(line)) return null;
  for (const separator of ['|', '\t', ';', ',']) {
    if (!line.includes(separator)) continue;
    const cells = line.split(separator);
    const names = cells.map((cell) => cell.trim().replace(/^[`"'*]{1,2}|[`"'*]{1,2}$/g, ''));
    const framed = separator === '|';
    // A drawn table has a rule below its head; elsewhere a blank belongs to a sentence.
    if (framed ? !/^[|\s]{0,3}[-+:=]/.test(next) || !RULE.test(next) : separator !== '\t' && /\s\S/.test(line))
      continue;
    if (!names.every((name) => (name === '' ? framed : CSV_NAME.test(name))) || (!framed && names.length < 2)) continue;
    if (names.some(isMasked) || VARIABLE.test(next.split(separator, 1)[0] ?? '')) continue;
    const columns = names
      .map((name, index) => ({ index, strength: strengthOf(name) }))
      .filter(({ strength }) => strength === 'strong');
    if (columns.length > 0 && names.filter((name) => name !== '').length > 1)
      return { separator, cells: cells.length, columns };
  }
  return null;
}

function readRow(line: string, offset: number, { separator, columns }: Head, found: Find[]): void {
  const cells = line.split(separator);
  if (RULE.test(line)) return;
  for (const { index, strength } of columns) {
    const cell = cells[index] ?? '';
    const value = cell.trim().replace(/^[`"']|[`"']$/g, '');
    if (value === '' || /\s/.test(value) || !isSecret(value, strength)) continue;
    const start = offset + cells.slice(0, index).join(separator).length + (index > 0 ? 1 : 0) + cell.indexOf(value);
    found.push({ start, end: start + value.length, class: 'named-value' });
  }
}

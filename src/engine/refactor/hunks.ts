import { applyEdits, type Edit } from '../text/edit.ts';
import { LineIndex } from '../text/span.ts';

/** Unchanged lines shown around a change. */
const CONTEXT = 3;

/** Lines `[from, to)` of the old text (from 0) and the text that takes their place. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The hunks of one document, '' when the edits change nothing. Lines end at "\n"; a "\r" before it belongs to the line. */
export function hunksOf(text: string, edits: readonly Omit<Edit, 'path'>[]): string {
  if (edits.length === 0) return '';
  const old = new Lines(text);
  const changes = changesOf(old, edits);
  let shift = 0;
  let hunks = '';
  for (let at = 0; at < changes.length;) {
    const group = [changes[at] as Change];
    for (
      let next = changes[at + 1];
      next !== undefined && next.from - lastOf(group).to <= 2 * CONTEXT;
      next = changes[at + group.length]
    ) {
      group.push(next);
    }
    const hunk = hunkOf(old, group, shift);
    hunks += hunk.text;
    shift += hunk.growth;
    at += group.length;
  }
  return hunks;
}

class Lines {
  readonly #index: LineIndex;
  readonly count: number;

  constructor(readonly text: string) {
    this.#index = new LineIndex(text);
    this.count = text === '' ? 0 : this.#index.lineCount - (text.endsWith('\n') ? 1 : 0);
  }

  start(line: number): number {
    return line >= this.count ? this.text.length : this.#index.startOf(line + 1);
  }

  lineAt(offset: number): number {
    return Math.min(this.#index.positionAt(offset).line - 1, this.count);
  }

  slice(from: number, to: number): string {
    return this.text.slice(this.start(from), this.start(to));
  }
}

/** Edits that share lines become one change of whole lines, without the lines at both ends that stay as they are. */
function changesOf(old: Lines, edits: readonly Omit<Edit, 'path'>[]): Change[] {
  const ordered = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order);
  const changes: Change[] = [];
  for (let at = 0; at < ordered.length;) {
    const group: Omit<Edit, 'path'>[] = [];
    const from = firstLine(old, ordered[at]?.edit.start ?? 0);
    let to = from;
    for (
      let next = ordered[at];
      next !== undefined && (group.length === 0 || firstLine(old, next.edit.start) < to);
      next = ordered[at + group.length]
    ) {
      group.push(next.edit);
      to = Math.max(to, Math.min(old.lineAt(next.edit.end) + 1, old.count));
    }
    at += group.length;
    const base = old.start(from);
    const moved = group.map(({ start, end, text }) => ({ start: start - base, end: end - base, text }));
    const change = trimmed(old, { from, to, text: applyEdits(old.slice(from, to), moved) });
    const last = changes.at(-1);
    if (change === null) continue;
    // Changed lines that touch are shown as one block, all old lines first.
    if (last?.to === change.from)
      changes[changes.length - 1] = { from: last.from, to: change.to, text: last.text + change.text };
    else changes.push(change);
  }
  return changes;
}

/** An insertion at the very end of a text without a final newline changes its last line. */
function firstLine(old: Lines, offset: number): number {
  const line = old.lineAt(offset);
  return line === old.count && line > 0 && !old.text.endsWith('\n') ? line - 1 : line;
}

function trimmed(old: Lines, { from, to, text }: Change): Change | null {
  const before = linesOf(old.slice(from, to));
  const after = linesOf(text);
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  if (head === before.length && head === after.length) return null;
  return { from: from + head, to: to - tail, text: after.slice(head, after.length - tail).join('') };
}

function hunkOf(old: Lines, group: readonly Change[], shift: number): { text: string; growth: number } {
  const from = Math.max(0, (group[0]?.from ?? 0) - CONTEXT);
  const to = Math.min(old.count, lastOf(group).to + CONTEXT);
  const body: string[] = [];
  let growth = 0;
  let at = from;
  for (const change of group) {
    const added = linesOf(change.text);
    body.push(...prefixed(' ', linesOf(old.slice(at, change.from))));
    body.push(...prefixed('-', linesOf(old.slice(change.from, change.to))), ...prefixed('+', added));
    growth += added.length - (change.to - change.from);
    at = change.to;
  }
  body.push(...prefixed(' ', linesOf(old.slice(at, to))));
  const range = (start: number, count: number): string =>
    count === 1 ? String(start + 1) : `${String(count === 0 ? start : start + 1)},${String(count)}`;
  const header = `@@ -${range(from, to - from)} +${range(from + shift, to - from + growth)} @@\n`;
  return { text: header + body.join(''), growth };
}

function prefixed(mark: ' ' | '-' | '+', lines: readonly string[]): string[] {
  return lines.map((line) => (line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`));
}

/** Lines with their ends; [] for ''. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline + 1;
    lines.push(text.slice(at, end));
    at = end;
  }
  return lines;
}

function lastOf(group: readonly Change[]): Change {
  return group[group.length - 1] as Change;
}

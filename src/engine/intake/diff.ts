import { configLine } from './config-lines.ts';

/** Why a diff is of no daemon's kind: the words of the chip in the page. */
export const A_DIFF = 'a diff';

const BEGIN = /^(?:diff (?:--git|-\w{1,12}) |Index: |--- \S|@@ -\d)/;
const HEADER =
  /^(?:diff |index [0-9a-f]|Index: |={20}|old mode |new mode |new file |deleted file |similarity |rename |copy |--- |\+\+\+ |\\ No newline)/;
const HUNK = /^@@ -\d{1,9}(?:,(\d{1,9}))? \+\d{1,9}(?:,(\d{1,9}))? @@/;

function lineAt(text: string, at: number): { readonly line: string; readonly next: number } {
  const stop = text.indexOf('\n', at);
  return stop === -1
    ? { line: text.slice(at), next: text.length }
    : { line: text.slice(at, stop).replace(/\r$/, ''), next: stop + 1 };
}

/** Behind the lines that a hunk's head announces; a hunk that is cut ends where its lines stop looking like one. */
function hunkEnd(text: string, from: number, before: number, after: number): number {
  let at = from;
  let left = before;
  let right = after;
  while (at < text.length && (left > 0 || right > 0)) {
    const { line, next } = lineAt(text, at);
    const mark = line.charAt(0);
    // Mailers strip the blank of an empty context line.
    if (mark !== '' && mark !== ' ' && mark !== '+' && mark !== '-' && mark !== '\\') break;
    if (mark !== '+' && mark !== '\\') left--;
    if (mark !== '-' && mark !== '\\') right--;
    at = next;
  }
  return at;
}

/** Offset behind the unified diff that begins with the line at `start`; `start` itself when none begins there. */
export function diffEnd(text: string, start: number): number {
  const first = lineAt(text, start);
  if (!BEGIN.test(first.line)) return start;
  if (first.line.startsWith('--- ') && !text.startsWith('+++ ', first.next)) return start;
  let end = start;
  let at = start;
  while (at < text.length) {
    const { line, next } = lineAt(text, at);
    const hunk = HUNK.exec(line);
    if (hunk !== null) {
      at = hunkEnd(text, next, Number(hunk[1] ?? 1), Number(hunk[2] ?? 1));
      end = at;
    } else if (HEADER.test(line)) {
      at = next;
      if (line.startsWith('\\')) end = at;
    } else break;
  }
  return end;
}

/**
 * A snippet as articles show a change: config lines marked with `+` and `-`, without the heads of hunks.
 * No daemon's file has such a line, so one whose rest a daemon knows is enough.
 */
export function isMarkedChange(text: string): boolean {
  let at = 0;
  while (at < text.length) {
    const { line, next } = lineAt(text, at);
    at = next;
    const mark = line.charAt(0);
    if ((mark === '+' || mark === '-') && configLine(line.slice(1))?.kind != null) return true;
  }
  return false;
}

import type { Detector, Find, Scene } from '../find.ts';
import { isMasked } from '../secret-value.ts';

const BEGIN = /-{4,5} ?BEGIN\\? (?:[A-Z0-9]{1,12}\\? ){0,3}PRIVATE\\? KEY(?:\\? BLOCK)? ?-{4,5}/g;
const END = /-{4,5} ?END\\? (?:[A-Z0-9]{1,12}\\? ){0,3}PRIVATE\\? KEY(?:\\? BLOCK)? ?-{4,5}/g;
const BODY_LINE = /^(?:[^\n]{0,80}[\s|"'>]){0,1}([A-Za-z0-9+/]{4,200}={0,2})["',;\\]{0,3}$/;
/** A key's longest block: 16,384-bit RSA is 13 KB. */
const LONGEST = 32_768;
const HEADER = /^\s{0,40}(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset|MessageID): /;

/**
 * Class 13: bodies of PEM and PGP private keys, one find a line so that line numbers stay.
 * Cut at the end (`BEGIN` without `END`) and at the beginning (`END` without `BEGIN`) too.
 */
export const privateKeys: Detector = { name: 'private-keys', find: findKeys };

function findKeys({ text }: Scene, found: Find[]): void {
  if (!text.includes('PRIVATE KEY') && !text.includes('PRIVATE\\ KEY')) return;
  let covered = 0;
  for (const begin of text.matchAll(BEGIN)) {
    const from = begin.index + begin[0].length;
    if (from < covered) continue;
    END.lastIndex = from;
    const end = END.exec(text);
    BEGIN.lastIndex = 0;
    const whole = end !== null && end.index - from <= LONGEST && !text.slice(from, end.index).includes('BEGIN ');
    covered = whole ? end.index + end[0].length : headOnly(text, from);
    addLines(text, from, whole ? end.index : covered, found);
  }
  // What stands before the last END belongs to it; so each stretch of the text is read once.
  let floor = 0;
  for (const end of text.matchAll(END)) {
    const from = Math.max(floor, end.index - LONGEST);
    if (end.index >= covered && !hasBegin(text.slice(from, end.index)))
      addLines(text, tailOnly(text, from, end.index), end.index, found);
    floor = end.index + end[0].length;
  }
}

function hasBegin(before: string): boolean {
  return before.lastIndexOf('BEGIN ') > before.lastIndexOf('END ');
}

/** Where the body of a key without `END` stops: at the first line that is no base64. */
function headOnly(text: string, from: number): number {
  if (text.startsWith('\\n', from) || text.startsWith('\\r', from)) return escapedEnd(text, from);
  let at = nextLine(text, from);
  while (at < text.length && at - from < LONGEST) {
    const end = lineEndAt(text, at);
    const line = text.slice(at, end).trimEnd();
    if (line.trim() !== '' && !BODY_LINE.test(line) && !HEADER.test(line)) return at;
    if (line.trim() === '' && !/^\s{0,40}$/.test(line)) return at;
    at = end + 1;
  }
  return Math.min(at, text.length);
}

/** A key on one line, with `\n` written out. */
function escapedEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < LONGEST && /[A-Za-z0-9+/=\\]/.test(text.charAt(at))) at++;
  return at;
}

/** Where the body of a key without `BEGIN` starts: walks back over base64. */
function tailOnly(text: string, floor: number, end: number): number {
  let at = end;
  while (at > floor && /[A-Za-z0-9+/=\\]/.test(text.charAt(at - 1))) at--;
  if (at < end - 2) return at;
  const lines = text.slice(floor, end).split('\n');
  let start = end - (lines.pop() ?? '').length;
  for (let line = lines.pop(); line !== undefined; line = lines.pop()) {
    const trimmed = line.trimEnd();
    if (!BODY_LINE.test(trimmed) || !/[A-Za-z0-9+/]{20}|=$/.test(trimmed)) return start;
    start -= line.length + 1;
  }
  return start;
}

function nextLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at + 1;
}

function lineEndAt(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}

const RUN = /[A-Za-z0-9+/=]{4,16384}/g;

function addLines(text: string, from: number, to: number, found: Find[]): void {
  let at = from;
  while (at < to) {
    const end = Math.min(lineEndAt(text, at), to);
    const line = text.slice(at, end);
    if (!HEADER.test(line)) addRuns(line, at, found);
    at = end + 1;
  }
}

/** Base64 of a line; `\n` written out separates runs as a line feed does, but stays. */
function addRuns(line: string, offset: number, found: Find[]): void {
  const escaped = line.includes('\\n') || line.includes('\\r');
  const plain = escaped ? line.replaceAll('\\n', '\n\n').replaceAll('\\r', '\r\r') : line;
  const runs = [...plain.matchAll(RUN)].filter((run) => !isMasked(run[0]));
  const kept = escaped ? runs : runs.slice(-1);
  for (const run of kept) {
    const start = offset + run.index;
    found.push({ start, end: start + run[0].length, class: 'private-key', type: 'private_key' });
  }
}

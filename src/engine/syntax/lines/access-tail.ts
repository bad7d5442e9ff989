import { variableOf } from './access-names.ts';
import { fieldOf, type Field } from './field.ts';

/** Times at the end of a line without names: `0.123` or `0.123 0.120`. */
const BARE_TIMES = /\s"?(\d{1,7}\.\d{3})"?(?:\s"?(\d{1,7}\.\d{3}|-)"?)?\s{0,4}$/;

/** The first value of a name counts. */
export function put(fields: Map<string, Field>, name: string, line: string, start: number, length: number): void {
  if (!fields.has(name)) fields.set(name, fieldOf(line, start, start + length));
}

/** Offset of the next `=` or `:` that may follow a key. */
function nextSign(line: string, from: number): number {
  for (let at = from; at < line.length; at++)
    if (line[at] === '=' || (line[at] === ':' && line[at + 1] === ' ')) return at;
  return -1;
}

/** The value behind a sign: quoted, or up to a blank that no list of tries goes on behind. */
function tailValue(line: string, from: number): readonly [number, number] {
  let start = from;
  while (line[start] === ' ') start++;
  if (line[start] === '"') {
    const close = line.indexOf('"', start + 1);
    return [start + 1, close === -1 ? line.length : close];
  }
  let end = start;
  while (end < line.length && (line[end] !== ' ' || goesOn(line, end))) end++;
  while (end > start && /[",;]/.test(line[end - 1] ?? '')) end--;
  return [start, end];
}

/** `0.000, 0.001 : -`: a blank beside a comma or a lone colon, with another value behind it. */
function goesOn(line: string, blank: number): boolean {
  const behind = line[blank + 1] === ':' ? (line[blank + 3] ?? '') : (line[blank + 1] ?? '');
  const joined =
    line[blank - 1] === ',' || line[blank + 1] === ':' || (line[blank - 1] === ':' && line[blank - 2] === ' ');
  return joined && (/[\d-]/.test(behind) || line.startsWith('unix:', blank + 1));
}

/** `rt=0.120 uct="0.000" us=502` from an offset on, and bare times at the line's end. */
export function readTail(line: string, from: number, fields: Map<string, Field>): void {
  const tail = line.slice(from);
  for (let sign = nextSign(line, from); sign !== -1; sign = nextSign(line, sign + 1)) {
    let key = sign;
    while (key > from && /[\w.-]/.test(line[key - 1] ?? '')) key--;
    const variable = key === sign ? null : variableOf(line.slice(key, sign));
    if (variable === null) continue;
    const [start, end] = tailValue(line, sign + 1);
    put(fields, variable, line, start, end - start);
  }
  const times = fields.has('request_time') ? null : BARE_TIMES.exec(tail);
  if (times === null) return;
  const first = from + times.index + times[0].indexOf(times[1] ?? '');
  put(fields, 'request_time', line, first, (times[1] ?? '').length);
  const second = times[2];
  if (second !== undefined)
    put(fields, 'upstream_response_time', line, line.indexOf(second, first + (times[1] ?? '').length), second.length);
}

import { variableOf } from './access-names.ts';
import { readEnvelope } from './envelope.ts';
import { fieldOf, type Field } from './field.ts';
import { BUILT_IN_FORMATS, readUnderFormat, type AccessFields, type LogFormat } from './log-format.ts';

const JSON_PAIR = /"([\w@.$-]{1,60})"\s{0,4}:\s{0,4}(?:"((?:[^"\\]|\\.){0,8000})"|([^",}\]\s]{1,60}))/g;
/** Times at the end of a line without names: `0.123` or `0.123 0.120`. */
const BARE_TIMES = /\s"?(\d{1,7}\.\d{3})"?(?:\s"?(\d{1,7}\.\d{3}|-)"?)?\s{0,4}$/;

function put(fields: Map<string, Field>, name: string, line: string, start: number, length: number): void {
  if (!fields.has(name)) fields.set(name, fieldOf(line, start, start + length));
}

/** One JSON object a line, any keys in any order, nested ones too; a cut or badly escaped line as far as it goes. */
export function readJsonAccess(line: string, start: number): AccessFields | null {
  const fields = new Map<string, Field>();
  const text = line.slice(start);
  for (const match of text.matchAll(JSON_PAIR)) {
    const variable = variableOf((match[1] ?? '').split('.').at(-1) ?? '');
    const value = match[2] ?? match[3];
    if (variable === null || value === undefined) continue;
    const quote = match[2] === undefined ? 0 : 1;
    put(fields, variable, line, start + match.index + match[0].length - value.length - quote, value.length);
  }
  return fields.has('status') && fields.size >= 3 ? fields : null;
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

/** `rt=0.120 uct="0.000" us=502` behind a known format, and bare times. */
function readTail(line: string, from: number, fields: Map<string, Field>): void {
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

/** Where the last field of a loosely read format ends, its closing quote included. */
function readEnd(fields: AccessFields): number {
  return Math.max(...[...fields.values()].map((field) => field.end)) + 1;
}

/**
 * Reads one access-log line: under the formats given (found in the pasted config), the well-known ones, or as JSON.
 * Every value is a field under its variable's name, with its span in `line` as given. null: no access-log line.
 */
export function readAccessLine(line: string, formats: readonly LogFormat[] = []): AccessFields | null {
  const { stamp, start, end } = readEnvelope(line);
  const text = end === line.length ? line : line.slice(0, end);
  for (const format of formats) {
    const fields =
      readUnderFormat(text, format, stamp) ?? (stamp === start ? null : readUnderFormat(text, format, start));
    if (fields !== null && isPlausible(fields)) return fields;
  }
  const json = line.indexOf('{');
  if (json !== -1 && json <= start + 1) return readJsonAccess(line, json);
  for (const format of BUILT_IN_FORMATS) {
    const strict = readUnderFormat(text, format, start);
    if (strict !== null && isPlausible(strict)) return strict;
  }
  for (const name of ['combined', 'php-fpm']) {
    const format = BUILT_IN_FORMATS.find((known) => known.name === name);
    const loose = format === undefined ? null : readUnderFormat(text, format, start, true);
    if (loose === null || !isPlausible(loose)) continue;
    const fields = new Map(loose);
    readTail(text, readEnd(loose), fields);
    return fields;
  }
  return null;
}

/** Literals alone fit by accident; a status of three digits does not. */
function isPlausible(fields: AccessFields): boolean {
  return /^\d{3}$/.test(fields.get('status')?.text ?? '');
}

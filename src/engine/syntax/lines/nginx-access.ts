import { variableOf } from './access-names.ts';
import { readEnvelope } from './envelope.ts';
import { fieldOf, type Field } from './field.ts';
import { BUILT_IN_FORMATS, readUnderFormat, type AccessFields, type LogFormat } from './log-format.ts';

const JSON_PAIR = /"([\w@.$-]{1,60})"\s{0,4}:\s{0,4}(?:"((?:[^"\\]|\\.){0,8000})"|([^",}\]\s]{1,60}))/g;
const TAIL_PAIR =
  /([A-Za-z_][\w.-]{1,40})[=:]\s{0,1}(?:"([^"]{0,400})"|((?:[^\s",]|,\s(?=[\d.-]|unix:)|\s:\s(?=[\d.-]|unix:)){1,400}))/g;
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

/** `rt=0.120 uct="0.000" us=502` behind a known format, and bare times. */
function readTail(line: string, from: number, fields: Map<string, Field>): void {
  const tail = line.slice(from);
  for (const match of tail.matchAll(TAIL_PAIR)) {
    const variable = variableOf(match[1] ?? '');
    const value = match[2] ?? match[3] ?? '';
    const quote = match[2] === undefined ? 0 : 1;
    if (variable !== null)
      put(fields, variable, line, from + match.index + match[0].length - value.length - quote, value.length);
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

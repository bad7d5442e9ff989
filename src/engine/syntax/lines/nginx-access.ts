import { readFreeAccess } from './access-free.ts';
import { variableOf } from './access-names.ts';
import { put, readTail } from './access-tail.ts';
import { readEnvelope } from './envelope.ts';
import type { Field } from './field.ts';
import { BUILT_IN_FORMATS, readUnderFormat, type AccessFields, type LogFormat } from './log-format.ts';

const JSON_PAIR = /"([\w@.$-]{1,60})"\s{0,4}:\s{0,4}(?:"((?:[^"\\]|\\.){0,8000})"|([^",}\]\s]{1,60}))/g;
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

/** Where the last field of a loosely read format ends, its closing quote included. */
function readEnd(fields: AccessFields): number {
  return Math.max(...[...fields.values()].map((field) => field.end)) + 1;
}

/**
 * Reads one access-log line: under the formats given (found in the pasted config), the well-known ones, as JSON, or by what can be
 * recognised in a format that is not known.
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
    if (loose === null || !isPlausible(loose) || !isDated(loose)) continue;
    const fields = new Map(loose);
    readTail(text, readEnd(loose), fields);
    return fields;
  }
  const free = readFreeAccess(text, stamp);
  if (free === null) return null;
  const fields = new Map(free);
  readTail(text, readEnd(free), fields);
  return fields;
}

/** A format read loosely lets anything pass for a time: `[10/Oct/2000:13:55:36 -0700] shop.example.org`. */
function isDated(fields: AccessFields): boolean {
  return /^\d{2,4}[/-]/.test(fields.get('time_local')?.text ?? '') && !fields.get('time_local')?.text.includes(']');
}

/** Literals alone fit by accident; a status of three digits does not. */
function isPlausible(fields: AccessFields): boolean {
  return /^\d{3}$/.test(fields.get('status')?.text ?? '');
}

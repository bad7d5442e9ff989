import { variableOf } from '../../../syntax/lines/access-names.ts';
import {
  BUILT_IN_FORMATS,
  readUnderFormat,
  type AccessFields,
  type LogFormat,
} from '../../../syntax/lines/log-format.ts';
import { readAccessLine } from '../../../syntax/lines/nginx-access.ts';

interface Variable {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const JSON_PAIR = /"([\w@.$-]{1,60})"\s{0,4}:\s{0,4}(?:"((?:[^"\\]|\\.){0,8000})"|([^",}\]{[\s]{1,60}))/g;
const NAMED = /[\s,]([\w.-]{1,40})=(?:"([^"]{0,4000})"|([^\s"]{1,400}))/g;

function pairsIn(line: string, from: number, pattern: RegExp): Variable[] {
  return [...line.slice(from).matchAll(pattern)].map((match) => {
    const value = match[2] ?? match[3] ?? '';
    const end = from + match.index + match[0].length - (match[2] === undefined ? 0 : 1);
    return { name: variableOf((match[1] ?? '').split('.').at(-1) ?? '') ?? '', start: end - value.length, end };
  });
}

/** Known fields, and between them the pairs of which nothing is known: their values change from line to line too. */
function variablesOf(line: string, fields: AccessFields): Variable[] {
  const known = [...fields].map(([name, { start, end }]) => ({ name, start, end }));
  const json = line.startsWith('{');
  const last = Math.max(...known.map(({ end }) => end));
  const others = pairsIn(line, json ? 0 : last, json ? JSON_PAIR : NAMED);
  const apart = others.filter((one) => !known.some(({ start, end }) => one.start < end && start < one.end));
  return [...known, ...apart.map((one) => ({ ...one, name: '' }))].sort((a, b) => a.start - b.start);
}

function reads(line: string, format: LogFormat): boolean {
  return /^\d{3}$/.test(readUnderFormat(line, format)?.get('status')?.text ?? '');
}

/**
 * The format that a line is written in: one of those given, a built-in one, or what its own pairs of names and values
 * say (JSON keys in their order, `rt=… urt="…"`). null: no access-log line, or wrapped by some carrier.
 */
export function formatOfLine(line: string, formats: readonly LogFormat[]): LogFormat | null {
  const known = [...formats, ...(line.startsWith('{') ? [] : BUILT_IN_FORMATS)].find((format) => reads(line, format));
  if (known !== undefined) return known;
  const fields = readAccessLine(line, formats);
  if (fields === null) return null;
  const variables = variablesOf(line, fields);
  const literals: string[] = [];
  let from = 0;
  for (const { start, end } of variables) {
    literals.push(line.slice(from, start));
    from = end;
  }
  literals.push(line.slice(from));
  const format = { name: 'as the line shows it', literals, variables: variables.map(({ name }) => name) };
  return reads(line, format) ? format : null;
}

import { variableOf } from './access-names.ts';
import { put, readTail } from './access-tail.ts';
import type { Field } from './field.ts';
import type { AccessFields } from './log-format.ts';

/** What may stand between two variables of a format that nobody pasted. */
const BETWEEN = /[\s"'|,;\][()]/;
const METHOD = /^[A-Z]{3,10} \S/;
/** Behind the request, bare or in quotes: `" 502 157`, `|502|157`, `","502"`. */
const STATUS = /^[\s"'|,;]{0,6}([1-5]\d\d)(?=[\s"'|,;]|$)/;
const BYTES = /^[\s"'|,;]{1,4}(\d{1,15})(?=[\s"'|,;]|$)/;
const LOCAL_TIME = /\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d(?: [+-]\d{4})?/;
const ISO_TIME = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?/;
const MSEC = /(?:^|[\s"[|=:])(\d{10}\.\d{3})(?=[\s"\]|,]|$)/;
const ADDRESS = /(?:^|[\s"[|=,])((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{1,4}(?::{1,2}[0-9a-f]{1,4}){1,7})(?=[\s"\]|,]|$)/;
interface Place {
  readonly start: number;
  readonly end: number;
}

/** The request line of a log line: what ends in ` HTTP/1.1` and begins behind the delimiter that follows it, or at its method. */
function requestIn(line: string, from: number): Place | null {
  const version = line.indexOf(' HTTP/', from);
  if (version === -1) return null;
  let end = version + 6;
  while (end < line.length && /[\d.]/.test(line[end] ?? '')) end++;
  const delimiter = line[end] ?? ' ';
  const before = BETWEEN.test(delimiter) && delimiter !== ' ' ? line.lastIndexOf(delimiter, version) : -1;
  const start = Math.max(before + 1, from);
  const label = /^[\w.-]{1,20}:/.exec(line.slice(start, start + 24))?.[0].length ?? 0;
  return METHOD.test(line.slice(start + label, start + label + 24)) ? { start: start + label, end } : null;
}

function found(line: string, from: number, to: number, pattern: RegExp): Place | null {
  const match = pattern.exec(line.slice(from, to));
  if (match === null) return null;
  const value = match[1] ?? match[0];
  const start = from + match.index + match[0].lastIndexOf(value);
  return { start, end: start + value.length };
}

/** LTSV: `time:… host:… status:502` between tabs. */
function readLabels(line: string, from: number, fields: Map<string, Field>): void {
  for (let at = from, next: number; at < line.length; at = next + 1) {
    const tab = line.indexOf('\t', at);
    next = tab === -1 ? line.length : tab;
    const colon = line.indexOf(':', at);
    const variable = colon === -1 || colon > next ? null : variableOf(line.slice(at, colon));
    if (variable !== null) put(fields, variable, line, colon + 1, next - colon - 1);
  }
}

/**
 * Reads an access-log line whose format nobody pasted: by its request line with the status behind it, in any delimiters, or by its
 * names (`status=502`, LTSV). What cannot be told from its neighbours is left out. null where there is no status, or neither an
 * instant nor a client: then it is some other line.
 * @param start where the daemon's own words begin
 */
export function readFreeAccess(line: string, start: number): AccessFields | null {
  const fields = new Map<string, Field>();
  const take = (name: string, place: Place | null): void => {
    if (place !== null) put(fields, name, line, place.start, place.end - place.start);
  };
  const request = requestIn(line, start);
  const head = request?.start ?? line.length;
  if (request !== null) {
    const status = found(line, request.end, request.end + 16, STATUS);
    take('request', request);
    take('status', status);
    if (status === null) readTail(line, request.end, fields);
    else take('body_bytes_sent', found(line, status.end, status.end + 20, BYTES));
  }
  if (line.includes('\t', start)) readLabels(line, start, fields);
  else readTail(line.slice(0, head), start, fields);
  if (!/^[1-5]\d\d$/.test(fields.get('status')?.text ?? '')) return null;
  if (!fields.has('request') && !fields.has('request_uri')) return null;
  take('time_local', found(line, start, head, LOCAL_TIME));
  if (!fields.has('time_local')) take('time_iso8601', found(line, start, head, ISO_TIME));
  if (!fields.has('time_local') && !fields.has('time_iso8601')) take('msec', found(line, start, head, MSEC));
  take('remote_addr', found(line, start, head, ADDRESS));
  const isDated = ['time_local', 'time_iso8601', 'msec'].some((name) => fields.has(name));
  return isDated || fields.has('remote_addr') ? fields : null;
}

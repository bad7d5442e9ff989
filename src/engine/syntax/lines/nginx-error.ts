import type { EpochSeconds } from '../../text/units.ts';
import { readEnvelope } from './envelope.ts';
import { fieldOf, trimmedField, type Field } from './field.ts';
import { nginxWords } from './nginx-words.ts';
import { nginxStamp } from './time.ts';

const LEVELS = ['debug', 'info', 'notice', 'warn', 'error', 'crit', 'alert', 'emerg'] as const;
export type NginxLevel = (typeof LEVELS)[number];

/** The fields that `ngx_http_log_error_handler` appends, in its order; a value is what stands inside the quotes. */
export const NGINX_ERROR_FIELDS = [
  'client',
  'server',
  'request',
  'subrequest',
  'upstream',
  'host',
  'referrer',
] as const;
export type NginxErrorFieldName = (typeof NGINX_ERROR_FIELDS)[number];

export interface NginxErrorLine {
  /** Where nginx's own record begins, after the prefixes of whatever carried it. */
  readonly start: number;
  /** Local time taken as UTC; null when the record carries none (`nginx: [emerg] …` on a terminal). */
  readonly at: EpochSeconds | null;
  /** null where the message was quoted without its head. */
  readonly level: NginxLevel | null;
  readonly pid: number | null;
  readonly connection: number | null;
  /** The message without errno, action and fields. */
  readonly message: Field;
  readonly errno: number | null;
  /** What nginx was doing: the words after "while". */
  readonly action: Field | null;
  readonly fields: Readonly<Partial<Record<NginxErrorFieldName, Field>>>;
}

interface Head {
  readonly start: number;
  readonly level: NginxLevel;
  readonly afterLevel: number;
}

function levelAt(line: string, bracket: number): NginxLevel | null {
  for (const level of LEVELS) {
    if (line.startsWith(level, bracket + 1) && line.charCodeAt(bracket + 1 + level.length) === 93) return level;
  }
  return null;
}

/** Finds `… [error] ` with a time stamp, a `PID#TID:` or `nginx: ` beside it, wherever in the line it stands. */
function findHead(line: string, from: number): Head | null {
  for (let at = line.indexOf('[', from); at !== -1; at = line.indexOf('[', at + 1)) {
    const level = levelAt(line, at);
    if (level === null) continue;
    const afterLevel = at + level.length + 2;
    if (nginxStamp(line, at - 20) !== null) return { start: at - 20, level, afterLevel };
    if (line.startsWith('nginx: ', at - 7)) return { start: at - 7, level, afterLevel };
    if (/^ {0,2}\d{1,10} ?# ?\d{1,20}: /.test(line.slice(afterLevel, afterLevel + 40)))
      return { start: at, level, afterLevel };
  }
  return null;
}

/** ` 18345#18345: *9821 ` with the stray blanks of machine translation, or without the asterisk, which Markdown takes for emphasis. */
const PROCESS = /^ {0,2}(\d{1,10}) ?# ?\d{1,20}: ?(?:\*? ?(\d{1,20}) (?!worker_connections))?/;
/** ` (104: Connection reset by peer)` at the end of a message: only the number is portable. */
const ERRNO = /\((\d{1,5}): ?[^()]{0,120}\)?[`*_"'”’.,;]{0,8}$/;
const ACTION = /^[A-Za-z][A-Za-z /]{2,60}/;
/** Bold, italics and back-ticks that somebody put around the words. */
const EMPHASIS = /^[*_`]{1,3}(?=\S)/;

function labelAt(line: string, at: number): NginxErrorFieldName | null {
  return NGINX_ERROR_FIELDS.find((name) => line.startsWith(`${name}:`, at)) ?? null;
}

/** Offset of the next `, label:` from `at`, or -1. */
function nextLabel(line: string, at: number, end: number): number {
  for (let comma = line.indexOf(',', at); comma !== -1 && comma < end; comma = line.indexOf(',', comma + 1)) {
    let word = comma + 1;
    while (line.charCodeAt(word) === 32) word++;
    if (labelAt(line, word) !== null) return comma;
  }
  return -1;
}

/** The opening quote as it was written: plain, JSON-escaped, HTML-escaped once or twice. */
function quoteAt(line: string, at: number): string | null {
  return ['"', '\\"', '&quot;', '&amp;quot;'].find((quote) => line.startsWith(quote, at)) ?? null;
}

function valueAt(line: string, at: number, end: number): { field: Field; next: number } {
  const quote = quoteAt(line, at);
  if (quote !== null) {
    const start = at + quote.length;
    const close = line.indexOf(quote, start);
    const stop = close === -1 || close > end ? end : close;
    return { field: fieldOf(line, start, stop), next: stop };
  }
  const comma = nextLabel(line, at, end);
  const bytes = line.indexOf(', bytes from/to', at);
  const stop = Math.min(...[comma, bytes].filter((offset) => offset !== -1), end);
  return { field: trimmedField(line, at, stop), next: stop };
}

function readFields(line: string, from: number, end: number): Partial<Record<NginxErrorFieldName, Field>> {
  const fields: Partial<Record<NginxErrorFieldName, Field>> = {};
  let at = from;
  while (at !== -1 && at < end) {
    let word = at + 1;
    while (line.charCodeAt(word) === 32) word++;
    const name = labelAt(line, word);
    if (name === null) break;
    let value = word + name.length + 1;
    while (line.charCodeAt(value) === 32) value++;
    const read = valueAt(line, value, end);
    fields[name] ??= read.field;
    at = nextLabel(line, read.next, end);
  }
  return fields;
}

/** Where the message ends and the fields begin; words of PHP inside `FastCGI sent in stderr: "…"` are not fields. */
function fieldsStart(line: string, from: number, end: number): number {
  let search = from;
  if (line.startsWith('FastCGI sent in stderr', from)) {
    const close = line.lastIndexOf(' while ', end);
    if (close > from) search = close;
  }
  const at = nextLabel(line, search, end);
  return at === -1 ? end : at;
}

/**
 * Reads one record of nginx's error log: `ngx_log.c` writes the head, `ngx_http_log_error_handler` the fields.
 * Prefixes of compose, kubernetes, syslog and journald, JSON and HTML escapes, Markdown quotes and CRLF are passed over;
 * spans refer to `line` as given. Returns null when the line is no such record (a continuation, another log).
 */
export function readNginxErrorLine(line: string): NginxErrorLine | null {
  const head = findHead(line, 0);
  if (head === null) return null;
  const process = PROCESS.exec(line.slice(head.afterLevel, head.afterLevel + 64));
  const words = head.afterLevel + (process?.[0].length ?? 1);
  return {
    start: head.start,
    at: nginxStamp(line, head.start)?.at ?? null,
    level: head.level,
    pid: process === null ? null : Number(process[1]),
    connection: process?.[2] === undefined ? null : Number(process[2]),
    ...readWords(line, words + (EMPHASIS.exec(line.slice(words, words + 4))?.[0].length ?? 0), readEnvelope(line).end),
  };
}

/** Reads a message that was quoted without its time and level: `*6 connect() failed (111: …) while connecting to upstream, …`. */
export function readNginxErrorWords(line: string): NginxErrorLine | null {
  const words = nginxWords(line);
  if (words === null) return null;
  return {
    start: words.start,
    at: null,
    level: null,
    pid: null,
    connection: null,
    ...readWords(line, words.start, words.end),
  };
}

type Words = Pick<NginxErrorLine, 'message' | 'errno' | 'action' | 'fields'>;

/** What stands behind the head: message, errno, action, fields. */
function readWords(line: string, at: number, end: number): Words {
  const fields = fieldsStart(line, at, end);
  let messageEnd = fields;
  let action: Field | null = null;
  const whileAt = line.lastIndexOf(' while ', fields);
  if (whileAt >= at) {
    const words = ACTION.exec(line.slice(whileAt + 7, fields));
    if (words !== null) {
      action = trimmedField(line, whileAt + 7, whileAt + 7 + words[0].length);
      messageEnd = whileAt;
    }
  }
  const errno = ERRNO.exec(line.slice(Math.max(at, messageEnd - 140), messageEnd).trimEnd());
  if (errno !== null) messageEnd = line.lastIndexOf(errno[0], messageEnd);
  return {
    message: trimmedField(line, Math.min(at, messageEnd), messageEnd),
    errno: errno === null ? null : Number(errno[1]),
    action,
    fields: readFields(line, fields, end),
  };
}

/** True where a new record begins: used to glue the lines of one record together. */
export function isNginxErrorHead(line: string): boolean {
  return findHead(line, 0) !== null;
}

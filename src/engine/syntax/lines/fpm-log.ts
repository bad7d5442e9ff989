import type { EpochSeconds } from '../../text/units.ts';
import { readEnvelope } from './envelope.ts';
import { fieldOf, trimmedField, type Field } from './field.ts';
import { fpmStamp } from './time.ts';

const LEVELS = ['DEBUG', 'NOTICE', 'WARNING', 'ERROR', 'ALERT'] as const;
export type FpmLevel = (typeof LEVELS)[number];

export interface FpmLogLine {
  /** Where FPM's own record begins. */
  readonly start: number;
  /** Local time taken as UTC, the wrapper's time in the syslog form; null when neither is there. */
  readonly at: EpochSeconds | null;
  readonly level: FpmLevel;
  /** The words after level, debug position and `[pool …]`. */
  readonly message: Field;
  readonly pool: Field | null;
  readonly child: number | null;
  readonly script: Field | null;
  /** `GET /report.php?id=1`, without the quotes. */
  readonly request: Field | null;
  readonly seconds: number | null;
  readonly signal: number | null;
  readonly code: number | null;
  /** What a child wrote: the text inside `said into stderr: "…"`. */
  readonly said: Field | null;
}

interface Head {
  readonly start: number;
  readonly at: EpochSeconds | null;
  readonly level: FpmLevel;
  readonly after: number;
}

function levelAt(line: string, at: number): FpmLevel | null {
  return LEVELS.find((level) => line.startsWith(level, at)) ?? null;
}

/** `[15-Jan-2024 03:47:22] WARNING: ` wherever it stands in the line. */
function fileHead(line: string, from: number): Head | null {
  for (let at = line.indexOf('[', from); at !== -1; at = line.indexOf('[', at + 1)) {
    const stamp = fpmStamp(line, at + 1);
    if (stamp === null || line.charCodeAt(stamp.end) !== 93) continue;
    const level = levelAt(line, stamp.end + 2);
    if (level === null) continue;
    const after = stamp.end + 2 + level.length;
    if (line.charCodeAt(after) === 58) return { start: at, at: stamp.at, level, after: after + 1 };
  }
  return null;
}

/** `php-fpm[1234]: [WARNING] [pool www] …`, the form of `error_log = syslog`; also without any time on a terminal. */
function syslogHead(line: string): Head | null {
  const envelope = readEnvelope(line);
  const at = envelope.start;
  if (line.charCodeAt(at) === 91) {
    const level = levelAt(line, at + 1);
    if (level !== null && line.charCodeAt(at + 1 + level.length) === 93) {
      return { start: at, at: envelope.at, level, after: at + level.length + 2 };
    }
  }
  const level = envelope.program?.startsWith('php') === true ? levelAt(line, at) : null;
  if (level === null || line.charCodeAt(at + level.length) !== 58) return null;
  return { start: at, at: envelope.at, level, after: at + level.length + 1 };
}

const LABEL = /(?:^|[\s>*_`"'“:(])(NOTICE|WARNING|ERROR|ALERT): (?=\[pool |[A-Za-z'[])/;
const OF_A_CHILD =
  /^[\s>*_`"'“(-]{0,12}(?=(?:\[pool [^\]]{1,200}\] )?(?:child \d{1,10} exited |child \d{1,10}, script '|server reached (?:pm\.)?max_children))/;

/** `WARNING: [pool www] child 812 exited …`, as people quote a line without its time; or only the words of a child's end. */
function quotedHead(line: string): Head | null {
  const { start, end } = readEnvelope(line);
  const text = line.slice(start, Math.min(end, start + 400));
  const label = LABEL.exec(text);
  const level = label === null ? null : levelAt(label[1] ?? '', 0);
  if (label !== null && level !== null) {
    const at = start + label.index + label[0].length - level.length - 2;
    return { start: at, at: null, level, after: at + level.length + 1 };
  }
  const child = OF_A_CHILD.exec(text);
  if (child === null) return null;
  const at = start + child[0].length;
  return { start: at, at: null, level: 'WARNING', after: at };
}

/** `pid 812, fpm_children_bury(), line 252: ` of log_level = debug and of old syslog lines. */
const DEBUG_POSITION = /^ ?(?:pid \d{1,10}, )?[a-z_0-9]{3,60}\(\), line \d{1,6}: /;
const POOL = /^ ?\[pool ([^\]]{1,200})\] ?/;
const CHILD = /^child (\d{1,10})[ ,]/;
const SECONDS = /\((\d{1,10}\.\d{1,9}) sec\)|after (\d{1,10}\.\d{1,9}) seconds/;
const SIGNAL = /on signal (\d{1,3})/;
const CODE = /with code (\d{1,3})/;

function between(line: string, from: number, end: number, open: string, closes: readonly string[]): Field | null {
  const at = line.indexOf(open, from);
  if (at === -1 || at >= end) return null;
  const start = at + open.length;
  const stops = closes.map((close) => line.indexOf(close, start)).filter((offset) => offset !== -1 && offset <= end);
  return fieldOf(line, start, stops.length === 0 ? end : Math.min(...stops));
}

/** The text of `said into stderr: "…"`: it ends at the last quote, because PHP's own words may hold quotes. */
function saidIn(line: string, from: number, end: number): Field | null {
  const at = line.indexOf(' said into std', from);
  if (at === -1) return null;
  const open = line.indexOf('"', at);
  if (open === -1) return null;
  const close = line.lastIndexOf('"', end - 1);
  const start = open + 1;
  return fieldOf(line, start, close > open ? close - (line.charCodeAt(close - 1) === 92 ? 1 : 0) : end);
}

/**
 * Reads one record of php-fpm.log (`zlog.c` writes the head; `fpm_children.c`, `fpm_request.c`, `fpm_stdio.c` the words),
 * in its file, debug and syslog forms and behind any carrier's prefix. Returns null when the line is no such record.
 */
export function readFpmLogLine(line: string): FpmLogLine | null {
  const head = fileHead(line, 0) ?? syslogHead(line);
  return head === null ? null : readRecord(line, head);
}

/** Reads a record that was quoted without its time. Other programs say `ERROR: ` too: whether FPM has such words is for the caller. */
export function readFpmLogWords(line: string): FpmLogLine | null {
  const head = quotedHead(line);
  return head === null ? null : readRecord(line, head);
}

function readRecord(line: string, head: Head): FpmLogLine {
  const { end } = readEnvelope(line);
  let at = head.after;
  at += DEBUG_POSITION.exec(line.slice(at, at + 160))?.[0].length ?? 0;
  const pool = POOL.exec(line.slice(at, at + 220));
  const poolStart = pool === null ? 0 : at + pool[0].indexOf('[pool ') + 6;
  const poolField = pool === null ? null : fieldOf(line, poolStart, poolStart + (pool[1]?.length ?? 0));
  at += pool?.[0].length ?? 0;
  const message = trimmedField(line, at, end);
  const child = CHILD.exec(message.text);
  const seconds = SECONDS.exec(message.text);
  const signal = SIGNAL.exec(message.text);
  const code = CODE.exec(message.text);
  return {
    start: head.start,
    at: head.at,
    level: head.level,
    message,
    pool: poolField,
    child: child === null ? null : Number(child[1]),
    script: between(line, at, end, "script '", ["' (request:", "'"]),
    request: between(line, at, end, line.includes('(request: \\"', at) ? '(request: \\"' : '(request: "', [
      '\\") ',
      '") ',
    ]),
    seconds: seconds === null ? null : Number(seconds[1] ?? seconds[2]),
    signal: signal === null ? null : Number(signal[1]),
    code: code === null ? null : Number(code[1]),
    said: saidIn(line, at, end),
  };
}

import type { EpochSeconds } from '../../text/units.ts';
import { ctimeStamp, isoStamp, syslogStamp } from './time.ts';

/** What wrapped a log line on its way: compose, kubernetes, syslog, journald, a JSON log driver, a Markdown quote. */
export interface Envelope {
  /** Behind the carrier's name, before any time stamp of its: a log whose own lines begin with a stamp begins here. */
  readonly stamp: number;
  /** Where the daemon's own words begin and end in the line. */
  readonly start: number;
  readonly end: number;
  /** The wrapper's time, null when it states none. */
  readonly at: EpochSeconds | null;
  /** Container, pod or host that spoke. */
  readonly source: string | null;
  /** The machine that spoke: a host of syslog or the journal. Containers and pods are parts of one system, not machines. */
  readonly machine: string | null;
  /** Syslog identifier, as `php-fpm8.2` or `kernel`. */
  readonly program: string | null;
  readonly pid: number | null;
  /** The words are escaped as a JSON string. */
  readonly json: boolean;
}

const QUOTE = /^ {0,40}(?:> ?|\*\*|`){0,4}/;
/** Some packages make nginx say host and name itself, behind what syslog has said already. */
const TAG_AGAIN = /^([\w.-]{1,90}) [\w.-]{1,40}: (?=[\d[])/;
const COMPOSE = /^(?:\d{1,2}\.\d{1,2}\.\d{4} \d\d:\d\d:\d\d)?([A-Za-z0-9][\w.-]{0,80}?)\s{0,40}\| ?/;
const STERN = /^([a-z0-9][a-z0-9.-]{2,90}) (?:([a-z0-9][a-z0-9-]{0,62}) )?(?=\d{4}-\d\d-\d\dT)/;
const KUBECTL_PREFIX = /^\[pod\/([\w.-]{1,120})\/([\w.-]{1,80})\] /;
/** `grep` over several files names the file, and with -n the line. */
const GREP = /^(?:\/[\w./@+-]{1,160}|[\w.-]{1,80}log(?:\.\d{1,3})?):(?:\d{1,8}:)?(?=\S)/;
const PRIORITY = /^(?:<\d{1,3}>(?:1 )?|(?:kern|user|daemon|syslog) {1,3}:\w{3,6} {1,4}: )/;
const SYSLOG_TAG = /^ ([\w.:-]{1,90}) ([\w./@-]{1,60})(?:\[(\d{1,10})\])?: ?/;
const RSYSLOG_5424 = /^ ([\w.:-]{1,90}) ([\w./@-]{1,60}) (\d{1,10}|-) \S{1,40} (?:-|\[[^\]]{0,200}\]) /;
const LEVEL = /^(?:TRACE?|DEBU?G|INFO|NOTICE|WARN(?:ING)?|ERRO?R?|CRIT(?:ICAL)?|FATAL)$/;
const JSON_BODY = /"(?:log|message|msg|MESSAGE)" ?: ?"/;
const JSON_HOST = /"(?:_HOSTNAME|hostname)" ?: ?"([\w.-]{1,90})"/;
const JSON_TIME = /"(?:time|timestamp|@timestamp|ts)" ?: ?"/;

function lineEnd(line: string): number {
  let end = line.length;
  while (end > 0 && line.charCodeAt(end - 1) <= 32) end--;
  return end;
}

/** Offset of the quote that closes a JSON string whose text begins at `from`; the line's end when it is cut. */
function closingQuote(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 34) return at;
  }
  return line.length;
}

/** `{"log":"2024/01/15 03:47:22 [error] …\n","stream":"stderr","time":"…Z"}` of Docker's json-file driver and kin. */
function jsonEnvelope(line: string, from: number): Envelope | null {
  const body = JSON_BODY.exec(line.slice(from, from + 4096));
  if (body === null) return null;
  const start = from + body.index + body[0].length;
  let end = closingQuote(line, start);
  while (line.endsWith('\\n', end) && end - 2 >= start) end -= 2;
  const time = JSON_TIME.exec(line);
  const at = time === null ? null : (isoStamp(line, time.index + time[0].length)?.at ?? null);
  const machine = JSON_HOST.exec(line.slice(0, 4096))?.[1] ?? null;
  return { stamp: start, start, end, at, source: null, machine, program: null, pid: null, json: true };
}

/**
 * Strips what wrapped the line. Never fails: a bare line is its own body.
 * @param year taken for stamps that name none (RFC 3164); null leaves those instants unknown.
 */
export function readEnvelope(line: string, year: number | null = null): Envelope {
  const end = lineEnd(line);
  let start = 0;
  let at: EpochSeconds | null = null;
  let source: string | null = null;
  let machine: string | null = null;
  let program: string | null = null;
  let pid: number | null = null;
  const rest = (): string => line.slice(start, start + 256);

  start += QUOTE.exec(rest())?.[0].length ?? 0;
  start += GREP.exec(rest())?.[0].length ?? 0;
  const podPrefix = KUBECTL_PREFIX.exec(rest());
  const named = podPrefix ?? COMPOSE.exec(rest()) ?? STERN.exec(rest());
  if (named !== null && named[0].length > 0) {
    source = named[1] ?? null;
    start += named[0].length;
  }
  if (line.charCodeAt(start) === 123) {
    const wrapped = jsonEnvelope(line, start);
    if (wrapped !== null) return { ...wrapped, source };
  }
  start += PRIORITY.exec(rest())?.[0].length ?? 0;
  const stampStart = start;
  const bracketed = line.charCodeAt(start) === 91 ? 1 : 0;
  const stamp =
    bracketed === 1 ? ctimeStamp(line, start + 1) : (isoStamp(line, start) ?? syslogStamp(line, start, year) ?? null);
  if (stamp !== null) {
    at = stamp.at;
    start = stamp.end + (bracketed === 1 ? 1 : 0);
    const tag = bracketed === 1 ? null : (SYSLOG_TAG.exec(rest()) ?? RSYSLOG_5424.exec(rest()));
    // supervisord and many programs write a level where syslog writes the host.
    if (tag !== null && !LEVEL.test(tag[1] ?? '')) {
      if (source === null && tag[1] !== '-') machine = tag[1] ?? null;
      source ??= tag[1] ?? null;
      program = tag[2] ?? null;
      pid = tag[3] === undefined || tag[3] === '-' ? null : Number(tag[3]);
      start += tag[0].length;
      const again = TAG_AGAIN.exec(rest());
      if (again !== null && again[1] === tag[1]) start += again[0].length;
    }
    // A container runtime writes "stdout F " between its stamp and the words (CRI).
    start += /^ ?(?:(?:stdout|stderr) [FP] )?/.exec(rest())?.[0].length ?? 0;
  }
  const clipped = { stamp: Math.min(stampStart, end), start: Math.min(start, end), end };
  return { ...clipped, at, source, machine, program, pid, json: false };
}

/** What a line without a machine begins with: nginx's and FPM's own stamps, and what follows a record's first line. */
const BARE = /^(?:\d{4}\/|\[\d{2}-|\s|#)/;

/** The machine that wrote a line, null where its carrier names none. */
export function machineOf(line: string): string | null {
  return BARE.test(line) ? null : readEnvelope(line).machine;
}

const HTML: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
};

/** Text of a JSON string body, or HTML-escaped text, as its writer meant it. Unknown escapes stay. */
export function unescapeBody(text: string, json: boolean): string {
  const plain = json
    ? text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_all, hex: string | undefined, char: string | undefined) =>
        hex !== undefined
          ? String.fromCharCode(parseInt(hex, 16))
          : char === 'n'
            ? '\n'
            : char === 't'
              ? '\t'
              : (char ?? ''),
      )
    : text;
  if (!plain.includes('&')) return plain;
  const once = (value: string): string =>
    value.replace(/&(?:quot|lt|gt|amp|#39|#x27);/g, (entity) => HTML[entity] ?? entity);
  return once(once(plain));
}

import type { LogFormat } from '../../syntax/lines/log-format.ts';
import { readUnderFormat } from '../../syntax/lines/log-format.ts';
import { readAccessLine } from '../../syntax/lines/nginx-access.ts';
import type { Seconds } from '../../text/units.ts';
import { KeptLines, lineText, type KeptRecord } from '../kept-lines.ts';
import { RECURRING, type Ledger } from '../ledger.ts';
import { Periods } from '../periods.ts';
import type { Signature } from '../signatures.ts';
import type { KeptLine, LogStream, LogSummary } from '../streamed.ts';
import { Timeline } from '../timeline.ts';
import { formatOfLine } from './bytes/infer.ts';
import type { AccessKernel } from './bytes/kernel.ts';
import * as layout from './bytes/layout.ts';
import { writeProgram } from './bytes/program.ts';
import { Tables, type FoundLine } from './bytes/tables.ts';
import { classifyAccess } from './classes.ts';
import { fieldsOf } from './plain-scanner.ts';
import { accessRequest, routeOf, serviceSeconds, type AccessRequest } from './request.ts';
import { OTHER } from './routes.ts';
import { AccessStatistics, isFailure } from './statistics.ts';

const LINE_FEED = 10;
/** Lines that the scanner could not read although they are access-log lines, before another format is tried. */
const MANY_MISSES = 64;
const SAMPLE_LINES = 20;
const LONGEST_SAMPLE = 2048;
const MOST_SLOW_ROUTES = 1000;
/** What a line's class depends on besides its status and its time. */
const CLASS_VARIABLES = [
  'upstream_addr',
  'upstream_status',
  'upstream_connect_time',
  'upstream_header_time',
  'upstream_bytes_received',
];

interface RouteLine {
  readonly line: number;
  readonly bytes: Uint8Array;
  name: string | null;
}

/** Reads an access log of any size in bounded memory: bytes are counted, and only lines that tell something are decoded. */
export class StreamedAccessLog implements LogStream {
  readonly #kernel: AccessKernel;
  readonly #tables: Tables;
  readonly #formats: readonly LogFormat[];
  #format: LogFormat | null = null;
  #isStarted = false;
  #isClassSimple = false;
  #held = 0;
  #misses = 0;
  readonly #timeline = new Timeline();
  readonly #periods = new Periods();
  readonly #kept = new KeptLines<Signature>();
  /** Requests that were read line by line. */
  readonly #slow = new AccessStatistics();
  readonly #slowRoutes = new Map<string, RouteLine>();
  #longestRun: Seconds | null = null;
  /** By the scanner's row: a line of the route, and its raw name once it has been read. */
  readonly #routeLines: RouteLine[] = [];

  /** @param formats found in the configs, the one of this log first */
  constructor(kernel: AccessKernel, formats: readonly LogFormat[]) {
    this.#kernel = kernel;
    this.#formats = formats;
    this.#tables = new Tables(kernel.memory);
    writeUnreadable(kernel.memory);
  }

  push(chunk: Uint8Array): void {
    const { bytes } = this.#tables;
    for (let from = 0; from < chunk.length;) {
      const piece = chunk.subarray(from, from + layout.INPUT_BYTES - this.#held);
      bytes.set(piece, layout.INPUT + this.#held);
      from += piece.length;
      const end = layout.INPUT + this.#held + piece.length;
      const next = bytes.lastIndexOf(LINE_FEED, end - 1) + 1;
      if (next <= layout.INPUT) {
        // A line that is longer than the memory is no request: what came of it is dropped.
        this.#held = end - layout.INPUT === layout.INPUT_BYTES ? 0 : end - layout.INPUT;
        continue;
      }
      this.#scan(next);
      bytes.copyWithin(layout.INPUT, next, end);
      this.#held = end - next;
    }
  }

  end(): void {
    if (this.#held > 0) this.#scan(layout.INPUT + this.#held);
    this.#held = 0;
  }

  #scan(to: number): void {
    if (!this.#isStarted) this.#start(to);
    for (let from = layout.INPUT; from < to;) {
      from = this.#kernel.scan(from, to);
      for (const found of this.#tables.takeFound()) this.#look(found);
      this.#kept.settle(this.#tables.bytes);
      if (this.#tables.isTimeFull) this.#drain();
    }
  }

  #start(to: number): void {
    this.#isStarted = true;
    const { bytes } = this.#tables;
    const head = lineTexts(bytes.subarray(layout.INPUT, Math.min(to, layout.INPUT + 65_536)));
    for (const line of head.slice(0, SAMPLE_LINES)) if (this.#use(formatOfLine(line, this.#formats))) return;
  }

  #use(format: LogFormat | null): boolean {
    if (format === null) return false;
    const isReadable = writeProgram(this.#kernel.memory, format);
    if (!isReadable) writeUnreadable(this.#kernel.memory);
    this.#format = isReadable ? format : null;
    this.#isClassSimple = !CLASS_VARIABLES.some((name) => format.variables.includes(name));
    return isReadable;
  }

  #drain(): void {
    this.#tables.drainTimes(this.#timeline, this.#slow.windows, this.#periods);
  }

  #look(found: FoundLine): void {
    const { bytes } = this.#tables;
    if ((found.flags & layout.IS_NEW_ROUTE) !== 0)
      this.#routeLines[found.route] = {
        line: found.line,
        bytes: bytes.slice(found.start, Math.min(found.end, found.start + LONGEST_SAMPLE)),
        name: null,
      };
    if ((found.flags & layout.IS_UNREAD) !== 0) this.#readSlowly(found);
    if ((found.flags & layout.IS_TELLING) === 0) return;
    if (this.#isClassSimple) this.#tellByStatus(found);
    else this.#tell(found, this.#requestAt(found));
  }

  /** The class of a line follows from its status and time alone where the format says nothing else. */
  #tellByStatus({ status, milliseconds, instant, line, start, end }: FoundLine): void {
    const logsUpstream = this.#format?.variables.includes('upstream_response_time') === true;
    const seconds = milliseconds < 0 ? null : milliseconds / 1000;
    this.#saw(
      simpleClass(status, seconds, logsUpstream),
      String(status),
      line,
      instant < 0 ? null : instant,
      start,
      end,
    );
  }

  #tell({ line, start, end }: FoundLine, request: AccessRequest | null): void {
    if (request === null) return;
    const variant = `${String(request.status)} ${request.upstream.addresses?.at(-1) ?? ''}`;
    this.#saw(classifyAccess(request), variant, line, request.at, start, end);
  }

  #saw(
    signature: Signature | null,
    variant: string,
    line: number,
    at: number | null,
    start: number,
    end: number,
  ): void {
    if (signature === null) return;
    this.#kept.saw(signature, variant, line, at, start, end);
    if (at === null) return;
    this.#timeline.count(at, signature);
    if (RECURRING.test(signature)) this.#periods.saw(signature, at);
  }

  #requestAt({ start, end }: FoundLine): AccessRequest | null {
    const text = lineText(this.#tables.bytes.subarray(start, end));
    const fields = (this.#format && readUnderFormat(text, this.#format)) ?? readAccessLine(text, this.#formats);
    return fields === null ? null : accessRequest(fields);
  }

  /** A line that the scanner's format does not fit; when there are many, the format is taken from one of them. */
  #readSlowly(found: FoundLine): void {
    const request = this.#requestAt(found);
    if (request === null) return;
    this.#slow.add(request);
    const seconds = serviceSeconds(request);
    if (seconds !== null && request.status !== 101 && request.status !== 499)
      this.#longestRun = Math.max(this.#longestRun ?? 0, seconds);
    if (request.at !== null) {
      const name = `status ${String(request.status)}`;
      this.#timeline.count(request.at, name);
      if (isFailure(request.status)) this.#periods.saw(name, request.at);
    }
    const route = routeOf(request.uri);
    const { bytes } = this.#tables;
    if (this.#slowRoutes.size < MOST_SLOW_ROUTES && !this.#slowRoutes.has(route))
      this.#slowRoutes.set(route, { line: found.line, bytes: bytes.slice(found.start, found.end), name: null });
    this.#tell(found, request);
    if (++this.#misses % MANY_MISSES === 0)
      this.#use(formatOfLine(lineText(bytes.subarray(found.start, found.end)), this.#formats));
  }

  summary(): LogSummary {
    this.#drain();
    const statistics = this.#statistics();
    const events = [...this.#kept.groups()];
    const routes = this.#samplesOf(statistics);
    const kept: KeptLine[] = [...events.flatMap(({ records }) => records), ...routes.map(({ sample }) => sample)];
    return {
      kind: 'nginx-access-log',
      lines: this.#tables.lines,
      kept: kept.map(({ line, text }) => ({ line, text })),
      tell: (ledger, path, redacted) => {
        let next = 0;
        for (const { name, count, first, last, records } of events) {
          const notes = records.map((record) => this.#note(name, path, record, redacted[next++] ?? ''));
          ledger.adopt(name, count, first, last, notes);
        }
        const names = new Map(routes.map(({ name }) => [name, this.#routeIn(redacted[next++] ?? '')] as const));
        ledger.access.merge(statistics, new Map([...names, [OTHER, OTHER]]));
        this.#tellTimes(ledger);
      },
    };
  }

  #tellTimes(ledger: Ledger): void {
    ledger.timeline.merge(this.#timeline);
    ledger.periods.merge(this.#periods);
    for (const seconds of [this.#longestRun, this.#tables.longestRun]) if (seconds !== null) ledger.sawRun(seconds);
  }

  /** Under raw names of routes. */
  #statistics(): AccessStatistics {
    const statistics = new AccessStatistics();
    const slowNames = [...this.#slowRoutes.keys()];
    statistics.merge(this.#slow, new Map([...slowNames, OTHER].map((name) => [name, name])));
    const names: (string | undefined)[] = [OTHER];
    this.#routeLines.forEach((one, row) => (names[row] = this.#nameOf(one)));
    this.#tables.addTo(statistics, names);
    return statistics;
  }

  #nameOf(one: RouteLine): string {
    one.name ??= this.#routeIn(lineText(one.bytes));
    return one.name;
  }

  #routeIn(text: string): string {
    const fields = (this.#format && readUnderFormat(text, this.#format)) ?? readAccessLine(text, this.#formats);
    const request = fields === null ? null : accessRequest(fields);
    return request === null ? OTHER : routeOf(request.uri);
  }

  /** One line for each route that will be named. */
  #samplesOf(statistics: AccessStatistics): { readonly name: string; readonly sample: KeptLine }[] {
    const named = new Set([...statistics.routes.slowest, ...statistics.routes.failing].map(({ route }) => route));
    const samples = new Map<string, KeptLine>();
    for (const one of [...this.#routeLines.filter(Boolean), ...this.#slowRoutes.values()]) {
      const name = this.#nameOf(one);
      if (named.has(name) && !samples.has(name)) samples.set(name, { line: one.line, text: lineText(one.bytes) });
    }
    return [...samples].map(([name, sample]) => ({ name, sample }));
  }

  #note(signature: Signature, path: string, { line, at }: KeptRecord, text: string) {
    const fields = (this.#format && readUnderFormat(text, this.#format)) ?? readAccessLine(text, this.#formats);
    const request = fields === null ? null : accessRequest(fields);
    return { signature, path, line, at, text, fields: request === null ? {} : fieldsOf(request) };
  }
}

function lineTexts(bytes: Uint8Array): string[] {
  const texts: string[] = [];
  for (let from = 0; from < bytes.length && texts.length < SAMPLE_LINES;) {
    const feed = bytes.indexOf(LINE_FEED, from);
    const end = feed === -1 ? bytes.length : feed;
    texts.push(lineText(bytes.subarray(from, end)));
    from = end + 1;
  }
  return texts;
}

/** A program under which every line is left to be read closely. */
function writeUnreadable(memory: ArrayBuffer): void {
  const words = new Int32Array(memory);
  words[layout.HEAD_STEPS >> 2] = 0;
  words[layout.TAIL_STEPS >> 2] = 0;
  words[layout.PREFIX_SIZE >> 2] = 0;
  words[layout.SUFFIX_SIZE >> 2] = -1;
}

function simpleClass(status: number, seconds: Seconds | null, logsUpstream: boolean): Signature | null {
  return classifyAccess({
    at: null,
    status,
    method: '',
    uri: '',
    client: null,
    host: null,
    bodyBytes: null,
    requestBytes: null,
    requestSeconds: seconds,
    upstream: {
      addresses: null,
      statuses: null,
      connectSeconds: null,
      headerSeconds: null,
      responseSeconds: logsUpstream ? [seconds] : null,
      bytesReceived: null,
    },
  });
}

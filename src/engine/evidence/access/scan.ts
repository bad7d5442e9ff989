import { readUnderFormat, type LogFormat } from '../../syntax/lines/log-format.ts';
import { readAccessLine } from '../../syntax/lines/nginx-access.ts';
import type { EpochSeconds } from '../../text/units.ts';
import { KeptLines, lineText } from '../kept-lines.ts';
import { RECURRING } from '../ledger.ts';
import { Periods } from '../periods.ts';
import type { Signature } from '../signatures.ts';
import { Timeline } from '../timeline.ts';
import { formatOfLine } from './bytes/infer.ts';
import type { AccessKernel } from './bytes/kernel.ts';
import * as layout from './bytes/layout.ts';
import { writeProgram, writeUnreadable } from './bytes/program.ts';
import { Tables, type FoundLine } from './bytes/tables.ts';
import { classifyAccess, classByStatus } from './classes.ts';
import { accessRequest, type AccessRequest } from './request.ts';
import { isFailure } from './statistics.ts';
import { LoadWindows } from './windows.ts';

const LINE_FEED = 10;
/** Lines that the scanner could not read although they are access-log lines, before another format is tried. */
const MANY_MISSES = 64;
const SAMPLE_LINES = 20;
const LONGEST_SAMPLE = 2048;
/** What a line's class depends on besides its status and its time. */
const CLASS_VARIABLES = [
  'upstream_addr',
  'upstream_status',
  'upstream_connect_time',
  'upstream_header_time',
  'upstream_bytes_received',
];

/** A line as bytes, by its number. */
export interface ByteLine {
  readonly line: number;
  readonly bytes: Uint8Array;
}

/** The first line of a route. */
export interface RouteLine extends ByteLine {
  /** The path that its request asked for. */
  readonly path: Uint8Array;
}

/** Takes a request that was read line by line. */
export type TakeSlow = (request: AccessRequest, line: number, bytes: Uint8Array) => void;

/** Goes through the bytes of an access log: a scanner counts them, and only lines that tell something are decoded. */
export class AccessScan {
  readonly #kernel: AccessKernel;
  readonly #formats: readonly LogFormat[];
  readonly #takeSlow: TakeSlow;
  readonly tables: Tables;
  readonly timeline = new Timeline();
  readonly windows = new LoadWindows();
  readonly periods = new Periods();
  readonly kept = new KeptLines<Signature>();
  /** By the scanner's row: a line of the route. */
  readonly routeLines: (RouteLine | undefined)[] = [];
  #format: LogFormat | null = null;
  #isStarted = false;
  #isClassSimple = false;
  #held = 0;
  #misses = 0;

  /**
   * @param formats found in the configs, the one of this log first
   * @param takeSlow what becomes of requests that the scanner cannot count
   */
  constructor(kernel: AccessKernel, formats: readonly LogFormat[], takeSlow: TakeSlow) {
    this.#kernel = kernel;
    this.#formats = formats;
    this.#takeSlow = takeSlow;
    this.tables = new Tables(kernel.memory);
    writeUnreadable(kernel.memory);
  }

  push(chunk: Uint8Array): void {
    const { bytes } = this.tables;
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
      for (const found of this.tables.takeFound()) this.#look(found);
      this.kept.settle(this.tables.bytes);
      if (this.tables.isTimeFull) this.drain();
    }
  }

  #start(to: number): void {
    this.#isStarted = true;
    const { bytes } = this.tables;
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

  /** Moves what the scanner counted by time to where it may grow wider. */
  drain(): void {
    this.tables.drainTimes(this.timeline, this.windows, this.periods);
  }

  #look(found: FoundLine): void {
    const { flags, start, end } = found;
    if ((flags & layout.IS_NEW_ROUTE) !== 0) this.routeLines[found.route] = this.#routeLine(found);
    if ((flags & layout.IS_UNREAD) !== 0) this.#readSlowly(found);
    if ((flags & layout.IS_TELLING) === 0) return;
    if (this.#isClassSimple) this.#tellByStatus(found);
    else this.#tell(found, this.requestIn(lineText(this.tables.bytes.subarray(start, end))));
  }

  #routeLine({ line, start, end, pathStart, pathEnd }: FoundLine): RouteLine {
    const { bytes } = this.tables;
    return {
      line,
      bytes: bytes.slice(start, Math.min(end, start + LONGEST_SAMPLE)),
      path: bytes.slice(pathStart, Math.min(pathEnd, pathStart + LONGEST_SAMPLE)),
    };
  }

  /** The class of a line follows from its status and time alone where the format says nothing else. */
  #tellByStatus(found: FoundLine): void {
    const { status, milliseconds, instant } = found;
    const logsUpstream = this.#format?.variables.includes('upstream_response_time') === true;
    const signature = classByStatus(status, milliseconds < 0 ? null : milliseconds / 1000, logsUpstream);
    this.#saw(found, signature, String(status), instant < 0 ? null : instant);
  }

  #tell(found: FoundLine, request: AccessRequest | null): void {
    if (request === null) return;
    const variant = `${String(request.status)} ${request.upstream.addresses?.at(-1) ?? ''}`;
    this.#saw(found, classifyAccess(request), variant, request.at);
  }

  #saw(found: FoundLine, signature: Signature | null, variant: string, at: EpochSeconds | null): void {
    if (signature === null) return;
    this.kept.saw(signature, variant, found.line, at, found.start, found.end);
    if (at === null) return;
    this.timeline.count(at, signature);
    if (RECURRING.test(signature)) this.periods.saw(signature, at);
  }

  /** A line that the scanner's format does not fit; when there are many, the format is taken from one of them. */
  #readSlowly(found: FoundLine): void {
    const bytes = this.tables.bytes.slice(found.start, found.end);
    const text = lineText(bytes);
    const request = this.requestIn(text);
    if (request === null) return;
    this.#takeSlow(request, found.line, bytes);
    if (request.at !== null) {
      const name = `status ${String(request.status)}`;
      this.timeline.count(request.at, name);
      if (isFailure(request.status)) this.periods.saw(name, request.at);
    }
    this.#tell(found, request);
    if (++this.#misses % MANY_MISSES === 0) this.#use(formatOfLine(text, this.#formats));
  }

  /** The request of a line; null when it is none. */
  requestIn(text: string): AccessRequest | null {
    const fields = (this.#format && readUnderFormat(text, this.#format)) ?? readAccessLine(text, this.#formats);
    return fields === null ? null : accessRequest(fields);
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

import type { LogFormat } from '../../syntax/lines/log-format.ts';
import { decodeText } from '../../text/decode.ts';
import type { EpochSeconds } from '../../text/units.ts';
import { recordsIn } from '../lines.ts';
import { RawReading } from '../raw/raw-reading.ts';
import type { Variant } from '../raw/variant.ts';
import type { DocumentReader } from '../router.ts';
import type { LogStream, LogSummary } from '../streamed.ts';
import { ErrorLine } from './bytes/error-line.ts';
import { LineHead } from './bytes/head.ts';
import { Regions, type Region } from './bytes/regions.ts';
import { nginxErrorReader } from './reader.ts';

const KIND = 'nginx-error-log';
const LINE_FEED = 10;
const RETURN = 13;
/** Of a longer line only so much is read, as everywhere. */
const LONGEST_LINE = 64 * 1024;

/**
 * Reads an error log of nginx of any size in bounded memory. Lines whose shape was met before are counted by their bytes;
 * every other line goes to the ordinary readers, and teaches its shape.
 */
export class StreamedErrorLog implements LogStream {
  readonly #reading: RawReading;
  readonly #regions = new Regions((region) => {
    this.#scan(region);
  });
  readonly #head = new LineHead();
  readonly #line = new ErrorLine();
  /** Reads records of one line. */
  readonly #records;
  /** Reads lines that are no such records, as long as a run of them lasts. */
  readonly #others: DocumentReader | null;
  #isInRun = false;
  #lines = 0;
  /** Of them, those that the readers of runs have counted. */
  #othersLines = 0;
  /** The time of the records that are pending, and what they are. */
  #at: EpochSeconds = 0;
  #turn = 0;
  readonly #pending: Variant[] = [];
  readonly #touched: Variant[] = [];

  /** @param texts that may date stamps without a year, its own beginning first */
  constructor(texts: readonly string[], formats: readonly LogFormat[]) {
    this.#reading = new RawReading(KIND, texts, formats);
    this.#records = nginxErrorReader(this.#reading.ledger, '');
    this.#others = this.#reading.reader();
  }

  push(chunk: Uint8Array): void {
    this.#regions.push(chunk);
  }

  end(): void {
    this.#regions.end();
    this.#others?.end();
  }

  summary(): LogSummary {
    this.#count();
    return this.#reading.summary(this.#lines);
  }

  #scan(region: Region): void {
    const { bytes, view, to, isEnd } = region;
    const head = this.#head;
    const line = this.#line;
    line.use(bytes, view);
    let start = region.from;
    let isHead = head.read(bytes, view, start);
    while (start < to) {
      const { turn, level, body } = head;
      const variants = isHead && !this.#isInRun ? line.read(body, level) : null;
      const end = variants === null ? bytes.indexOf(LINE_FEED, start) : line.end;
      const next = end + 1;
      const isNextHead = next >= to && isEnd ? true : head.read(bytes, view, next);
      this.#lines++;
      if (variants !== null && isNextHead) this.#saw(variants, turn, start, end);
      else this.#readSlowly(bytes, start, end, isHead, isNextHead, level, body);
      start = next;
      isHead = isNextHead;
    }
    for (const variant of this.#touched) variant.settle(bytes);
    this.#touched.length = 0;
  }

  #saw(variants: readonly Variant[], turn: number, start: number, end: number): void {
    if (turn !== this.#turn) {
      this.#count();
      this.#turn = turn;
      // The next line's head was read already.
      this.#at = turn === this.#head.turn ? this.#head.at : this.#head.before;
    }
    for (let index = 0; index < variants.length; index++) {
      const variant = variants[index];
      if (variant === undefined) continue;
      if (variant.pending++ === 0) this.#pending.push(variant);
      if (!variant.isTouched) {
        variant.isTouched = true;
        this.#touched.push(variant);
      }
      const ordinal = index === 0 ? 0 : ordinalOf(variants, index);
      variant.sawBytes(this.#lines, ordinal, start, end);
    }
  }

  /** Counts what was seen since the time moved on. */
  #count(): void {
    const { records } = this.#reading.ledger;
    for (const variant of this.#pending) {
      records.count(variant.tally, this.#at, true, variant.pending);
      variant.pending = 0;
    }
    this.#pending.length = 0;
  }

  #readSlowly(
    bytes: Uint8Array,
    start: number,
    end: number,
    isHead: boolean,
    isNextHead: boolean,
    level: number,
    body: number,
  ): void {
    this.#count();
    const { ledger } = this.#reading;
    const close = bytes[end - 1] === RETURN && end > start ? end - 1 : end;
    const { text } = decodeText(bytes.subarray(start, Math.min(close, start + LONGEST_LINE)));
    const isSingle = isHead && isNextHead;
    ledger.taken.length = 0;
    if (isSingle && !this.#isInRun && recordsIn(text).length === 1) {
      this.#records.line(text, this.#lines);
      this.#records.end();
      if (close - start < LONGEST_LINE) this.#line.learn(start, end, body, level, ledger.taken);
      return;
    }
    this.#isInRun = true;
    this.#others?.skip(this.#lines - 1 - this.#othersLines);
    this.#othersLines = this.#lines;
    this.#others?.add(`${text}\n`);
    // A record that stands for itself ends what came before, as it would have for the ordinary readers.
    if (isSingle) this.#endRun();
  }

  /** Closes the record that is open, so that records come in their order. */
  #endRun(): void {
    this.#others?.close(KIND);
    this.#isInRun = false;
  }
}

/** How many records of the same signature the line made before. */
function ordinalOf(variants: readonly Variant[], index: number): number {
  return variants.slice(0, index).filter(({ tally }) => tally === variants[index]?.tally).length;
}

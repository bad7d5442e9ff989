import { nginxStamp } from '../../syntax/lines/time.ts';
import { decodeText } from '../../text/decode.ts';
import type { EpochSeconds } from '../../text/units.ts';
import { KEPT_FIRST, KEPT_LAST, type Fields } from '../ledger.ts';
import type { Signature } from '../signatures.ts';
import type { Span } from './clock.ts';

/** Of a longer record only so much is kept; nginx itself writes at most 2048 (NGX_MAX_ERROR_STR). */
const LONGEST = 8192;

/** A record as it stood in the log. */
export interface RawRecord {
  readonly line: number;
  readonly at: EpochSeconds | null;
  /** Its clock's zone is not known yet. */
  readonly isLocal: boolean;
  readonly text: string;
  /** How many records of its signature its lines made before it. */
  readonly ordinal: number;
  /** Lines above it that its reading needs. */
  readonly context: readonly string[];
  /** Facts that are numbers: they may have been read from other lines, too. */
  readonly numbers: Fields;
}

const KEPT = KEPT_FIRST + KEPT_LAST;
const USUAL = 512;
const NOTHING = { context: [], numbers: {} } as const;

/** What is counted of one signature. */
export interface Tally {
  readonly signature: Signature;
  /** It may come back in step. */
  readonly recurs: boolean;
  count: number;
  readonly zoned: Span;
  readonly local: Span;
}

/** Records of one signature that tell one story: the first and last few of them. */
export class Variant {
  readonly tally: Tally;
  /** Those that were seen since the time last moved on and are not counted yet. */
  pending = 0;
  isTouched = false;
  readonly #isKept: boolean;
  #seen = 0;
  /** By slot: the first few stay, then the last few take turns. */
  readonly #lines = new Float64Array(KEPT);
  /** NaN where the record states no time. */
  readonly #ats = new Float64Array(KEPT);
  readonly #isLocal = new Uint8Array(KEPT);
  readonly #ordinals = new Uint8Array(KEPT);
  /** Where the records stand in the bytes at hand; -1 once they are kept. */
  readonly #starts = new Int32Array(KEPT).fill(-1);
  /** Where they end; their size once they are kept. */
  readonly #ends = new Int32Array(KEPT);
  readonly #kept: (Pick<RawRecord, 'context' | 'numbers'> & { readonly text: string | Uint8Array })[] = [];

  constructor(tally: Tally, isKept: boolean) {
    this.tally = tally;
    this.#isKept = isKept;
  }

  /** A record of nginx, which begins with its time. The bytes between `start` and `end` must stay where they are until {@link settle}. */
  sawBytes(line: number, ordinal: number, start: number, end: number): void {
    if (!this.#isKept) return;
    const seen = this.#seen++;
    const slot = seen < KEPT_FIRST ? seen : KEPT_FIRST + ((seen - KEPT_FIRST) % KEPT_LAST);
    this.#lines[slot] = line;
    this.#ordinals[slot] = ordinal;
    this.#starts[slot] = start;
    this.#ends[slot] = end;
  }

  saw(record: RawRecord): void {
    if (!this.#isKept) return;
    const seen = this.#seen++;
    const slot = seen < KEPT_FIRST ? seen : KEPT_FIRST + ((seen - KEPT_FIRST) % KEPT_LAST);
    this.#lines[slot] = record.line;
    this.#ats[slot] = record.at ?? NaN;
    this.#isLocal[slot] = record.isLocal ? 1 : 0;
    this.#ordinals[slot] = record.ordinal;
    this.#starts[slot] = -1;
    this.#kept[slot] = { text: record.text.slice(0, LONGEST), context: record.context, numbers: record.numbers };
  }

  /** Copies what is to be kept, before the memory is used for the next bytes. */
  settle(memory: Uint8Array): void {
    for (let slot = 0; slot < KEPT; slot++) {
      const start = this.#starts[slot] ?? -1;
      if (start === -1) continue;
      const end = Math.min(this.#ends[slot] ?? start, start + LONGEST);
      const kept = this.#kept[slot];
      // Buffers are used again: this runs for every few kilobytes of a log.
      if (kept?.text instanceof Uint8Array && kept.text.length >= end - start)
        kept.text.set(memory.subarray(start, end));
      else this.#kept[slot] = { text: roomFor(memory, start, end), ...NOTHING };
      this.#ends[slot] = end - start;
      this.#starts[slot] = -1;
    }
    this.isTouched = false;
  }

  /** In the order in which they were seen. */
  get records(): RawRecord[] {
    const oldest = this.#seen <= KEPT ? 0 : (this.#seen - KEPT_FIRST) % KEPT_LAST;
    return this.#kept.map((_kept, index) => {
      const slot = index < KEPT_FIRST ? index : KEPT_FIRST + ((index - KEPT_FIRST + oldest) % KEPT_LAST);
      const { text, context, numbers } = this.#kept[slot] ?? { text: '', ...NOTHING };
      const line = this.#lines[slot] ?? 0;
      const ordinal = this.#ordinals[slot] ?? 0;
      if (typeof text !== 'string') return recordOf(text.subarray(0, this.#ends[slot]), line, ordinal);
      const at = this.#ats[slot] ?? NaN;
      const isLocal = this.#isLocal[slot] === 1;
      return { line, at: Number.isNaN(at) ? null : at, isLocal, ordinal, text, context, numbers };
    });
  }
}

function roomFor(memory: Uint8Array, start: number, end: number): Uint8Array {
  const room = new Uint8Array(Math.max(end - start, USUAL));
  room.set(memory.subarray(start, end));
  return room;
}

function recordOf(bytes: Uint8Array, line: number, ordinal: number): RawRecord {
  const { text } = decodeText(bytes);
  return { line, at: nginxStamp(text, 0)?.at ?? null, isLocal: true, ordinal, text, ...NOTHING };
}

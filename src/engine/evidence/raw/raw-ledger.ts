import type { EpochSeconds } from '../../text/units.ts';
import { isFailure } from '../access/statistics.ts';
import { Ledger, machineIn, variantOf, type Fields, type Note } from '../ledger.ts';
import type { Signature } from '../signatures.ts';
import { RawRecords } from './raw-records.ts';
import type { Variant } from './variant.ts';

/** Takes what readers say of raw lines; nothing of it may be seen before it was read again from redacted lines. */
export class RawLedger extends Ledger {
  readonly records = new RawRecords();
  /** Where the records of the last lines went; emptied by whoever asks. */
  readonly taken: Variant[] = [];
  /** The lines above the one that is being read. */
  context: readonly string[] = [];
  /** The last record, and how many events of each signature it made so far. */
  #line = 0;
  #text = '';
  readonly #ofLine = new Map<Signature, number>();

  /** An instant of a clock whose zone is not known yet is negative from here on, which no log's own time is. */
  override local(at: EpochSeconds | null): EpochSeconds | null {
    return at === null ? null : -at;
  }

  override record(note: Note, times = 1): void {
    const isLocal = note.at !== null && note.at < 0;
    const at = note.at === null ? null : Math.abs(note.at);
    const group = this.records.group(note.signature);
    const variant = group.variant(variantOf(note.fields, machineIn(note)));
    this.records.count(group, at, isLocal, times);
    // A kill is told in several lines, and whose limit it was stands in one before; so does the name of a service.
    const context = /^(?:kernel|service)\./.test(note.signature) ? [...this.context] : [];
    const { line, text } = note;
    variant.saw({ line, at, isLocal, text, ordinal: this.#ordinal(note), context, numbers: numbersOf(note.fields) });
    this.taken.push(variant);
  }

  #ordinal({ line, text, signature }: Note): number {
    if (line !== this.#line || text !== this.#text) this.#ofLine.clear();
    this.#line = line;
    this.#text = text;
    const ordinal = this.#ofLine.get(signature) ?? 0;
    this.#ofLine.set(signature, ordinal + 1);
    return ordinal;
  }

  override countStatus(at: EpochSeconds, status: number): void {
    const clock = at < 0 ? this.records.local : this.records.zoned;
    clock.count(Math.abs(at), `status ${String(status)}`, 1, isFailure(status));
  }
}

function numbersOf(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'number'));
}

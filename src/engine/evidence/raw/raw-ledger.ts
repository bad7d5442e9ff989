import type { EpochSeconds } from '../../text/units.ts';
import { isFailure } from '../access/statistics.ts';
import { Ledger, variantOf, type Note } from '../ledger.ts';
import type { Signature } from '../signatures.ts';
import { RawRecords } from './raw-records.ts';
import type { Variant } from './variant.ts';

/** Added to instants of a clock whose zone is not known yet: beyond any clock, so that they are told from the others. */
const LOCAL = 2 ** 40;

/** Takes what readers say of raw lines; nothing of it may be seen before it was read again from redacted lines. */
export class RawLedger extends Ledger {
  readonly records = new RawRecords();
  /** Where the records of the last lines went; emptied by whoever asks. */
  readonly taken: Variant[] = [];
  /** The lines above the one that is being read. */
  context: readonly string[] = [];
  #line = 0;
  /** Records that this line made so far. */
  readonly #ofLine = new Map<Signature, number>();

  override local(at: EpochSeconds | null): EpochSeconds | null {
    return at === null ? null : at + LOCAL;
  }

  override record(note: Note, times = 1): void {
    const isLocal = note.at !== null && note.at > LOCAL / 2;
    const at = isLocal && note.at !== null ? note.at - LOCAL : note.at;
    const group = this.records.group(note.signature);
    const variant = group.variant(variantOf(note.fields));
    this.records.count(group, at, isLocal, times);
    // A kill is told in several lines, and whose limit it was stands in one before.
    const context = note.signature.startsWith('kernel.') ? [...this.context] : [];
    const { line } = note;
    variant.saw({ line, at, isLocal, text: note.text, ordinal: this.#ordinal(line, note.signature), context });
    this.taken.push(variant);
  }

  #ordinal(line: number, signature: Signature): number {
    if (line !== this.#line) this.#ofLine.clear();
    this.#line = line;
    const ordinal = this.#ofLine.get(signature) ?? 0;
    this.#ofLine.set(signature, ordinal + 1);
    return ordinal;
  }

  override countStatus(at: EpochSeconds, status: number): void {
    const isLocal = at > LOCAL / 2;
    const clock = isLocal ? this.records.local : this.records.zoned;
    clock.count(isLocal ? at - LOCAL : at, `status ${String(status)}`, 1, isFailure(status));
  }
}

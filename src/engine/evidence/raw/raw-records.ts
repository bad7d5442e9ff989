import type { EpochSeconds } from '../../text/units.ts';
import { MOST_VARIANTS, RECURRING } from '../ledger.ts';
import type { Signature } from '../signatures.ts';
import { Clock, Span } from './clock.ts';
import { Variant, type RawRecord, type Tally } from './variant.ts';

/** All that is counted of one signature. */
export class Group implements Tally {
  readonly signature: Signature;
  readonly recurs: boolean;
  count = 0;
  readonly zoned = new Span();
  readonly local = new Span();
  readonly #variants = new Map<string, Variant>();
  readonly #others = new Variant(this, false);

  constructor(signature: Signature) {
    this.signature = signature;
    this.recurs = RECURRING.test(signature);
  }

  /** @param key what tells two records of one signature apart */
  variant(key: string): Variant {
    let variant = this.#variants.get(key);
    if (variant !== undefined) return variant;
    if (this.#variants.size >= MOST_VARIANTS) return this.#others;
    variant = new Variant(this, true);
    this.#variants.set(key, variant);
    return variant;
  }

  /** Variant by variant, each in the order of the log. */
  get records(): RawRecord[] {
    return [...this.#variants.values()].flatMap((variant) => variant.records);
  }
}

/** Counts raw records by signature and time, and keeps a few of them: what a ledger does, before anything is redacted. */
export class RawRecords {
  readonly groups = new Map<Signature, Group>();
  /** Of clocks whose zone the log states. */
  readonly zoned = new Clock();
  /** Of clocks whose zone some other document may state. */
  readonly local = new Clock();

  group(signature: Signature): Group {
    let group = this.groups.get(signature);
    if (group === undefined) {
      group = new Group(signature);
      this.groups.set(signature, group);
    }
    return group;
  }

  count(tally: Tally, at: EpochSeconds | null, isLocal: boolean, times: number): void {
    tally.count += times;
    if (at === null) return;
    (isLocal ? tally.local : tally.zoned).saw(at);
    (isLocal ? this.local : this.zoned).count(at, tally.signature, times, tally.recurs);
  }
}

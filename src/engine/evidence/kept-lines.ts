import { decodeText } from '../text/decode.ts';
import type { EpochSeconds } from '../text/units.ts';
import { KEPT_FIRST, KEPT_LAST, MOST_VARIANTS } from './ledger.ts';

/** Of a longer line only so much is kept. */
const LONGEST = 4096;

interface Kept {
  readonly line: number;
  readonly at: EpochSeconds | null;
  readonly start: number;
  readonly end: number;
  bytes: Uint8Array | null;
}

interface Variant {
  readonly first: Kept[];
  readonly last: Kept[];
}

interface Group {
  count: number;
  first: EpochSeconds | null;
  last: EpochSeconds | null;
  readonly variants: Map<string, Variant>;
}

export interface KeptRecord {
  readonly line: number;
  readonly at: EpochSeconds | null;
  readonly text: string;
}

/** Counts records by group, and keeps the bytes of the first and the last few of each variant. */
export class KeptLines<Name> {
  readonly #groups = new Map<Name, Group>();
  readonly #touched = new Set<Variant>();

  /** The bytes between `start` and `end` must stay where they are until {@link settle}. */
  saw(name: Name, variant: string, line: number, at: EpochSeconds | null, start: number, end: number): void {
    let group = this.#groups.get(name);
    if (group === undefined) {
      group = { count: 0, first: null, last: null, variants: new Map() };
      this.#groups.set(name, group);
    }
    group.count++;
    if (at !== null) {
      if (group.first === null || at < group.first) group.first = at;
      if (group.last === null || at > group.last) group.last = at;
    }
    let open = group.variants.get(variant);
    if (open === undefined) {
      if (group.variants.size >= MOST_VARIANTS) return;
      open = { first: [], last: [] };
      group.variants.set(variant, open);
    }
    const kept = { line, at, start, end, bytes: null };
    if (open.first.length < KEPT_FIRST) open.first.push(kept);
    else {
      open.last.push(kept);
      if (open.last.length > KEPT_LAST) open.last.shift();
    }
    this.#touched.add(open);
  }

  /** Copies what is to be kept, before the memory is used for the next bytes. */
  settle(memory: Uint8Array): void {
    for (const { first, last } of this.#touched)
      for (const list of [first, last])
        for (const kept of list) kept.bytes ??= memory.slice(kept.start, Math.min(kept.end, kept.start + LONGEST));
    this.#touched.clear();
  }

  has(name: Name): boolean {
    return this.#groups.has(name);
  }

  get size(): number {
    return this.#groups.size;
  }

  *groups(): IterableIterator<{
    readonly name: Name;
    readonly count: number;
    readonly first: EpochSeconds | null;
    readonly last: EpochSeconds | null;
    readonly records: readonly KeptRecord[];
  }> {
    for (const [name, { count, first, last, variants }] of this.#groups) {
      const kept = [...variants.values()].flatMap((variant) => [...variant.first, ...variant.last]);
      yield {
        name,
        count,
        first,
        last,
        records: kept.map(({ line, at, bytes }) => ({ line, at, text: lineText(bytes ?? new Uint8Array(0)) })),
      };
    }
  }
}

/** A kept record as one line: ends of lines inside it become blanks. */
export function lineText(bytes: Uint8Array): string {
  return decodeText(bytes)
    .text.replace(/[\r\n]/g, ' ')
    .trimEnd();
}

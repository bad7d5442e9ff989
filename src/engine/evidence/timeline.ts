import type { EpochSeconds, Seconds } from '../text/units.ts';
import type { TimelineBucket } from './evidence.ts';

/** Widths a bucket may have; a longer span of time takes the next. */
const WIDTHS: readonly Seconds[] = [1, 5, 15, 60, 300, 900, 3600, 21_600, 86_400, 604_800];
const MOST_BUCKETS = 720;

/** Counts by time in buckets that widen as the span grows, so that a year of logs costs no more than a minute. */
export class Timeline {
  #step = 0;
  #buckets = new Map<number, Map<string, number>>();

  count(at: EpochSeconds, name: string, times = 1): void {
    this.#add(this.#buckets, Math.floor(at / this.#width), name, times);
    while (this.#buckets.size > MOST_BUCKETS && this.#step < WIDTHS.length - 1) this.#widen();
  }

  /** Counts of one instant by name, in the order of `names`. */
  countAll(at: EpochSeconds, names: readonly string[], times: ArrayLike<number>): void {
    for (let index = 0; index < names.length; index++) {
      const more = times[index] ?? 0;
      if (more > 0) this.count(at, names[index] ?? '', more);
    }
  }

  /** Widens the buckets as far as so many instants will ask for, before there is much to widen. */
  widenFor(instants: readonly EpochSeconds[]): void {
    const buckets = (): number => new Set(instants.map((at) => Math.floor(at / this.#width))).size;
    while (this.#step < WIDTHS.length - 1 && buckets() > MOST_BUCKETS) this.#widen();
  }

  widenTo(width: Seconds): void {
    while (this.#width < width) this.#widen();
  }

  /** Width of the buckets at present. */
  get width(): Seconds {
    return this.#width;
  }

  /** @param shift seconds to add to the other's instants */
  merge(other: Timeline, shift: Seconds = 0): void {
    if (this.#buckets.size === 0 && shift === 0 && other.#step >= this.#step) {
      this.#step = other.#step;
      this.#buckets = new Map([...other.#buckets].map(([index, counts]) => [index, new Map(counts)]));
      return;
    }
    this.widenTo(other.#width);
    for (const [index, counts] of other.#buckets)
      for (const [name, times] of counts) this.count(index * other.#width + shift, name, times);
  }

  get #width(): Seconds {
    return WIDTHS[this.#step] ?? 1;
  }

  #add(buckets: Map<number, Map<string, number>>, index: number, name: string, times: number): void {
    let counts = buckets.get(index);
    if (counts === undefined) {
      counts = new Map();
      buckets.set(index, counts);
    }
    counts.set(name, (counts.get(name) ?? 0) + times);
  }

  #widen(): void {
    const before = this.#width;
    this.#step++;
    const wider = new Map<number, Map<string, number>>();
    for (const [index, counts] of this.#buckets) {
      const next = Math.floor((index * before) / this.#width);
      for (const [name, times] of counts) this.#add(wider, next, name, times);
    }
    this.#buckets = wider;
  }

  get buckets(): readonly TimelineBucket[] {
    return [...this.#buckets]
      .sort(([a], [b]) => a - b)
      .map(([index, counts]) => ({ at: index * this.#width, width: this.#width, counts: Object.fromEntries(counts) }));
  }
}

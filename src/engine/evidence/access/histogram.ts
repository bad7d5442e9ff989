import type { Seconds } from '../../text/units.ts';

/** Buckets a power of two: the error of a percentile stays below 3 %. */
const STEPS = 16;
const POWERS = 28;

/** Log-linear histogram of times in milliseconds: a fixed 448 counters, whatever is counted. */
export class TimeHistogram {
  readonly #counts: Uint32Array;
  #total = 0;
  #max = 0;

  /** @param counts made elsewhere in buckets of the same kind, which it takes over, `total` in all and `max` the longest */
  constructor(counts = new Uint32Array(STEPS * POWERS), total = 0, max: Seconds = 0) {
    this.#counts = counts;
    this.#total = total;
    this.#max = max;
  }

  add(seconds: Seconds): void {
    const ms = Math.max(0, Math.round(seconds * 1000));
    this.#counts[indexOf(ms)] = (this.#counts[indexOf(ms)] ?? 0) + 1;
    this.#total++;
    if (seconds > this.#max) this.#max = seconds;
  }

  /** Counts made elsewhere in buckets of the same kind. */
  merge(counts: ArrayLike<number>, max: Seconds): void {
    for (let index = 0; index < this.#counts.length; index++) {
      const more = counts[index] ?? 0;
      this.#counts[index] = (this.#counts[index] ?? 0) + more;
      this.#total += more;
    }
    this.#max = Math.max(this.#max, max);
  }

  get counts(): Uint32Array {
    return this.#counts;
  }

  get total(): number {
    return this.#total;
  }

  get max(): Seconds {
    return this.#max;
  }

  /** Upper end of the bucket in which the share `rank` (0..1) of all times lies. */
  quantile(rank: number): Seconds {
    let left = Math.ceil(rank * this.#total);
    for (let index = 0; index < this.#counts.length; index++) {
      left -= this.#counts[index] ?? 0;
      if (left <= 0) return Math.min(this.#max, upperEnd(index) / 1000);
    }
    return this.#max;
  }
}

function indexOf(ms: number): number {
  if (ms < STEPS) return ms;
  const power = 31 - Math.clz32(ms);
  const step = (ms >>> (power - 4)) & (STEPS - 1);
  return Math.min(STEPS * (power - 3) + step, STEPS * POWERS - 1);
}

function upperEnd(index: number): number {
  if (index < STEPS) return index;
  const power = Math.floor(index / STEPS) + 3;
  return (STEPS + (index % STEPS) + 1) * 2 ** (power - 4) - 1;
}

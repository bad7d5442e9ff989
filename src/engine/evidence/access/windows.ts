import type { EpochSeconds, Seconds } from '../../text/units.ts';

/** Arrivals and service time of one window of time. */
export interface Window {
  requests: number;
  failures: number;
  served: number;
  serviceSum: Seconds;
}

const WIDTHS: readonly Seconds[] = [10, 60, 300, 1800, 21_600];
const MOST_WINDOWS = 2000;

/** Load by time, in windows that widen as the log gets longer. */
export class LoadWindows {
  #step = 0;
  #windows = new Map<number, Window>();
  #first = Infinity;
  #last = -Infinity;

  get width(): Seconds {
    return WIDTHS[this.#step] ?? 10;
  }

  add(at: EpochSeconds, failed: boolean, service: Seconds | null): void {
    const index = Math.floor(at / this.width);
    let window = this.#windows.get(index);
    if (window === undefined) {
      window = { requests: 0, failures: 0, served: 0, serviceSum: 0 };
      this.#windows.set(index, window);
    }
    this.#first = Math.min(this.#first, at);
    this.#last = Math.max(this.#last, at);
    window.requests++;
    if (failed) window.failures++;
    if (service !== null) {
      window.served++;
      window.serviceSum += service;
    }
    while (this.#windows.size > MOST_WINDOWS && this.#step < WIDTHS.length - 1) this.#widen();
  }

  /** What was counted of the stretch of time that begins at `at`; it must lie within one window. */
  addAll(at: EpochSeconds, { requests, failures, served, serviceSum }: Window): void {
    const index = Math.floor(at / this.width);
    const window = this.#windows.get(index) ?? { requests: 0, failures: 0, served: 0, serviceSum: 0 };
    window.requests += requests;
    window.failures += failures;
    window.served += served;
    window.serviceSum += serviceSum;
    this.#windows.set(index, window);
    while (this.#windows.size > MOST_WINDOWS && this.#step < WIDTHS.length - 1) this.#widen();
  }

  /** The instants of the first and the last request that {@link addAll} has counted. */
  spans(first: EpochSeconds, last: EpochSeconds): void {
    this.#first = Math.min(this.#first, first);
    this.#last = Math.max(this.#last, last);
  }

  merge(other: LoadWindows): void {
    while (this.width < other.width) this.#widen();
    const width = other.width;
    for (const [index, window] of other.#windows) this.addAll(index * width, window);
    this.spans(other.#first, other.#last);
  }

  #widen(): void {
    const before = this.width;
    this.#step++;
    const wider = new Map<number, Window>();
    for (const [index, window] of this.#windows) {
      const next = Math.floor((index * before) / this.width);
      const sum = wider.get(next);
      if (sum === undefined) wider.set(next, { ...window });
      else {
        sum.requests += window.requests;
        sum.failures += window.failures;
        sum.served += window.served;
        sum.serviceSum += window.serviceSum;
      }
    }
    this.#windows = wider;
  }

  /** The busiest window: when it began and how many requests a second arrived; a log shorter than a window counts its own span. */
  get peak(): { readonly at: EpochSeconds; readonly perSecond: number } | null {
    let best: readonly [number, Window] | null = null;
    for (const entry of this.#windows) if (best === null || entry[1].requests > best[1].requests) best = entry;
    if (best === null) return null;
    const span = Math.min(this.width, Math.max(1, this.#last - this.#first + 1));
    return { at: best[0] * this.width, perSecond: best[1].requests / span };
  }

  /**
   * Mean service time without queueing: over windows without failures whose mean lies within twice the lower quartile of all
   * means. A saturated pool adds the wait for a worker to every request, which would be counted as work otherwise.
   */
  get serviceSeconds(): Seconds | null {
    const timed = [...this.#windows.values()].filter((window) => window.served > 0);
    const healthy = timed.filter((window) => window.failures === 0);
    const usable = healthy.length > 0 ? healthy : timed;
    const means = usable.map((window) => window.serviceSum / window.served).sort((a, b) => a - b);
    const quartile = means[Math.floor((means.length - 1) / 4)];
    if (quartile === undefined) return null;
    const calm = usable.filter((window) => window.serviceSum / window.served <= 2 * quartile);
    const served = calm.reduce((sum, window) => sum + window.served, 0);
    return calm.reduce((sum, window) => sum + window.serviceSum, 0) / served;
  }
}

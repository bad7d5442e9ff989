import type { EpochSeconds, Seconds } from '../text/units.ts';
import type { Period } from './evidence.ts';

/** Failures closer together than this are one burst. */
const BURST: Seconds = 20;
const SHORTEST: Seconds = 55;
const FEWEST_BURSTS = 4;
const MOST_BURSTS = 2000;
const MOST_NAMES = 200;
/** Share of the gaps that must agree with the middle one, and by how much they may miss it. */
const AGREEING = 0.8;
const TOLERANCE = 0.1;

/** Finds failures that come back in step: a restart, a cron job, a cache that expires. */
export class Periods {
  readonly #bursts = new Map<string, EpochSeconds[]>();
  readonly #last = new Map<string, EpochSeconds>();

  saw(name: string, at: EpochSeconds): void {
    const last = this.#last.get(name);
    this.#last.set(name, at);
    if (last !== undefined && Math.abs(at - last) <= BURST) return;
    const bursts = this.#bursts.get(name);
    if (bursts === undefined) {
      if (this.#bursts.size < MOST_NAMES) this.#bursts.set(name, [at]);
    } else if (bursts.length < MOST_BURSTS) bursts.push(at);
  }

  /** @param shift seconds to add to the other's instants */
  merge(other: Periods, shift: Seconds = 0): void {
    for (const [name, bursts] of other.#bursts) {
      const own = this.#bursts.get(name) ?? [];
      own.push(...bursts.slice(0, MOST_BURSTS - own.length).map((at) => at + shift));
      if (this.#bursts.size < MOST_NAMES) this.#bursts.set(name, own);
    }
  }

  get found(): readonly Period[] {
    return [...this.#bursts].flatMap(([name, bursts]) => {
      const period = periodOf(
        name,
        [...bursts].sort((a, b) => a - b),
      );
      return period === null ? [] : [period];
    });
  }
}

function periodOf(name: string, bursts: readonly EpochSeconds[]): Period | null {
  if (bursts.length < FEWEST_BURSTS) return null;
  const gaps = bursts.slice(1).map((at, index) => at - (bursts[index] ?? at));
  const middle = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
  if (middle < SHORTEST) return null;
  // A burst that was missed once leaves a gap of two periods; it agrees all the same.
  const agreeing = gaps.filter(
    (gap) => Math.abs(gap - Math.round(gap / middle) * middle) <= middle * TOLERANCE && gap > middle / 2,
  );
  if (agreeing.length < gaps.length * AGREEING) return null;
  return {
    name,
    everySeconds: Math.round(middle),
    times: bursts.length,
    first: bursts[0] ?? 0,
    last: bursts.at(-1) ?? 0,
  };
}

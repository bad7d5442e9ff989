import type { Seconds } from '../../text/units.ts';
import { TimeHistogram } from './histogram.ts';

const MOST_ROUTES = 1000;
/** The row of the routes that have none of their own. */
export const OTHER = '(other routes)';
const SLOWEST = 10;

export interface RouteStatistics {
  readonly route: string;
  readonly requests: number;
  readonly p95: Seconds;
  readonly failures: number;
}

/** What was counted of a route elsewhere. */
interface RouteCounts {
  readonly requests: number;
  readonly failures: number;
  /** Times by bucket of {@link TimeHistogram}, how many they are, and the longest of them. */
  readonly times: Uint32Array;
  readonly timed: number;
  readonly longest: Seconds;
}

interface Open {
  requests: number;
  failures: number;
  readonly times: TimeHistogram;
}

/** Requests, times and failures by route; routes beyond the first thousand share one row. */
export class Routes {
  readonly #routes = new Map<string, Open>();

  add(route: string, failed: boolean, service: Seconds | null): void {
    const name = this.#routes.has(route) || this.#routes.size < MOST_ROUTES ? route : OTHER;
    let open = this.#routes.get(name);
    if (open === undefined) {
      open = { requests: 0, failures: 0, times: new TimeHistogram() };
      this.#routes.set(name, open);
    }
    open.requests++;
    if (failed) open.failures++;
    if (service !== null) open.times.add(service);
  }

  addAll(route: string, { requests, failures, times, timed, longest }: RouteCounts): void {
    const name = this.#routes.has(route) || this.#routes.size < MOST_ROUTES ? route : OTHER;
    const open = this.#routes.get(name);
    if (open === undefined) {
      const own = new TimeHistogram(times.slice(), timed, longest);
      this.#routes.set(name, { requests, failures, times: own });
      return;
    }
    open.requests += requests;
    open.failures += failures;
    open.times.merge(times, longest);
  }

  /** Only the routes that have a new name are taken over, under that name. */
  merge(other: Routes, names: ReadonlyMap<string, string>): void {
    for (const [route, { requests, failures, times }] of other.#routes) {
      const name = names.get(route);
      if (name !== undefined)
        this.addAll(name, { requests, failures, times: times.counts, timed: times.total, longest: times.max });
    }
  }

  #rows(): RouteStatistics[] {
    return [...this.#routes].map(([route, { requests, failures, times }]) => ({
      route,
      requests,
      failures,
      p95: times.total === 0 ? 0 : times.quantile(0.95),
    }));
  }

  get slowest(): RouteStatistics[] {
    return this.#rows()
      .filter(({ p95 }) => p95 > 0)
      .sort((a, b) => b.p95 - a.p95)
      .slice(0, SLOWEST);
  }

  get failing(): RouteStatistics[] {
    return this.#rows()
      .filter(({ failures }) => failures > 0)
      .sort((a, b) => b.failures - a.failures)
      .slice(0, SLOWEST);
  }
}

import type { Seconds } from '../../text/units.ts';
import { TimeHistogram } from './histogram.ts';

const MOST_ROUTES = 1000;
const OTHER = '(other routes)';
const SLOWEST = 10;

export interface RouteStatistics {
  readonly route: string;
  readonly requests: number;
  readonly p95: Seconds;
  readonly failures: number;
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

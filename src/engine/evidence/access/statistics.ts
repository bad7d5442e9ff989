import type { Demand, FailureShare } from '../evidence.ts';
import type { Seconds } from '../../text/units.ts';
import { TimeHistogram } from './histogram.ts';
import { routeOf, serviceSeconds, type AccessRequest } from './request.ts';
import { Routes } from './routes.ts';
import { LoadWindows } from './windows.ts';

/** Upper ends of the classes of request size that failures are told by. */
export const SIZES: readonly (readonly [number, string])[] = [
  [16 * 1024, 'up to 16 KiB'],
  [1024 * 1024, '16 KiB to 1 MiB'],
  [8 * 1024 * 1024, '1 MiB to 8 MiB'],
  [Infinity, 'over 8 MiB'],
];

/** Failed for the client: an error of the server's side, or a body refused. A 499 is the client's own end, a 404 an answer. */
export function isFailure(status: number): boolean {
  return (status >= 500 && status < 600) || status === 413;
}

export class Shares {
  readonly #rows = new Map<string, { requests: number; failures: number }>();

  add(name: string, failed: boolean): void {
    if (!this.#rows.has(name) && this.#rows.size >= 32) return;
    const row = this.#rows.get(name) ?? { requests: 0, failures: 0 };
    row.requests++;
    if (failed) row.failures++;
    this.#rows.set(name, row);
  }

  addAll(name: string, requests: number, failures: number): void {
    const row = this.#rows.get(name) ?? { requests: 0, failures: 0 };
    row.requests += requests;
    row.failures += failures;
    this.#rows.set(name, row);
  }

  get rows(): FailureShare[] {
    return [...this.#rows].map(([name, row]) => ({ name, ...row }));
  }
}

/** Adds up requests into demand; nothing in it grows with the log. */
export class AccessStatistics {
  #requests = 0;
  readonly #statuses = new Map<number, number>();
  readonly #times = new TimeHistogram();
  readonly windows = new LoadWindows();
  readonly routes = new Routes();
  readonly methods = new Shares();
  readonly sizes = new Shares();
  #clients: Demand['clients'];

  add(request: AccessRequest): void {
    const failed = isFailure(request.status);
    const service = request.status === 101 ? null : serviceSeconds(request);
    this.#requests++;
    this.#statuses.set(request.status, (this.#statuses.get(request.status) ?? 0) + 1);
    if (service !== null) this.#times.add(service);
    if (request.at !== null) this.windows.add(request.at, failed || request.status === 499, service);
    this.routes.add(routeOf(request.uri), failed, service);
    if (/^[A-Z]{3,10}$/.test(request.method)) this.methods.add(request.method, failed);
    const { requestBytes } = request;
    if (requestBytes !== null) this.sizes.add(SIZES.find(([most]) => requestBytes <= most)?.[1] ?? '', failed);
  }

  /** Requests of one status that were counted elsewhere. */
  addStatus(status: number, requests: number): void {
    this.#requests += requests;
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + requests);
  }

  addTimes(counts: ArrayLike<number>, longest: Seconds): void {
    this.#times.merge(counts, longest);
  }

  addClients(clients: NonNullable<Demand['clients']>): void {
    if (clients.seen > (this.#clients?.seen ?? 0)) this.#clients = clients;
  }

  /** @param names of the routes to take over, and what they are called here */
  merge(other: AccessStatistics, names: ReadonlyMap<string, string>): void {
    for (const [status, requests] of other.#statuses) this.addStatus(status, requests);
    this.addTimes(other.#times.counts, other.#times.max);
    this.windows.merge(other.windows);
    this.routes.merge(other.routes, names);
    for (const { name, requests, failures } of other.methods.rows) this.methods.addAll(name, requests, failures);
    for (const { name, requests, failures } of other.sizes.rows) this.sizes.addAll(name, requests, failures);
    if (other.#clients !== undefined) this.addClients(other.#clients);
  }

  /** null when no request was seen. */
  get demand(): Demand | null {
    if (this.#requests === 0) return null;
    const peak = this.windows.peak;
    const service = this.windows.serviceSeconds;
    const perSecond = peak?.perSecond ?? 0;
    const times = this.#times;
    return {
      requests: this.#requests,
      peakPerSecond: perSecond,
      peakAt: peak?.at ?? null,
      serviceSeconds: service,
      concurrency: service === null || peak === null ? null : perSecond * service,
      percentiles:
        times.total === 0
          ? null
          : { p50: times.quantile(0.5), p95: times.quantile(0.95), p99: times.quantile(0.99), max: times.max },
      statuses: Object.fromEntries(
        [...this.#statuses].sort(([a], [b]) => a - b).map(([status, count]) => [String(status), count]),
      ),
      slowestRoutes: this.routes.slowest,
      failingRoutes: this.routes.failing,
      byMethod: this.methods.rows,
      bySize: this.sizes.rows,
      ...(this.#clients && { clients: this.#clients }),
    };
  }
}

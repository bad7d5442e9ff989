import type { LogFormat } from '../../syntax/lines/log-format.ts';
import type { Seconds } from '../../text/units.ts';
import { lineText, type KeptRecord } from '../kept-lines.ts';
import type { Ledger } from '../ledger.ts';
import type { Signature } from '../signatures.ts';
import type { KeptLine, LogStream, LogSummary } from '../streamed.ts';
import type { AccessKernel } from './bytes/kernel.ts';
import { fieldsOf } from './plain-scanner.ts';
import { routeOf, serviceSeconds, type AccessRequest } from './request.ts';
import { OTHER } from './routes.ts';
import { AccessScan, type ByteLine, type RouteLine } from './scan.ts';
import { AccessStatistics } from './statistics.ts';

const MOST_SLOW_ROUTES = 1000;
const BACKSLASH = 92;

/** Reads an access log of any size in bounded memory: bytes are counted, and only lines that tell something are decoded. */
export class StreamedAccessLog implements LogStream {
  readonly #scan: AccessScan;
  /** Requests that were read line by line. */
  readonly #slow = new AccessStatistics();
  readonly #slowRoutes = new Map<string, ByteLine>();
  #longestRun: Seconds | null = null;
  /** Raw names of routes that have been read. */
  readonly #names = new WeakMap<RouteLine, string>();

  /** @param formats found in the configs, the one of this log first */
  constructor(kernel: AccessKernel, formats: readonly LogFormat[]) {
    this.#scan = new AccessScan(kernel, formats, (request, line, bytes) => {
      this.#countSlowly(request, { line, bytes });
    });
  }

  push(chunk: Uint8Array): void {
    this.#scan.push(chunk);
  }

  end(): void {
    this.#scan.end();
  }

  #countSlowly(request: AccessRequest, line: ByteLine): void {
    this.#slow.add(request);
    const seconds = serviceSeconds(request);
    if (seconds !== null && request.status !== 101 && request.status !== 499)
      this.#longestRun = Math.max(this.#longestRun ?? 0, seconds);
    const route = routeOf(request.uri);
    if (this.#slowRoutes.size < MOST_SLOW_ROUTES && !this.#slowRoutes.has(route)) this.#slowRoutes.set(route, line);
  }

  summary(): LogSummary {
    this.#scan.drain();
    const statistics = this.#statistics();
    const events = [...this.#scan.kept.groups()];
    const routes = this.#samplesOf(statistics);
    const kept: KeptLine[] = [...events.flatMap(({ records }) => records), ...routes.map(({ sample }) => sample)];
    return {
      kind: 'nginx-access-log',
      lines: this.#scan.tables.lines,
      kept: kept.map(({ line, text }) => ({ line, text })),
      tell: (ledger, path, redacted) => {
        let next = 0;
        for (const { name, count, first, last, records } of events) {
          const notes = records.map((record) => this.#note(name, path, record, redacted[next++] ?? ''));
          ledger.adopt(name, count, first, last, notes);
        }
        const names = new Map(routes.map(({ name }) => [name, this.#routeIn(redacted[next++] ?? '')] as const));
        ledger.access.merge(statistics, new Map([...names, [OTHER, OTHER]]));
        this.#tellTimes(ledger);
      },
    };
  }

  #tellTimes(ledger: Ledger): void {
    ledger.timeline.merge(this.#scan.timeline);
    ledger.periods.merge(this.#scan.periods);
    for (const seconds of [this.#longestRun, this.#scan.tables.longestRun])
      if (seconds !== null) ledger.sawRun(seconds);
  }

  /** Under raw names of routes. */
  #statistics(): AccessStatistics {
    const statistics = new AccessStatistics();
    const slowNames = [...this.#slowRoutes.keys()];
    statistics.merge(this.#slow, new Map([...slowNames, OTHER].map((name) => [name, name])));
    statistics.windows.merge(this.#scan.windows);
    const names: (string | undefined)[] = [OTHER];
    this.#scan.routeLines.forEach((one, row) => (names[row] = one && this.#nameOf(one)));
    this.#scan.tables.addTo(statistics, names);
    return statistics;
  }

  #nameOf(line: RouteLine): string {
    const known = this.#names.get(line);
    if (known !== undefined) return known;
    // With escapes of JSON in it, a path is better read together with its line.
    const name = line.path.includes(BACKSLASH) ? this.#routeIn(lineText(line.bytes)) : routeOf(lineText(line.path));
    this.#names.set(line, name);
    return name;
  }

  #routeIn(text: string): string {
    const request = this.#scan.requestIn(text);
    return request === null ? OTHER : routeOf(request.uri);
  }

  /** One line for each route that will be named. */
  #samplesOf(statistics: AccessStatistics): { readonly name: string; readonly sample: KeptLine }[] {
    const named = new Set([...statistics.routes.slowest, ...statistics.routes.failing].map(({ route }) => route));
    const samples = new Map<string, KeptLine>();
    const take = (name: string, { line, bytes }: ByteLine): void => {
      if (named.has(name) && !samples.has(name)) samples.set(name, { line, text: lineText(bytes) });
    };
    for (const one of this.#scan.routeLines) if (one) take(this.#nameOf(one), one);
    for (const [name, one] of this.#slowRoutes) take(name, one);
    return [...samples].map(([name, sample]) => ({ name, sample }));
  }

  #note(signature: Signature, path: string, { line, at }: KeptRecord, text: string) {
    const request = this.#scan.requestIn(text);
    return { signature, path, line, at, text, fields: request === null ? {} : fieldsOf(request) };
  }
}

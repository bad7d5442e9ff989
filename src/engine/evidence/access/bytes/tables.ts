import type { Timeline } from '../../timeline.ts';
import type { Periods } from '../../periods.ts';
import { isFailure, SIZES, type AccessStatistics } from '../statistics.ts';
import type { LoadWindows } from '../windows.ts';
import * as at from './layout.ts';

/** Statuses by whose number alone a line may tell of a failure; above 504 all may. */
const TELLING = [413, 429, 499, 500, 502, 503, 504];

/** One line that the scanner wants to have read closely. */
export interface FoundLine {
  readonly flags: number;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly route: number;
  readonly status: number;
  readonly milliseconds: number;
  readonly instant: number;
  /** Of no use where the line was not read. */
  readonly pathStart: number;
  readonly pathEnd: number;
}

/** What a scanner has counted, read from its memory, which is empty when it is new. */
export class Tables {
  readonly bytes: Uint8Array;
  readonly #words: Int32Array;
  readonly #counts: Uint32Array;
  readonly #sums: Float64Array;

  constructor(memory: ArrayBuffer) {
    this.bytes = new Uint8Array(memory);
    this.#words = new Int32Array(memory);
    this.#counts = new Uint32Array(memory);
    this.#sums = new Float64Array(memory);
    for (const status of TELLING) this.bytes[at.TELLING + status] = 1;
    this.bytes.fill(1, at.TELLING + 505, at.TELLING + 1000);
    this.#words[at.TIME_UNIT >> 2] = 1;
    this.#words[at.EARLIEST >> 2] = 0x7fffffff;
  }

  #word(address: number): number {
    return this.#words[address >> 2] ?? 0;
  }

  get lines(): number {
    return this.#word(at.LINES) >>> 0;
  }

  /** Takes out the lines for a closer look. */
  takeFound(): FoundLine[] {
    const words = this.#words;
    const found: FoundLine[] = [];
    const end = (at.FOUND >> 2) + this.#word(at.FOUND_COUNT) * at.FOUND_WORDS;
    for (let word = at.FOUND >> 2; word < end; word += at.FOUND_WORDS)
      found.push({
        flags: words[word] ?? 0,
        start: words[word + 1] ?? 0,
        end: words[word + 2] ?? 0,
        line: words[word + 3] ?? 0,
        route: words[word + 4] ?? 0,
        status: words[word + 5] ?? 0,
        milliseconds: words[word + 6] ?? 0,
        instant: words[word + 7] ?? 0,
        pathStart: words[word + 8] ?? 0,
        pathEnd: words[word + 9] ?? 0,
      });
    words[at.FOUND_COUNT >> 2] = 0;
    return found;
  }

  /** Whether the rows of time should be taken out before the next bytes. */
  get isTimeFull(): boolean {
    return this.#word(at.TIME_COUNT) >= at.MOST_TIMES;
  }

  /** Moves the rows of time to where they may grow wider. */
  drainTimes(timeline: Timeline, windows: LoadWindows, periods: Periods): void {
    const words = this.#words;
    const unit = this.#word(at.TIME_UNIT);
    const statuses = this.#statuses();
    const names = statuses.map(({ name }) => name);
    const failures = [...statuses.keys()].filter((column) => statuses[column]?.isFailure === true);
    const rows = this.#word(at.TIME_COUNT);
    const instants = Array.from(words.subarray(at.TIME_KEYS >> 2, (at.TIME_KEYS >> 2) + rows), (key) => key * unit);
    timeline.widenFor(instants);
    const pending = new Uint32Array(names.length);
    /** An instant of the bucket that is pending; the timeline may widen its buckets with every count. */
    let since = 0;
    for (const [row, instant] of instants.entries()) {
      const first = (at.TIME_ROWS >> 2) + row * at.TIME_WORDS;
      const columns = first + at.FIRST_COLUMN;
      windows.addAll(instant, {
        requests: words[first] ?? 0,
        failures: words[first + 1] ?? 0,
        served: words[first + 2] ?? 0,
        serviceSum: (this.#sums[(at.TIME_SUMS >> 3) + row] ?? 0) / 1000,
      });
      if (Math.floor(instant / timeline.width) !== Math.floor(since / timeline.width)) {
        timeline.countAll(since, names, pending);
        pending.fill(0);
        since = instant;
      }
      for (let column = 0; column < pending.length; column++)
        pending[column] = (pending[column] ?? 0) + (words[columns + column] ?? 0);
      for (const column of failures) if ((words[columns + column] ?? 0) > 0) periods.saw(names[column] ?? '', instant);
    }
    timeline.countAll(since, names, pending);
    if (rows > 0) windows.spans(this.#word(at.EARLIEST), this.#word(at.LATEST));
    words.fill(0, at.TIME_ROWS >> 2, (at.TIME_ROWS >> 2) + rows * at.TIME_WORDS);
    words.fill(0, at.TIME_SLOTS >> 2, (at.TIME_SLOTS >> 2) + at.TIME_SLOT_COUNT);
    this.#sums.fill(0, at.TIME_SUMS >> 3, (at.TIME_SUMS >> 3) + rows);
    words[at.TIME_COUNT >> 2] = 0;
    words[at.TIME_UNIT >> 2] = commonDivisor(timeline.width, windows.width);
  }

  /** What the columns of a row of time stand for. */
  #statuses(): { readonly name: string; readonly isFailure: boolean }[] {
    const columns: { readonly name: string; readonly isFailure: boolean }[] = [];
    for (let status = 0; status < 1000; status++) {
      const column = this.bytes[at.COLUMNS + status] ?? 0;
      if (column > 0) columns[column - 1] = { name: `status ${String(status)}`, isFailure: isFailure(status) };
    }
    return columns;
  }

  /** @param routeNames by row; rows without a name stay out */
  addTo(statistics: AccessStatistics, routeNames: readonly (string | undefined)[]): void {
    const words = this.#words;
    for (let status = 0; status < 1000; status++) {
      const requests = words[(at.STATUSES >> 2) + status] ?? 0;
      if (requests > 0) statistics.addStatus(status, requests);
    }
    statistics.addTimes(words.subarray(at.TIMES >> 2, (at.TIMES >> 2) + at.BUCKETS), this.#word(at.LONGEST) / 1000);
    for (const [row, name] of routeNames.entries()) {
      if (name === undefined) continue;
      const first = (at.ROUTE_ROWS >> 2) + row * at.ROUTE_WORDS;
      const times = (at.ROUTE_TIMES >> 2) + row * at.BUCKETS;
      const requests = words[first] ?? 0;
      if (requests === 0) continue;
      statistics.routes.addAll(name, {
        requests,
        failures: words[first + 1] ?? 0,
        times: this.#counts.subarray(times, times + at.BUCKETS),
        timed: words[first + 2] ?? 0,
        longest: (words[first + 3] ?? 0) / 1000,
      });
    }
    for (let row = 0; row < this.#word(at.METHOD_COUNT); row++) {
      const first = (at.METHODS >> 2) + row * at.METHOD_WORDS;
      const letters = this.bytes.subarray((first + 3) * 4, (first + 6) * 4);
      const name = String.fromCharCode(...letters.filter((letter) => letter !== 0));
      statistics.methods.addAll(name, words[first + 1] ?? 0, words[first + 2] ?? 0);
    }
    for (const [index, [, name]] of SIZES.entries()) {
      const [requests = 0, failures = 0] = words.subarray((at.SIZES >> 2) + index * 2, (at.SIZES >> 2) + index * 2 + 2);
      if (requests > 0) statistics.sizes.addAll(name, requests, failures);
    }
    const clients = words.subarray(at.CLIENT_SLOTS >> 2, (at.CLIENT_SLOTS >> 2) + at.CLIENT_SLOT_COUNT * 2);
    statistics.addClients({
      seen: this.#word(at.CLIENT_COUNT),
      notCounted: this.#word(at.CLIENTS_DROPPED),
      busiest: clients.reduce((most, value, index) => (index % 2 === 1 ? Math.max(most, value) : most), 0),
    });
  }

  /** Longest run that was seen, in seconds; null when no time was logged. */
  get longestRun(): number | null {
    const times = this.#words.subarray(at.TIMES >> 2, (at.TIMES >> 2) + at.BUCKETS);
    return times.some((count) => count > 0) ? this.#word(at.LONGEST_RUN) / 1000 : null;
  }
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

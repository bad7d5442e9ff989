import type { CallFamily } from '../../knowledge/log-messages-calls.ts';
import type { StackTally } from '../evidence.ts';

const MOST_CALLS = 512;

interface Open {
  readonly call: string;
  readonly family: CallFamily;
  count: number;
  readonly scripts: Set<string>;
}

/** Counts what slow-log stacks agree on, exactly, however few of them are kept as events. */
export class StackTallies {
  readonly #calls = new Map<string, Open>();
  #total = 0;

  count(call: string, family: CallFamily, script: string): void {
    this.#total++;
    const key = `${family} ${call}`;
    let open = this.#calls.get(key);
    if (open === undefined) {
      if (this.#calls.size >= MOST_CALLS) return;
      open = { call, family, count: 0, scripts: new Set() };
      this.#calls.set(key, open);
    }
    open.count++;
    if (open.scripts.size < 8 && script !== '') open.scripts.add(script);
  }

  /** Most frequent first. */
  get tallies(): readonly StackTally[] {
    return [...this.#calls.values()]
      .sort((a, b) => b.count - a.count)
      .map(({ call, family, count, scripts }) => ({
        call,
        family,
        count,
        share: count / this.#total,
        scripts: [...scripts],
      }));
  }
}

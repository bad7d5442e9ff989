import type { CallFamily } from '../../knowledge/log-messages-calls.ts';
import type { StackTally } from '../evidence.ts';

const MOST_CALLS = 512;

/** What a call is called elsewhere, and a few of the scripts that stood in it. */
export interface CallNames {
  readonly call: string;
  readonly scripts: readonly string[];
}

/** The row of the calls of one family that have no name. */
const OTHER_CALLS = '(other calls)';
const MOST_SCRIPTS = 8;

export function callKey(call: string, family: string): string {
  return `${family} ${call}`;
}

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
    this.#add(call, family, 1, [script]);
  }

  /** @param names of the calls counted elsewhere, by {@link callKey}, and what they are called here */
  merge(other: StackTallies, names: ReadonlyMap<string, CallNames>): void {
    this.#total += other.#total;
    for (const [key, { family, count }] of other.#calls) {
      const name = names.get(key);
      this.#add(name?.call ?? OTHER_CALLS, family, count, name?.scripts ?? []);
    }
  }

  /** Tallies that were made elsewhere, under the names they have. */
  take(tallies: readonly StackTally[]): void {
    const [first] = tallies;
    if (first !== undefined) this.#total += Math.round(first.count / first.share);
    for (const { call, family, count, scripts } of tallies) this.#add(call, family, count, scripts);
  }

  #add(call: string, family: CallFamily, count: number, scripts: readonly string[]): void {
    const key = callKey(call, family);
    let open = this.#calls.get(key);
    if (open === undefined) {
      if (this.#calls.size >= MOST_CALLS) return;
      open = { call, family, count: 0, scripts: new Set() };
      this.#calls.set(key, open);
    }
    open.count += count;
    for (const script of scripts) if (open.scripts.size < MOST_SCRIPTS && script !== '') open.scripts.add(script);
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

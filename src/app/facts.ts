import type { Host } from '../engine/text/host.ts';
import { GiB, MiB } from '../engine/text/units.ts';

export type FactName = 'memoryBytes' | 'reserveBytes' | 'workerMemoryBytes' | 'cores' | 'longestRequestSeconds';

/** A host fact that a person states, in the unit people say it in. */
export interface Fact {
  readonly name: FactName;
  readonly label: string;
  readonly unit: string;
  /** Base units (bytes, seconds, cores) in one displayed unit. */
  readonly scale: number;
  readonly hint: string;
}

export const FACTS: readonly Fact[] = [
  { name: 'memoryBytes', label: 'Memory', unit: 'GiB', scale: GiB, hint: 'of this machine or container' },
  { name: 'reserveBytes', label: 'Reserve', unit: 'GiB', scale: GiB, hint: 'for system, database, page cache' },
  { name: 'workerMemoryBytes', label: 'Worker memory', unit: 'MiB', scale: MiB, hint: 'private peak of one worker' },
  { name: 'cores', label: 'Cores', unit: 'cores', scale: 1, hint: 'that PHP may use' },
  { name: 'longestRequestSeconds', label: 'Longest request', unit: 'seconds', scale: 1, hint: 'still legitimate' },
];

/** What the user stated, in base units; absent means not stated. */
export type StatedFacts = Partial<Host>;

/** Base units to the number in the field: at most two decimals, '' when unknown. */
export function shown(fact: Fact, value: number | null | undefined): string {
  return value == null ? '' : String(Math.round((value / fact.scale) * 100) / 100);
}

/** The number in the field to base units; null for an empty or impossible entry. */
export function entered(fact: Fact, text: string): number | null {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) || number < 0 ? null : Math.round(number * fact.scale);
}

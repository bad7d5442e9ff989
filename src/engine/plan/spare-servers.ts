/** `pm = dynamic` values as FPM accepts them. */
export interface SpareServers {
  readonly start: number;
  readonly min: number;
  readonly max: number;
}

export type SpareProblem = 'min-missing' | 'max-missing' | 'min-above-max' | 'spare-above-children' | 'start-outside';

/** `start` null or ≤ 0 lets FPM take the middle. */
export interface WrittenSpareServers {
  readonly start: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** What FPM refuses, in its own order (fpm_conf.c `fpm_conf_process_all_pools`). */
export function spareProblems({ start, min, max }: WrittenSpareServers, children: number): SpareProblem[] {
  if (min === null || min <= 0) return ['min-missing'];
  if (max === null || max <= 0) return ['max-missing'];
  const problems: SpareProblem[] = [];
  if (min > children || max > children) problems.push('spare-above-children');
  if (max < min) problems.push('min-above-max');
  if (start !== null && start > 0 && (start < min || start > max)) problems.push('start-outside');
  return problems;
}

/** FPM forks at most `min_spare − idle` children a second, so the spare servers carry a burst, not max_children. */
export function spareServersFor(children: number): SpareServers {
  const min = Math.max(1, Math.min(children, Math.ceil(children / 8)));
  const max = Math.max(min, Math.min(children, Math.ceil((children * 3) / 8)));
  return { start: middle(min, max), min, max };
}

/** FPM forks at most this many workers a second (`pm.max_spawn_rate`, fpm_conf.c). */
const SPAWN_RATE = 32;

/** For bursts that forking cannot follow: half of the pool stands ready, or as many as a second can fork. */
export function burstSpareServers(children: number): SpareServers {
  const min = Math.max(1, Math.min(Math.ceil(children / 2), SPAWN_RATE));
  const max = Math.max(min, Math.min(Math.ceil((children * 3) / 4), 2 * SPAWN_RATE));
  return { start: middle(min, max), min, max };
}

/** Spare servers for a burst of a known size within a pool. */
export function sparesForBurst(children: number, burst: number): SpareServers {
  const usual = burstSpareServers(children);
  const min = Math.min(children, Math.max(usual.min, burst));
  const max = Math.min(children, Math.max(usual.max, min));
  return { start: middle(min, max), min, max };
}

/** True when so many stand ready that the burst seen at `total` running workers would meet them. */
export function readyForBursts(min: number | null, children: number, total: number): boolean {
  return (min ?? 0) >= Math.min(Math.ceil(children / 2), Math.ceil(total / 2), SPAWN_RATE / 2);
}

/** The written values where FPM accepts them beside `children`, else the nearest ones that it accepts. */
export function fittingSpareServers(written: WrittenSpareServers, children: number): SpareServers {
  const usual = spareServersFor(children);
  const min = clamp(positive(written.min) ?? Math.min(usual.min, positive(written.max) ?? usual.min), 1, children);
  const max = clamp(positive(written.max) ?? Math.max(min, usual.max), min, children);
  return { start: clamp(positive(written.start) ?? middle(min, max), min, max), min, max };
}

function middle(min: number, max: number): number {
  return min + Math.floor((max - min) / 2);
}

function positive(value: number | null): number | null {
  return value !== null && value > 0 ? value : null;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}

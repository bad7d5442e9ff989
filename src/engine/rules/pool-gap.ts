import type { Signature } from '../evidence/signatures.ts';
import type { PoolPlan } from '../plan/plan.ts';
import { pmOf, writtenSpares } from '../plan/pool-plan.ts';
import { moreWorkersOnlyWait, outpacedBurst, saturationOf, forkedTooSlowlyAt } from '../plan/saturation.ts';
import {
  fittingSpareServers,
  readyForBursts,
  spareProblems,
  sparesForBurst,
  type SpareProblem,
  type WrittenSpareServers,
} from '../plan/spare-servers.ts';
import { numberOf, textOf } from '../plan/values.ts';
import type { Pool } from '../stack/pool.ts';
import type { Stack } from '../stack/stack.ts';
import type { Edit } from '../text/edit.ts';
import { setPoolKey } from './edits.ts';
import type { RuleInput } from './rule.ts';

/** What one pool lacks. `size` owns all its `pm` keys; else `spares` owns the spare servers and `raise` the rest. */
export interface PoolCase {
  readonly pool: Pool;
  readonly plan: PoolPlan;
  readonly current: number;
  /** It must change: it exceeds the memory, or it was full. */
  readonly size: 'larger-than-memory' | 'full' | null;
  /** Its spare servers are refused by FPM, or too few for its bursts. */
  readonly spares: 'refused' | 'limited' | null;
  /** It may grow: the logs show demand, or the host was stated and carries more. */
  readonly raise: 'demand' | 'asked' | null;
  readonly spareProblems: readonly SpareProblem[];
}

const OUT_OF_MEMORY: readonly Signature[] = [
  'kernel.oom-kill',
  'kernel.cgroup-oom-kill',
  'container.oom-killed',
  'fpm.mmap-failed',
];

/** Raising by less than this is no advice. */
const WORTH_RAISING = 1.25;

export function poolCases(input: RuleInput): readonly PoolCase[] {
  return input.stack.pools.flatMap((pool, at) => {
    const plan = input.plan.pools[at];
    const current = numberOf(pool.settings['pm.max_children']);
    if (plan === undefined || current === null || current <= 0) return [];
    const problems = isDynamic(pool) ? spareProblems(writtenSpares(pool), current) : [];
    const size = sizeGap(pool, plan, current, input);
    const limited = isDynamic(pool) && isSpawnLimited(pool, current, input);
    const spares = problems.length > 0 ? 'refused' : limited ? 'limited' : null;
    const raise = size === null ? raiseGap(plan, current, input) : null;
    return [{ pool, plan, current, size, spares: size === null ? spares : null, raise, spareProblems: problems }];
  });
}

function isSpawnLimited(pool: Pool, current: number, { stack, evidence }: RuleInput): boolean {
  if (outpacedBurst(pool, stack, evidence) !== null) return true;
  const total = forkedTooSlowlyAt(pool, stack, evidence, current);
  return total !== null && !readyForBursts(writtenSpares(pool).min, current, total);
}

/** Said so: a file that only completes another pool file states no `pm`. */
function isDynamic({ settings }: Pool): boolean {
  return textOf(settings['pm'])?.toLowerCase() === 'dynamic';
}

export function outOfMemory({ evidence }: RuleInput) {
  return evidence.events.find((event) => OUT_OF_MEMORY.includes(event.signature));
}

function sizeGap(
  pool: Pool,
  { maxChildren: planned, bounds }: PoolPlan,
  current: number,
  input: RuleInput,
): PoolCase['size'] {
  const { stack, evidence } = input;
  if (planned === null) return null;
  if (planned < current) {
    const all = stack.pools.reduce((sum, one) => sum + (numberOf(one.settings['pm.max_children']) ?? 0), 0);
    if (bounds.memory !== null && all > bounds.memory) return 'larger-than-memory';
    return outOfMemory(input) !== undefined && exceeds(all, bounds) ? 'larger-than-memory' : null;
  }
  const full = saturationOf(pool, stack, evidence) !== null && !moreWorkersOnlyWait(evidence);
  return planned > current && full ? 'full' : null;
}

function raiseGap(
  { maxChildren: planned, bounds }: PoolPlan,
  current: number,
  { stack, evidence }: RuleInput,
): PoolCase['raise'] {
  if (planned === null || planned <= current || moreWorkersOnlyWait(evidence)) return null;
  if (bounds.demand !== null && bounds.demand > current) return 'demand';
  const asked = stack.host.memoryBytes !== null && stack.host.workerMemoryBytes !== null;
  return asked && planned >= WORTH_RAISING * current ? 'asked' : null;
}

function exceeds(all: number, { memory, memoryLimit }: PoolPlan['bounds']): boolean {
  return (memory !== null && all > memory) || (memoryLimit !== null && all > memoryLimit);
}

/** Edits that give a pool the planned size, with spare servers that FPM accepts beside it unless another finding sets them. */
export function sizeEdits(stack: Stack, { pool, plan, current, spares }: PoolCase): Edit[] {
  const edits = plan.maxChildren === current ? [] : changed(stack, pool, { 'pm.max_children': plan.maxChildren });
  if (plan.pm !== pmOf(pool)) return [...edits, ...managerEdits(stack, pool, plan)];
  if (!isDynamic(pool) || spares !== null) return edits;
  const { startServers: start, minSpareServers: min, maxSpareServers: max } = plan;
  return [...edits, ...spareEdits(stack, pool, { start, min, max })];
}

/** Another process manager with all that it needs. */
function managerEdits(stack: Stack, pool: Pool, plan: PoolPlan): Edit[] {
  return [
    ...setPoolKey(stack, pool, 'pm', plan.pm),
    ...changed(stack, pool, {
      'pm.start_servers': plan.startServers,
      'pm.min_spare_servers': plan.minSpareServers,
      'pm.max_spare_servers': plan.maxSpareServers,
    }),
  ];
}

/** Edits that give a pool spare servers for the size it has. */
export function sparesForNow({ stack, evidence }: RuleInput, { pool, current, spares }: PoolCase): Edit[] {
  if (spares === null) return [];
  const fitting = fittingSpareServers(writtenSpares(pool), current);
  if (spares === 'refused') return spareEdits(stack, pool, fitting);
  const burst = sparesForBurst(current, outpacedBurst(pool, stack, evidence) ?? 0);
  const min = Math.max(fitting.min, burst.min);
  const max = Math.max(fitting.max, burst.max);
  return spareEdits(stack, pool, { start: min + Math.floor((max - min) / 2), min, max });
}

function spareEdits(stack: Stack, pool: Pool, { start, min, max }: WrittenSpareServers): Edit[] {
  // A start that nobody set follows the spare servers by itself.
  const ownStart = writtenSpares(pool).start === null ? null : start;
  return changed(stack, pool, {
    'pm.start_servers': ownStart,
    'pm.min_spare_servers': min,
    'pm.max_spare_servers': max,
  });
}

function changed(stack: Stack, pool: Pool, values: Readonly<Record<string, number | null>>): Edit[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === null || numberOf(pool.settings[key]) === value ? [] : setPoolKey(stack, pool, key, String(value)),
  );
}

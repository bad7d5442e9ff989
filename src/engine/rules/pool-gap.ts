import type { Signature } from '../evidence/signatures.ts';
import type { PoolPlan } from '../plan/plan.ts';
import { pmOf, writtenSpares } from '../plan/pool-plan.ts';
import { moreWorkersOnlyWait, saturationOf, spawnLimited } from '../plan/saturation.ts';
import { spareProblems, type SpareProblem } from '../plan/spare-servers.ts';
import { numberOf } from '../plan/values.ts';
import type { Pool } from '../stack/pool.ts';
import type { Stack } from '../stack/stack.ts';
import type { Edit } from '../text/edit.ts';
import { setPoolKey } from './edits.ts';
import type { RuleInput } from './rule.ts';

/** Why a pool's size or its spare servers differ from the plan; the first that holds owns all edits of the pool's `pm` keys. */
export type PoolGap = 'larger-than-memory' | 'full' | 'refused-spares' | 'spawn-limited' | 'demand' | 'asked';

export interface PoolCase {
  readonly pool: Pool;
  readonly plan: PoolPlan;
  readonly current: number;
  readonly gap: PoolGap | null;
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
    const problems = pmOf(pool) === 'dynamic' ? spareProblems(writtenSpares(pool), current) : [];
    return [{ pool, plan, current, gap: gapOf(pool, plan, current, problems, input), spareProblems: problems }];
  });
}

export function outOfMemory({ evidence }: RuleInput) {
  return evidence.events.find((event) => OUT_OF_MEMORY.includes(event.signature));
}

function gapOf(
  pool: Pool,
  { maxChildren: planned, bounds }: PoolPlan,
  current: number,
  problems: readonly SpareProblem[],
  input: RuleInput,
): PoolGap | null {
  const { stack, evidence } = input;
  const all = stack.pools.reduce((sum, one) => sum + (numberOf(one.settings['pm.max_children']) ?? 0), 0);
  if (planned !== null && planned < current) {
    if (bounds.memory !== null && all > bounds.memory) return 'larger-than-memory';
    if (outOfMemory(input) !== undefined && exceeds(all, bounds)) return 'larger-than-memory';
  }
  const raises = planned !== null && planned > current;
  if (raises && saturationOf(pool, stack, evidence) !== null && !moreWorkersOnlyWait(evidence)) return 'full';
  if (problems.length > 0) return 'refused-spares';
  if (pmOf(pool) === 'dynamic' && spawnLimited(pool, stack, evidence)) return 'spawn-limited';
  if (!raises || moreWorkersOnlyWait(evidence)) return null;
  if (bounds.demand !== null && bounds.demand > current) return 'demand';
  const asked = stack.host.memoryBytes !== null && stack.host.workerMemoryBytes !== null;
  return asked && planned >= WORTH_RAISING * current ? 'asked' : null;
}

function exceeds(all: number, { memory, memoryLimit }: PoolPlan['bounds']): boolean {
  return (memory !== null && all > memory) || (memoryLimit !== null && all > memoryLimit);
}

/** Edits that give a pool the planned size (when `children`), and spare servers that FPM accepts beside it. */
export function poolEdits(stack: Stack, { pool, plan, current }: PoolCase, children: boolean): Edit[] {
  const edits: Edit[] = [];
  const set = (key: string, value: number | null): void => {
    if (value !== null && numberOf(pool.settings[key]) !== value)
      edits.push(...setPoolKey(stack, pool, key, String(value)));
  };
  if (children && plan.maxChildren !== current) set('pm.max_children', plan.maxChildren);
  if (pmOf(pool) !== 'dynamic') return edits;
  set('pm.start_servers', startOf(pool) === null ? null : plan.startServers);
  set('pm.min_spare_servers', plan.minSpareServers);
  set('pm.max_spare_servers', plan.maxSpareServers);
  return edits;
}

/** A start that nobody set follows the spare servers by itself. */
function startOf(pool: Pool): number | null {
  return writtenSpares(pool).start;
}

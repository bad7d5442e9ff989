import type { PoolObservation } from '../../evidence/evidence.ts';
import type { EvidenceLine } from '../cause.ts';
import type { Facts } from './facts.ts';
import { lineAt } from './lines.ts';
import { numberOf, poolNamed } from './limits.ts';

/** A pool caught with every worker busy. */
export interface FullPool {
  readonly observation: PoolObservation;
  readonly line: EvidenceLine;
  /** Requests were waiting too, or the limit was counted as reached: no coincidence. */
  readonly queued: boolean;
}

/** Pools that a status page or `ps` shows at their limit. */
export function fullPools(facts: Facts): readonly FullPool[] {
  return facts.evidence.pools.flatMap((observation) => {
    const pool = poolNamed(facts, observation.pool ?? undefined);
    const limit = numberOf(pool?.settings['pm.max_children']) ?? null;
    const queued = (observation.listenQueue ?? 0) > 0 || (observation.maxChildrenReached ?? 0) > 0;
    const { active, total } = observation;
    if (active === null || active < 1) return [];
    // A static pool never has fewer workers than it may have.
    const isWhole = queued || observation.manager === 'static';
    const atLimit = limit !== null ? active >= limit : total !== null && active >= total && isWhole;
    return atLimit ? [{ observation, line: lineAt(facts, observation.path, observation.line), queued }] : [];
  });
}

/** Pools of which every worker there was had a request, whether or not more could have been started. */
export function busyPools(facts: Facts): readonly EvidenceLine[] {
  return facts.evidence.pools
    .filter(({ active, idle, total }) => active !== null && active > 1 && active === total && (idle ?? 0) === 0)
    .map(({ path, line }) => lineAt(facts, path, line));
}

/** Pools observed with idle workers while requests failed. */
export function idlePools(facts: Facts): readonly PoolObservation[] {
  return facts.evidence.pools.filter((pool) => (pool.idle ?? 0) > 0 && (pool.listenQueue ?? 0) === 0);
}

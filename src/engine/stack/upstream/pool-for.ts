import type { Pool } from '../pool.ts';
import type { UpstreamRef } from '../request-path.ts';
import { parseAddress, reaches } from './address.ts';

/** The pool whose `listen` answers the upstream's first address; null when none was pasted or none matches. */
export function poolFor(upstream: UpstreamRef | null, pools: readonly Pool[]): Pool | null {
  const first = upstream?.servers[0];
  const target = first ? parseAddress(first.address) : null;
  if (target === null) return null;
  const answers = (pool: Pool): boolean => {
    const listen = parseAddress(pool.address ?? '');
    return listen !== null && reaches(target, listen);
  };
  return pools.find((pool) => pool.address === first?.address) ?? pools.find(answers) ?? null;
}

import type { Fields } from '../evidence/ledger.ts';
import type { Pool } from '../stack/pool.ts';
import { UNNAMED_POOL } from '../stack/pool-sections.ts';
import type { Stack } from '../stack/stack.ts';

/** An event that names no pool is of the only one there is, as is one that names a pool when the paste gives no name for it. */
export function isOfPool(fields: Fields, pool: Pool, stack: Stack): boolean {
  if (fields['pool'] === pool.name) return true;
  return stack.pools.length === 1 && (!fields['pool'] || pool.name === UNNAMED_POOL);
}

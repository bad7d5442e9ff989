import { blame } from './complaint.ts';
import type { Complaint } from './complaint.ts';
import { textOf } from './pool-reading.ts';
import type { SectionReading } from './pool-reading.ts';
import type { IniEntry } from './tree.ts';

interface Listener {
  readonly pool: string;
  readonly address: string;
  readonly entry: IniEntry;
}

/**
 * No two pools may share an address, texts compared (`fpm_conf_process_all_pools`). `pm.status_listen` makes a pool of its own,
 * named `POOL_status`.
 */
export function checkAddresses(pools: readonly SectionReading[]): Complaint[] {
  const seen = new Map<string, string>();
  return pools.flatMap(listenersOf).flatMap(({ pool, address, entry }) => {
    const other = seen.get(address);
    if (other === undefined) {
      seen.set(address, pool);
      return [];
    }
    const message = `[pool ${pool}] unable to set listen address as it's already used in another pool '${other}'`;
    return blame(entry, 'error', message);
  });
}

function listenersOf(pool: SectionReading): Listener[] {
  const name = pool.name ?? '';
  return [
    ['listen', name],
    ['pm.status_listen', `${name}_status`],
  ].flatMap(([key = '', owner = '']) => {
    const address = textOf(pool, key);
    const entry = pool.values.get(key)?.entry;
    return address && entry ? { pool: owner, address, entry } : [];
  });
}

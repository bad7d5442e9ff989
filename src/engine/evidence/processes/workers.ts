import type { Bytes } from '../../text/units.ts';
import type { ProcessRow } from './table.ts';

/** The workers of one pool as a process table shows them. */
export interface PoolWorkers {
  readonly pool: string | null;
  count: number;
  rssBytes: Bytes;
  maxPrivate: Bytes;
  stuck: number;
  running: number;
}

const POOL = /php-fpm[\w.]{0,8}: pool (\S{1,120})/;
const MASTER = /php-fpm[\w.]{0,8}: master/;
const NAME = /(?:^|\/)php-?fpm[\w.]{0,8}(?:\s|$)/;
const TOOL = /^(?:\S{0,40}\/)?(?:e?grep|watch|tail|less|vim?|nano|sh|bash|sudo|systemctl|journalctl|strace)\s/;

/** Whether a row is a worker, and of which pool: the master and the grep that looked for it are none (children, not lines). */
export function workerPool(row: ProcessRow): { readonly pool: string | null } | null {
  if (TOOL.test(row.command) || MASTER.test(row.command)) return null;
  const pool = POOL.exec(row.command)?.[1];
  if (pool !== undefined) return { pool };
  // top shows the bare name for master and workers alike; the master runs as root.
  return NAME.test(row.command) && row.user !== 'root' ? { pool: null } : null;
}

export function addWorker(pools: Map<string, PoolWorkers>, row: ProcessRow, pool: string | null): void {
  const key = pool ?? '';
  const known = pools.get(key) ?? { pool, count: 0, rssBytes: 0, maxPrivate: 0, stuck: 0, running: 0 };
  known.count++;
  known.rssBytes += row.rssBytes ?? 0;
  known.maxPrivate = Math.max(known.maxPrivate, row.privateBytes ?? 0);
  if (row.state?.startsWith('D') === true) known.stuck++;
  if (row.state?.startsWith('R') === true) known.running++;
  pools.set(key, known);
}

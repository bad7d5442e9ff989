import type { Evidence } from '../evidence/evidence.ts';
import type { EvidenceEvent } from '../evidence/event.ts';
import type { Signature } from '../evidence/signatures.ts';
import type { CallFamily } from '../knowledge/log-messages-calls.ts';
import type { Pool } from '../stack/pool.ts';
import type { Stack } from '../stack/stack.ts';
import { readSeconds } from './current-limits.ts';
import { addressOfEvent, reachesPool } from './event-address.ts';
import { isOfPool } from './event-pool.ts';
import { numberOf } from './values.ts';

/** Lines that say "all workers are busy" of a pool by name. */
const BY_NAME: readonly Signature[] = ['fpm.max-children', 'status.saturated', 'processes.workers-busy'];
/** A full listen queue: the pool by its address. */
const BY_ADDRESS: readonly Signature[] = ['nginx.connect-eagain', 'sockets.queue-full'];

export interface Saturation {
  readonly event: EvidenceEvent;
  /** Size of the pool when it was full, as the line states it. */
  readonly limit: number | null;
  /** No line says so: more requests timed out at once than the pool has workers. `static` never says more. */
  readonly inferred: boolean;
}

/** The first line that shows this pool full, preferring one that states its size; null when there is none. */
export function saturationOf(pool: Pool, stack: Stack, evidence: Evidence): Saturation | null {
  const named = evidence.events.filter(
    (event) => BY_NAME.includes(event.signature) && isOfPool(event.fields, pool, stack),
  );
  const addressed = evidence.events.filter(
    (event) => BY_ADDRESS.includes(event.signature) && reachesPool(addressOfEvent(event), pool),
  );
  const events = [...named, ...addressed];
  const event = events.find((one) => limitOf(one) !== null) ?? events[0];
  if (event !== undefined) return { event, limit: limitOf(event), inferred: false };
  const children = numberOf(pool.settings['pm.max_children']);
  const late = evidence.events.find((one) => one.signature === 'nginx.read-header-timeout');
  if (stack.pools.length !== 1 || late === undefined || children === null || timeoutsAtOnce(evidence) <= children)
    return null;
  return { event: late, limit: null, inferred: true };
}

function limitOf({ fields }: EvidenceEvent): number | null {
  const limit = fields['limit'];
  const number = typeof limit === 'string' ? Number(limit) : limit;
  return number !== undefined && Number.isInteger(number) && number > 0 ? number : null;
}

/** What workers wait for in calls that more workers would only make longer. */
const SHARED_WAITS: readonly CallFamily[] = ['session', 'database', 'http', 'cache', 'lock'];
const AGREEING_STACKS = 3;
const AGREEING_SHARE = 0.5;

/** True when the slow log’s stacks agree on a call that waits: more workers would only wait along. */
export function moreWorkersOnlyWait({ events, stacks = [] }: Evidence): boolean {
  if (events.some((event) => event.signature === 'php.session-lock')) return true;
  return SHARED_WAITS.some((family) => {
    const own = stacks.filter((one) => one.family === family);
    const count = own.reduce((sum, one) => sum + one.count, 0);
    const share = own.reduce((sum, one) => sum + one.share, 0);
    return count >= AGREEING_STACKS && share >= AGREEING_SHARE;
  });
}

/** Requests at once that forking could not follow, where one burst shows it; null where none does. */
export function outpacedBurst(pool: Pool, stack: Stack, evidence: Evidence): number | null {
  const children = numberOf(pool.settings['pm.max_children']) ?? 0;
  const spare = numberOf(pool.settings['pm.min_spare_servers']) ?? children;
  const start = numberOf(pool.settings['pm.start_servers']) ?? spare;
  const patience = Math.min(...stack.paths.flatMap((path) => (path.pool === pool ? (readSeconds(path) ?? []) : [])));
  const burst = timeoutsAtOnce(evidence);
  if (saturationOf(pool, stack, evidence) !== null || spare <= 0 || !Number.isFinite(patience)) return null;
  const outpaced = burst > start && burst < children && (burst - start) / spare >= patience / 2;
  return outpaced ? burst : null;
}

/** The most read timeouts of one second: as many requests were under way together, one read timeout earlier. */
function timeoutsAtOnce({ events }: Evidence): number {
  const bySecond = new Map<string, number>();
  for (const { signature, at, machine } of events) {
    if (signature !== 'nginx.read-header-timeout' || at === null) continue;
    // Each machine has a pool of its own.
    const second = `${machine ?? ''} ${String(Math.floor(at))}`;
    bySecond.set(second, (bySecond.get(second) ?? 0) + 1);
  }
  return Math.max(0, ...bySecond.values());
}

/**
 * Workers that ran when FPM said that it could not fork this pool's workers as fast as requests came ("… 9 total children");
 * null when it never said so, or only of a larger pool than one of `children`.
 */
export function forkedTooSlowlyAt(pool: Pool, stack: Stack, evidence: Evidence, children: number): number | null {
  const totals = evidence.events
    .filter(({ signature, fields }) => {
      return signature === 'fpm.seems-busy' && isOfPool(fields, pool, stack);
    })
    .map(({ text }) => Number(/ and (\d{1,9}) total children/u.exec(text)?.[1] ?? 1))
    .filter((total) => total <= children);
  return totals.length ? Math.max(...totals) : null;
}

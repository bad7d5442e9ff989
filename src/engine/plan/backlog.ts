import type { Evidence } from '../evidence/evidence.ts';
import type { Pool } from '../stack/pool.ts';
import type { Host } from '../text/host.ts';
import { addressOfEvent, isLoopback, reachesPool } from './event-address.ts';
import { numberOf } from './values.ts';

/** `net.core.somaxconn` since Linux 5.4; the kernel clamps what exceeds its own. */
export const USUAL_BACKLOG = 4096;

export interface Backlog {
  /** −1: FPM takes somaxconn (its default since PHP 8.2; 511 before, fpm_sockets.h). null when unknown. */
  readonly value: number | null;
  readonly because: readonly string[];
}

/** The present backlog, or the usual one where the evidence shows this pool's queue overflowing a shorter one. */
export function backlogFor(pool: Pool, evidence: Evidence, host: Host): Backlog {
  const current = numberOf(pool.settings['listen.backlog']);
  const effective = current === null || current < 0 ? defaultBacklog(host) : current;
  if (!queueOverflowed(pool, evidence) || effective >= USUAL_BACKLOG) return { value: current, because: [] };
  const because = `listen.backlog: the queue of ${String(effective)} overflowed → ${String(USUAL_BACKLOG)} (somaxconn since Linux 5.4)`;
  return { value: USUAL_BACKLOG, because: [because] };
}

function defaultBacklog({ php }: Host): number {
  const [major = 8, minor = 2] = (php ?? '8.2').split('.').map(Number);
  return major > 8 || (major === 8 && minor >= 2) ? USUAL_BACKLOG : 511;
}

/** Full unix queues answer EAGAIN at once; full TCP queues drop the SYN, so that the connect times out. */
export function queueOverflowed(pool: Pool, evidence: Evidence): boolean {
  return evidence.events.some((event) => {
    const address = addressOfEvent(event);
    if (event.signature === 'nginx.connect-eagain' || event.signature === 'sockets.queue-full') {
      return reachesPool(address, pool);
    }
    const local = address !== null && isLoopback(address);
    return event.signature === 'nginx.connect-timeout' && local && reachesPool(address, pool);
  });
}

import type { Seconds } from '../text/units.ts';

/** `FPM_PCTL_MIN_HEARTBEAT` (fpm_process_ctl.h), in seconds. */
const LEAST_HEARTBEAT: Seconds = 0.13;

/**
 * How often PHP-FPM looks at running requests when these are the timeouts of its pools (0 = off):
 * a third of the smallest, at least 0.13 s (fpm_conf.c, `fpm_globals.heartbeat`). null when all are off.
 */
export function heartbeat(timeouts: readonly Seconds[]): Seconds | null {
  const set = timeouts.filter((seconds) => seconds > 0);
  return set.length ? Math.max(LEAST_HEARTBEAT, Math.min(...set) / 3) : null;
}

import { intendedSeconds } from '../syntax/ini/intended.ts';
import type { Pool } from '../stack/pool.ts';
import type { RequestPath } from '../stack/request-path.ts';
import type { Setting } from '../stack/setting.ts';
import type { Seconds } from '../text/units.ts';

import { isBuffered } from './buffers.ts';
import { numberOf } from './values.ts';

/** PHP's built-in `hard_timeout` (main.c). */
const HARD_TIMEOUT: Seconds = 2;

/** Read timeout of the module that passes the request on: `fastcgi_read_timeout`. */
export function readTimeoutName({ pass }: RequestPath): string | null {
  return pass !== null && (isBuffered(pass.protocol) || pass.protocol === 'grpc')
    ? `${pass.protocol}_read_timeout`
    : null;
}

export function readTimeoutSetting(path: RequestPath): Setting | undefined {
  const name = readTimeoutName(path);
  return name === null ? undefined : path.settings[name];
}

export function terminateSetting(pool: Pool): Setting | undefined {
  return pool.settings['request_terminate_timeout'];
}

export function executionSetting({ php, settings }: RequestPath): Setting | undefined {
  return php?.settings['max_execution_time'] ?? settings['max_execution_time'];
}

export function hardTimeoutOf({ php }: RequestPath): Seconds {
  return numberOf(php?.settings['hard_timeout']) ?? HARD_TIMEOUT;
}

/**
 * Seconds that the author wants: what the daemon reads, but for a unit trap (`1m30s` is one second to FPM) what was meant.
 * A plan built on the misreading would outlive the correction of the trap.
 */
export function wantedSeconds(setting: Setting | undefined): Seconds | null {
  const value = numberOf(setting);
  if (setting?.written == null || value === null) return value;
  return value <= 0 ? value : (intendedSeconds(setting.written) ?? value);
}

export function isUnitTrap(setting: Setting | undefined): boolean {
  return setting?.written != null && wantedSeconds(setting) !== numberOf(setting);
}

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

/** Seconds of nginx's read timeout; of one that nginx refuses (`60S`) what was meant. */
export function readSeconds(path: RequestPath): Seconds | null {
  const setting = readTimeoutSetting(path);
  return numberOf(setting) ?? meantSeconds(setting);
}

/**
 * Seconds that the author wants: what the daemon reads, but for a unit trap (`1m30s` is one second to FPM) or a refused
 * unit (`90S`) what was meant. A plan built on the misreading would not outlive the correction.
 */
export function wantedSeconds(setting: Setting | undefined): Seconds | null {
  const value = numberOf(setting);
  return value !== null && value <= 0 ? value : (meantSeconds(setting) ?? value);
}

export function isUnitTrap(setting: Setting | undefined): boolean {
  return setting?.written != null && wantedSeconds(setting) !== numberOf(setting);
}

function meantSeconds(setting: Setting | undefined): Seconds | null {
  return setting?.written == null ? null : intendedSeconds(setting.written);
}

import type { Pool } from '../../stack/pool.ts';
import type { RequestPath } from '../../stack/request-path.ts';
import type { Setting } from '../../stack/setting.ts';
import type { Facts } from './facts.ts';

/** A number the daemon uses, or null when unknown. */
export function numberOf(setting: Setting | undefined): number | null {
  return typeof setting?.value === 'number' ? setting.value : null;
}

export function textOf(setting: Setting | undefined): string | null {
  return typeof setting?.value === 'string' ? setting.value : null;
}

/** True for `on`, `yes`, 1; null when unknown. */
export function flagOf(setting: Setting | undefined): boolean | null {
  const value = setting?.value;
  if (value === undefined || value === null) return null;
  return value === true || value === 'on' || value === 'yes' || value === 1;
}

/** Pools that a failing line names (`[pool www]`), else all. */
export function poolNamed(facts: Facts, name: string | number | undefined): Pool | null {
  return facts.pools.find((pool) => pool.name === name) ?? (facts.pools.length === 1 ? (facts.pools[0] ?? null) : null);
}

/** `request_terminate_timeout` of every pool in force, in seconds; 0 is off. */
export function terminateTimeouts(facts: Facts): readonly { pool: Pool; seconds: number; setting: Setting }[] {
  return facts.pools.flatMap((pool) => {
    const setting = pool.settings['request_terminate_timeout'];
    const seconds = numberOf(setting);
    return setting === undefined || seconds === null ? [] : [{ pool, seconds, setting }];
  });
}

/** The read timeout of a request path, by its protocol. */
export function readTimeout(path: RequestPath): Setting | undefined {
  return path.pass === null ? undefined : path.settings[`${path.pass.protocol}_read_timeout`];
}

/** The directive's setting on the first path that has it written or known. */
export function settingOnAnyPath(facts: Facts, directive: string): Setting | undefined {
  return facts.paths.map((path) => path.settings[directive]).find((setting) => setting !== undefined);
}

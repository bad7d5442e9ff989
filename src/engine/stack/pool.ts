import type { IniFile } from '../syntax/ini/tree.ts';
import type { Place } from '../text/span.ts';
import type { Setting } from './setting.ts';

/** One PHP-FPM pool with everything `fpm_conf.c` would know of it, `[global]` values that bear on it included. */
export interface Pool extends Place {
  readonly name: string;
  /** As nginx would name it: `unix:/run/php/php8.2-fpm.sock`, `127.0.0.1:9000`. null when absent. */
  readonly address: string | null;
  /**
   * By key: every key of the pool and `[global]` that the daemon knows, defaults filled in
   * (`pm`, `pm.max_children`, `request_terminate_timeout`, `listen.mode`, `process_control_timeout`, …).
   */
  readonly settings: Readonly<Record<string, Setting>>;
  /** The files that contribute; the first is where new keys of this pool belong. */
  readonly files: readonly IniFile[];
  /**
   * Period in seconds at which FPM looks at running requests: max(0.13, min over all pools of the terminate and slowlog timeouts / 3);
   * null when no pool sets either (fpm_conf.c, fpm_process_ctl.c).
   */
  readonly heartbeatSeconds: number | null;
}

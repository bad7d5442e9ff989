import type { Setting, WrittenAt } from './setting.ts';

/** A value that PHP did not take, so that the one before it stays. */
export interface RefusedValue {
  readonly name: string;
  readonly written: string;
  /** PHP's own words. */
  readonly message: string;
  readonly meant: string;
  readonly corrected: string | null;
  readonly from: WrittenAt;
}

/**
 * PHP's own limits as a request of one pool meets them, after built-in < php.ini < conf.d < php_value < .user.ini < php_admin_value
 * < fastcgi_param PHP_VALUE/PHP_ADMIN_VALUE < `[PATH=]`/`[HOST=]`.
 */
export interface PhpLimits {
  /** By directive: `max_execution_time`, `memory_limit`, `post_max_size`, `upload_max_filesize`, `opcache.memory_consumption`, … */
  readonly settings: Readonly<Record<string, Setting>>;
  readonly refused?: readonly RefusedValue[];
  /** Directives that `fastcgi_param PHP_VALUE` or `PHP_ADMIN_VALUE` sets: they stay in force for later requests of the same worker. */
  readonly leaking?: readonly string[];
}

import type { Setting } from './setting.ts';

/**
 * PHP's own limits as a request of one pool meets them, after built-in < php.ini < conf.d < php_value < .user.ini < php_admin_value
 * < fastcgi_param PHP_VALUE/PHP_ADMIN_VALUE.
 */
export interface PhpLimits {
  /** By directive: `max_execution_time`, `memory_limit`, `post_max_size`, `upload_max_filesize`, `opcache.memory_consumption`, … */
  readonly settings: Readonly<Record<string, Setting>>;
}

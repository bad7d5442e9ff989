/**
 * How PHP reads a directive. `seconds` and `memory-limit` have handlers of their own; `int`, `time_s`, `size` and `size_mb`
 * (mebibytes) are quantities, and so is `count`, which must not be negative.
 */
export type PhpDirectiveType =
  'string' | 'bool' | 'int' | 'time_s' | 'size' | 'size_mb' | 'bool|size' | 'seconds' | 'memory-limit' | 'count';

/** Who may set it: ALL everyone; PERDIR .user.ini, pool and php.ini; SYSTEM php.ini and php_admin_value only. */
export type PhpScope = 'ALL' | 'PERDIR' | 'SYSTEM' | 'PERDIR|SYSTEM';

export interface PhpDirective {
  readonly name: string;
  readonly type: PhpDirectiveType;
  readonly scope: PhpScope;
  readonly default?: string;
  /** Patch release that built in another default: which one holds cannot be told from 8.2 alone. */
  readonly changedIn?: string;
}

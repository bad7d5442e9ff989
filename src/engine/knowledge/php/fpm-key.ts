/** How `fpm_conf.c` reads a key: `text`, 32-bit `integer`, `time` in seconds, `flag`, a `word` of a list, `core` (integer or `unlimited`). */
export type FpmKeyType = 'text' | 'integer' | 'time' | 'flag' | 'word' | 'core' | 'map' | 'list' | 'include';

export interface FpmKey {
  /** Without a subscript: `php_admin_value`. */
  readonly name: string;
  readonly section: 'global' | 'pool' | 'any';
  readonly type: FpmKeyType;
  /** As it would be written; absent when nothing is set. */
  readonly default?: string;
  /** First PHP release that knows the key. */
  readonly since?: string;
  readonly words?: readonly string[];
  /** Another default before a release: `['8.2', '511']`. */
  readonly before?: readonly [release: string, standard: string];
}

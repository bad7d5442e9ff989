import type { Unit } from '../setting.ts';

/**
 * How nginx reads a directive's value. `size` knows k and m, `offset` also g; `buffers` is a number and a size.
 * A `list` is made by all directives of the name in one level, one a line; `processes` is a count or `auto`.
 */
export type LimitType = 'time' | 'size' | 'offset' | 'count' | 'flag' | 'text' | 'buffers' | 'list' | 'processes';

/** One limit that nginx keeps for a request. */
export interface Limit {
  readonly name: string;
  readonly type: LimitType;
  /** In nginx's own words, read by the same grammar; null when the default is no value of nginx's. */
  readonly default: string | null;
  /** A default that came with a release: the first release and the value from then on. */
  readonly since?: { readonly version: string; readonly default: string };
}

export const UNIT_OF: Readonly<Record<LimitType, Unit>> = {
  time: 'seconds',
  size: 'bytes',
  offset: 'bytes',
  count: 'count',
  flag: 'flag',
  text: 'text',
  buffers: 'text',
  list: 'text',
  processes: 'count',
};

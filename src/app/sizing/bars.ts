import type { PathPlan, PoolPlan } from '../../engine/plan/plan.ts';

export interface Bound {
  readonly name: 'memory' | 'memoryLimit' | 'cpu' | 'demand';
  readonly words: string;
  readonly workers: number | null;
  /** 0..1 of the largest known bound. */
  readonly share: number;
  readonly binds: boolean;
}

const BOUND_WORDS: readonly (readonly [Bound['name'], string])[] = [
  ['memory', 'Memory allows'],
  ['memoryLimit', 'memory_limit allows'],
  ['cpu', 'CPU keeps busy'],
  ['demand', 'Demand asks for'],
];

/** The four bounds of a pool's size as rows of a table with a bar each; the unknown ones say so. */
export function boundsOf({ bounds }: PoolPlan): Bound[] {
  const most = Math.max(1, ...BOUND_WORDS.map(([name]) => bounds[name] ?? 0));
  return BOUND_WORDS.map(([name, words]) => ({
    name,
    words,
    workers: bounds[name],
    share: (bounds[name] ?? 0) / most,
    binds: bounds.binding === name,
  }));
}

export interface Limit {
  readonly name: string;
  readonly seconds: number;
  readonly share: number;
  readonly note: string;
}

/** The ladder of times one request meets; each rung must be longer than the one above it. */
export function limitsOf(path: PathPlan): Limit[] {
  const rungs: readonly (readonly [string, number | null, string])[] = [
    ['longest request', path.longestRequest.seconds, path.longestRequest.assumed ? 'assumed' : 'stated'],
    ['max_execution_time', path.maxExecutionTime, ''],
    ['request_terminate_timeout', path.requestTerminateTimeout, ''],
    ['read timeout', path.readTimeout, ''],
  ];
  const most = Math.max(1, ...rungs.map(([, seconds]) => seconds ?? 0));
  return rungs.flatMap(([name, seconds, note]) =>
    seconds === null ? [] : [{ name, seconds, share: seconds / most, note }],
  );
}

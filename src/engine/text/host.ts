import type { Bytes, Seconds } from './units.ts';

/** Facts about the machine and its duty that no config states. Unknown is null. */
export interface Host {
  readonly memoryBytes: Bytes | null;
  /** Kept for the system, the database, nginx and the page cache. */
  readonly reserveBytes: Bytes | null;
  /** Private peak of one worker (USS under load). */
  readonly workerMemoryBytes: Bytes | null;
  readonly cores: number | null;
  readonly longestRequestSeconds: Seconds | null;
  /** Idle or request timeout of a balancer in front of nginx. */
  readonly frontTimeoutSeconds: Seconds | null;
  /** Versions, as "8.2" and "1.22". */
  readonly php: string | null;
  readonly nginx: string | null;
}

export const UNKNOWN_HOST: Host = {
  memoryBytes: null,
  reserveBytes: null,
  workerMemoryBytes: null,
  cores: null,
  longestRequestSeconds: null,
  frontTimeoutSeconds: null,
  php: null,
  nginx: null,
};

import type { Evidence } from '../evidence/evidence.ts';
import type { Host } from '../text/host.ts';
import type { Pool } from '../stack/pool.ts';
import type { RequestPath } from '../stack/request-path.ts';
import type { Stack } from '../stack/stack.ts';
import type { Seconds } from '../text/units.ts';
import {
  executionSetting,
  hardTimeoutOf,
  readTimeoutName,
  readSeconds,
  terminateSetting,
  wantedSeconds,
} from './current-limits.ts';
import {
  executionHolds,
  readBecause,
  readFor,
  readHolds,
  surelyKilledAfter,
  terminateBecause,
  terminateFor,
  type Rungs,
} from './ladder.ts';
import type { LongestRequest } from './longest-request.ts';
import { cpuOverruns, terminatedRuns } from './overruns.ts';
import { secondsInWords } from './wording.ts';

/** Planned limits of one path; null where nothing is known that could be set. */
export interface TimeLimits {
  readonly maxExecutionTime: Seconds | null;
  readonly requestTerminateTimeout: Seconds | null;
  readonly readTimeout: Seconds | null;
  readonly because: readonly string[];
}

export interface Duty {
  readonly stack: Stack;
  readonly evidence: Evidence;
  readonly host: Host;
  readonly longest: LongestRequest;
  /** Planned terminate timeouts, solved once a pool. */
  readonly terminates: ReadonlyMap<Pool, Seconds>;
}

/**
 * The ladder of one path. What stands already stays where it holds; else the smallest value that holds above
 * the longest request. All paths of a pool share its terminate timeout, so that is solved over the pool.
 */
export function planTimeLimits(path: RequestPath, duty: Duty): TimeLimits {
  const name = readTimeoutName(path);
  if (name === null) return { maxExecutionTime: null, requestTerminateTimeout: null, readTimeout: null, because: [] };
  const { longest, host } = duty;
  const { pool } = path;
  const maxExecution = path.pass?.protocol === 'fastcgi' ? planExecution(path, duty) : null;
  const terminate = pool === null ? null : (duty.terminates.get(pool) ?? null);
  const slowlog = slowlogOf(pool);
  const below = { terminate: terminate ?? 0, slowlog };
  const current = readSeconds(path);
  const killed = surelyKilledAfter(below);
  const wanted =
    current !== null && current > 0 && current >= longest.seconds && readHolds(current, killed)
      ? current
      : readFor(longest.seconds, below);
  const capped = belowFront(wanted, killed ?? longest.seconds, host.frontTimeoutSeconds);
  const rungs: Rungs = {
    maxExecution: maxExecution ?? 0,
    hardTimeout: hardTimeoutOf(path),
    ...below,
    read: capped.read,
  };
  const because = [longest.because];
  if (maxExecution !== null)
    because.push(`max_execution_time: ${secondsInWords(maxExecution)} of CPU time (wall time on ZTS builds)`);
  if (terminate !== null) because.push(terminateBecause(longest.seconds, rungs));
  because.push(readBecause(name, longest.seconds, rungs), ...capped.because);
  return { maxExecutionTime: maxExecution, requestTerminateTimeout: terminate, readTimeout: capped.read, because };
}

/** 0 (no limit) stays: it is somebody's choice, and the terminate timeout still bounds the request. */
function planExecution(path: RequestPath, { longest, evidence }: Pick<Duty, 'longest' | 'evidence'>): Seconds | null {
  const current = wantedSeconds(executionSetting(path));
  if (current === null) return longest.assumed ? null : Math.ceil(longest.seconds);
  if (current <= 0 || current >= longest.seconds) return Math.max(current, 0);
  return longest.assumed && cpuOverruns(evidence).length === 0 ? current : Math.ceil(longest.seconds);
}

/** Terminate timeouts of all pools that a path reaches. */
export function planTerminates(duty: Omit<Duty, 'terminates'>): Map<Pool, Seconds> {
  const paths = new Map<Pool, RequestPath[]>();
  for (const path of duty.stack.paths) {
    if (path.pool === null) continue;
    const own = paths.get(path.pool);
    if (own === undefined) paths.set(path.pool, [path]);
    else own.push(path);
  }
  return new Map([...paths].map(([pool, own]) => [pool, planTerminate(pool, own, duty)]));
}

/** One value a pool. A written one stays where it lets the longest request live and PHP speak first. */
function planTerminate(pool: Pool, paths: readonly RequestPath[], duty: Omit<Duty, 'terminates'>): Seconds {
  const { stack, evidence, longest } = duty;
  const current = wantedSeconds(terminateSetting(pool)) ?? 0;
  const executions = paths.map((path) => planExecution(path, duty) ?? 0);
  const maxExecution = Math.max(0, ...executions);
  const hardTimeout = Math.max(0, ...paths.map(hardTimeoutOf));
  const least = terminateFor(longest.seconds, maxExecution, hardTimeout);
  // FPM refuses a slow log that waits longer than the terminate timeout.
  if (current <= 0) return Math.max(least, slowlogOf(pool));
  const tooShort = current < longest.seconds && (!longest.assumed || terminatedRuns(pool, stack, evidence).length > 0);
  const holds = executionHolds({ maxExecution, hardTimeout, terminate: current, slowlog: 0, read: 0 });
  if (tooShort || !holds) return Math.max(least, 1);
  // Far above what the longest stated request needs, and not even below nginx's patience: nearer is better than raising both.
  const killed = current + (pool.heartbeatSeconds ?? current / 3);
  const outlivesNginx = paths.some((path) => !readHolds(readSeconds(path) ?? Infinity, killed));
  return !longest.assumed && outlivesNginx && current > 2 * least ? least : current;
}

function slowlogOf(pool: Pool | null): Seconds {
  return Math.max(0, wantedSeconds(pool?.settings['request_slowlog_timeout']) ?? 0);
}

/** A balancer in front gives up at its own timeout: below it nginx must answer first. */
function belowFront(read: Seconds, killed: Seconds, front: Seconds | null): { read: Seconds; because: string[] } {
  if (front === null || read < front) return { read, because: [] };
  const latest = Math.ceil(front) - 1;
  if (latest > killed)
    return { read: latest, because: [`below the balancer’s ${secondsInWords(front)} → ${secondsInWords(latest)}`] };
  const because = `the balancer’s ${secondsInWords(front)} is too short: raise it above ${secondsInWords(read)}`;
  return { read, because: [because] };
}

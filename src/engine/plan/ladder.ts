import type { Seconds } from '../text/units.ts';
import { heartbeat } from './heartbeat.ts';
import { roundUpSeconds } from './rounding.ts';
import { secondsInWords } from './wording.ts';

/**
 * The ladder of a request's time limits. Each rung must hold against the next:
 * max_execution_time + hard_timeout < request_terminate_timeout, request_terminate_timeout + heartbeat < read timeout.
 * FPM kills anywhere between T and T + heartbeat, so a read timeout within that window still answers 504.
 */
export interface Rungs {
  /** CPU seconds on NTS builds; 0 = no limit. */
  readonly maxExecution: Seconds;
  /** Grace after max_execution_time inside one internal call (`hard_timeout`, 2 by default). */
  readonly hardTimeout: Seconds;
  /** 0 = off. */
  readonly terminate: Seconds;
  /** `request_slowlog_timeout` of the same pool, 0 = off; it makes the heartbeat finer. */
  readonly slowlog: Seconds;
  readonly read: Seconds;
}

/** Space between two rungs, so that load on the machine does not turn them around. */
export function marginAbove(seconds: Seconds): Seconds {
  return Math.max(3, Math.ceil(seconds / 10));
}

/** Seconds after which FPM has surely killed a request: T + heartbeat; null when it never does. */
export function surelyKilledAfter({ terminate, slowlog }: Pick<Rungs, 'terminate' | 'slowlog'>): Seconds | null {
  if (terminate <= 0) return null;
  return terminate + (heartbeat([terminate, slowlog]) ?? 0);
}

/** Smallest terminate timeout that lets a request of `longest` seconds live and PHP report its own overrun first. */
export function terminateFor(longest: Seconds, maxExecution: Seconds, hardTimeout: Seconds): Seconds {
  const below = Math.max(longest, maxExecution);
  return roundUpSeconds(below + hardTimeout + marginAbove(below));
}

/** Smallest read timeout above everything below it: T + heartbeat + 2 s (without a slow log that is above 4/3·T + 1 s). */
export function readFor(longest: Seconds, rungs: Pick<Rungs, 'terminate' | 'slowlog'>): Seconds {
  const killed = surelyKilledAfter(rungs);
  return roundUpSeconds(killed === null ? longest + marginAbove(longest) : Math.max(killed + 2, longest + 1));
}

export function executionHolds({ maxExecution, hardTimeout, terminate }: Rungs): boolean {
  return terminate <= 0 || maxExecution <= 0 || maxExecution + hardTimeout < terminate;
}

/** @param killed seconds after which FPM has surely killed a request, null when it never does */
export function readHolds(read: Seconds, killed: Seconds | null): boolean {
  return killed === null || killed < read;
}

/** "max_execution_time 90 s + hard_timeout 2 s < request_terminate_timeout 105 s". */
export function terminateBecause(longest: Seconds, { maxExecution, hardTimeout, terminate }: Rungs): string {
  const below = Math.max(longest, maxExecution);
  return (
    `request_terminate_timeout: ${secondsInWords(below)} + hard_timeout ${secondsInWords(hardTimeout)} + ` +
    `margin ${secondsInWords(marginAbove(below))} → ${secondsInWords(terminate)}`
  );
}

export function readBecause(name: string, longest: Seconds, { terminate, slowlog, read }: Rungs): string {
  if (terminate <= 0) return `${name}: ${secondsInWords(longest)} + margin → ${secondsInWords(read)}`;
  const beat = heartbeat([terminate, slowlog]) ?? 0;
  const source =
    slowlog > 0 && slowlog < terminate ? `slow log ${secondsInWords(slowlog)} / 3` : `${secondsInWords(terminate)} / 3`;
  return (
    `${name}: above request_terminate_timeout ${secondsInWords(terminate)} + heartbeat ${secondsInWords(beat)} ` +
    `(${source}) → ${secondsInWords(read)}`
  );
}

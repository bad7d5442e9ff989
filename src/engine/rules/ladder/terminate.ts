import {
  executionSetting,
  hardTimeoutOf,
  isUnitTrap,
  readSeconds,
  readTimeoutSetting,
  terminateSetting,
  wantedSeconds,
} from '../../plan/current-limits.ts';
import { executionHolds, surelyKilledAfter } from '../../plan/ladder.ts';
import { terminatedRuns } from '../../plan/overruns.ts';
import { numberOf } from '../../plan/values.ts';
import type { Pool } from '../../stack/pool.ts';
import type { RequestPath } from '../../stack/request-path.ts';
import { setPoolKey } from '../edits.ts';
import { placeOf } from '../places.ts';
import type { RuleInput } from '../rule.ts';
import { isSet, type Gap, type Stand } from './gap.ts';

/** What one pool's terminate timeout will be once its gap is closed. */
export interface Terminate {
  readonly gap: Gap | null;
  /** Seconds after which FPM has surely killed a request, then; null when it never does. */
  readonly killed: number | null;
}

/** What bears on one pool's gap beside the pool. */
export interface Around {
  /** Paths of this pool. */
  readonly own: readonly Stand[];
  /** Paths that nginx gives up on too early. */
  readonly below: ReadonlySet<RequestPath>;
  readonly executionRaised: boolean;
  readonly input: RuleInput;
}

/** Seconds after which FPM has surely killed a request now; null when it never does. */
export function killedNow(pool: Pool | null): number | null {
  const terminate = pool === null ? null : numberOf(terminateSetting(pool));
  return terminate === null || terminate <= 0 ? null : terminate + (pool?.heartbeatSeconds ?? terminate / 3);
}

export function terminateOf(pool: Pool, around: Around): Terminate {
  const unchanged = { gap: null, killed: killedNow(pool) };
  const setting = terminateSetting(pool);
  const planned = around.own[0]?.plan.requestTerminateTimeout ?? null;
  const current = wantedSeconds(setting);
  if (planned === null || setting === undefined || current === null) return unchanged;
  const reason = reasonOf(pool, current, planned, around);
  if (reason === null) return unchanged;
  const { stack } = around.input;
  const longest = around.own[0]?.plan.longestRequest.seconds ?? 0;
  const args = { pool: pool.name, current, planned, longest, ...reason.more };
  const gap = { ...placeOf(pool, setting), rule: reason.rule, code: reason.code, severity: reason.severity, args };
  if (!reason.changes) return { gap: { ...gap, edits: [] }, killed: killedNow(pool) };
  const edits = setPoolKey(stack, pool, 'request_terminate_timeout', `${String(planned)}s`);
  const slowlog = Math.max(0, wantedSeconds(pool.settings['request_slowlog_timeout']) ?? 0);
  return { gap: { ...gap, edits }, killed: surelyKilledAfter({ terminate: planned, slowlog }) };
}

interface Reason extends Pick<Gap, 'rule' | 'code' | 'severity'> {
  readonly changes: boolean;
  readonly more?: Gap['args'];
}

function reasonOf(pool: Pool, current: number, planned: number, around: Around): Reason | null {
  const setting = terminateSetting(pool);
  if (isUnitTrap(setting)) {
    const read = numberOf(setting);
    const code = read === null ? 'fpm-refused' : 'fpm-time';
    const more = { written: setting?.written ?? '', read: read ?? 0, key: 'request_terminate_timeout' };
    return { rule: 'unit-traps', code, severity: read === null ? 'error' : 'warning', changes: true, more };
  }
  if (current <= 0) return off(around);
  if (planned === current) return null;
  return tooShort(pool, current, around) ?? belowExecution(pool, current, around) ?? followsOrOutlives(current, around);
}

/** A kill timeout is introduced only where the longest request is stated: one guessed would end good requests. */
function off({ own, below }: Around): Reason {
  const broken = own.some(({ path, plan }) => !plan.longestRequest.assumed && below.has(path));
  if (broken) return { rule: 'terminate-timeout-off', code: 'unbounded', severity: 'warning', changes: true };
  return { rule: 'terminate-timeout-off', code: 'off', severity: 'info', changes: false };
}

function tooShort(pool: Pool, current: number, { own, input }: Around): Reason | null {
  const longest = own[0]?.plan.longestRequest;
  if (longest === undefined || current >= longest.seconds) return null;
  const rule = 'terminate-below-longest-request';
  if (terminatedRuns(pool, input.stack, input.evidence).length > 0) {
    return { rule, code: 'terminated', severity: 'error', changes: true };
  }
  return longest.assumed ? null : { rule, code: 'below', severity: 'warning', changes: true };
}

function belowExecution(pool: Pool, current: number, { own }: Around): Reason | null {
  const found = own.find(({ path }) => !holdsAbove(path, current, null));
  if (found === undefined) return null;
  const both = isSet(executionSetting(found.path)) && isSet(terminateSetting(pool));
  const more = { execution: wantedSeconds(executionSetting(found.path)) ?? 0, hard: hardTimeoutOf(found.path) };
  const severity = both ? 'error' : 'warning';
  return { rule: 'timeout-order', code: 'execution-above-terminate', severity, changes: both, more };
}

/** A raised max_execution_time takes the terminate timeout along; one far above everything comes down. */
function followsOrOutlives(current: number, { own, below, executionRaised }: Around): Reason | null {
  if (executionRaised && own.some(({ path, plan }) => !holdsAbove(path, current, plan.maxExecutionTime))) {
    return { rule: 'terminate-below-longest-request', code: 'follows', severity: 'warning', changes: true };
  }
  const outlived = own.find(({ path }) => {
    const changes = isSet(readTimeoutSetting(path)) || below.has(path);
    return changes && (readSeconds(path) ?? current) < current;
  });
  if (outlived === undefined) return null;
  const more = { read: readSeconds(outlived.path) ?? 0, name: outlived.readName };
  const severity = isSet(readTimeoutSetting(outlived.path)) ? 'error' : 'warning';
  return { rule: 'timeout-order', code: 'terminate-above-read', severity, changes: true, more };
}

function holdsAbove(path: RequestPath, terminate: number, execution: number | null): boolean {
  const maxExecution = execution ?? wantedSeconds(executionSetting(path)) ?? 0;
  return executionHolds({ maxExecution, hardTimeout: hardTimeoutOf(path), terminate, slowlog: 0, read: 0 });
}

import {
  executionSetting,
  hardTimeoutOf,
  isUnitTrap,
  readTimeoutName,
  readTimeoutSetting,
  terminateSetting,
  wantedSeconds,
} from '../plan/current-limits.ts';
import { executionHolds, readHolds, surelyKilledAfter } from '../plan/ladder.ts';
import { cpuOverruns, terminatedRuns } from '../plan/overruns.ts';
import { pathsOfEvents } from '../plan/paths-of-event.ts';
import type { PathPlan } from '../plan/plan.ts';
import { numberOf } from '../plan/values.ts';
import type { Pool } from '../stack/pool.ts';
import type { RequestPath } from '../stack/request-path.ts';
import { isWritten } from '../stack/setting.ts';
import type { Edit } from '../text/edit.ts';
import type { Place } from '../text/span.ts';
import { distinct, phpIniOf, setForPath, setPhpLimit, setPoolKey } from './edits.ts';
import type { Severity } from './finding.ts';
import { placeOf } from './places.ts';
import type { RawFinding, RuleInput } from './rule.ts';

/**
 * Where the time limits that stand differ from the ladder of the plan. Solved in one place, because one limit must follow
 * another: each limit's edit belongs to exactly one gap, and a gap to exactly one rule.
 */
export interface LadderGap extends RawFinding {
  readonly rule:
    | 'max-execution-time-below-longest-request'
    | 'terminate-below-longest-request'
    | 'terminate-timeout-off'
    | 'timeout-order'
    | 'read-timeout-below-longest-request'
    | 'read-timeout-zero'
    | 'unit-traps';
}

type Gap = Omit<LadderGap, 'fix'> & { readonly edits: readonly Edit[] };

/** One path with its planned limits. */
interface Stand {
  readonly path: RequestPath;
  readonly plan: PathPlan;
  readonly readName: string;
}

/** What one pool's terminate timeout will be once its gap is closed. */
interface Terminate {
  readonly gap: Gap | null;
  /** Seconds after which FPM has surely killed a request, then; null when it never does. */
  readonly killed: number | null;
}

export function gapsOf(input: RuleInput, rule: LadderGap['rule']): readonly RawFinding[] {
  return ladderGaps(input).flatMap(({ rule: owner, ...finding }) => (owner === rule ? [finding] : []));
}

export function ladderGaps(input: RuleInput): readonly LadderGap[] {
  const stands = standsOf(input);
  const executions = unique(stands.flatMap((stand) => executionGap(stand, input)));
  const below = pathsBelowLongest(stands, input);
  const terminates = new Map<Pool, Terminate>();
  for (const { path, plan } of stands) {
    if (path.pool !== null && !terminates.has(path.pool)) {
      terminates.set(path.pool, terminateOf(path.pool, plan, stands, below, executions, input));
    }
  }
  const follows = new Map<Pool, Edit[]>();
  const reads = unique(
    stands.flatMap((stand) => {
      const gap = readGap(stand, stands, below, terminates, input);
      if (gap !== null && gap.edits.length > 0) return [gap];
      const edits = followingEdits(stand, stands, terminates, input);
      if (stand.path.pool === null || edits.length === 0) return gap === null ? [] : [gap];
      follows.set(stand.path.pool, [...(follows.get(stand.path.pool) ?? []), ...edits]);
      return [];
    }),
  );
  const ofPools = [...terminates].flatMap(([pool, { gap }]) =>
    gap === null ? [] : [{ ...gap, edits: distinct([...gap.edits, ...(follows.get(pool) ?? [])]) }],
  );
  return [...reads, ...ofPools, ...executions].map(({ edits, ...gap }) => ({
    ...gap,
    fix: edits.length ? { safety: 'reload', edits } : null,
  }));
}

function standsOf({ stack, plan }: RuleInput): Stand[] {
  return stack.paths.flatMap((path, at) => {
    const planned = plan.paths[at];
    const readName = readTimeoutName(path);
    return planned === undefined || readName === null ? [] : [{ path, plan: planned, readName }];
  });
}

/** `max_execution_time` that ends a legitimate request: stated to be longer, or seen to have been ended. */
function executionGap({ path, plan }: Stand, { stack, evidence }: RuleInput): Gap[] {
  const setting = executionSetting(path);
  const { longestRequest, maxExecutionTime: planned } = plan;
  const current = wantedSeconds(setting);
  if (setting === undefined || current === null || planned === null || path.pass?.protocol !== 'fastcgi') return [];
  const args = { current, planned, longest: longestRequest.seconds };
  const place = placeOf(path.location ?? path.pass, setting);
  const edits = (): Edit[] => setPhpLimit(stack, path, 'max_execution_time', String(planned));
  if (isUnitTrap(setting)) {
    const trap = { ...args, written: setting.written ?? '', read: numberOf(setting) ?? 0, key: 'max_execution_time' };
    return [{ ...place, rule: 'unit-traps', code: 'php-seconds', severity: 'warning', args: trap, edits: edits() }];
  }
  if (planned <= current || current <= 0) return [];
  const rule = 'max-execution-time-below-longest-request';
  const ended = cpuOverruns(evidence).length > 0;
  // Without a php.ini in the paste a default may be set where nobody showed it.
  const known = isWritten(setting) || phpIniOf(stack) !== null;
  if (ended) return [{ ...place, rule, code: 'ended', severity: 'error', args, edits: edits() }];
  return known ? [{ ...place, rule, code: 'below', severity: 'warning', args, edits: edits() }] : [];
}

/** Paths that nginx gives up on before the longest request is done: by a stated fact, or by a 504 that was seen. */
function pathsBelowLongest(stands: readonly Stand[], { stack, evidence }: RuleInput): ReadonlySet<RequestPath> {
  const timedOut = pathsOfEvents(stack, evidence, [
    'nginx.read-header-timeout',
    'nginx.read-body-timeout',
    'access.504-read',
  ]);
  const fastcgiToo = stands.some(({ path }) => path.pass?.protocol === 'fastcgi');
  return new Set(
    stands.flatMap(({ path, plan }) => {
      const current = numberOf(readTimeoutSetting(path));
      if (current === null || current <= 0 || current >= plan.longestRequest.seconds) return [];
      // A stated longest request of a PHP site says nothing about the other services behind the same nginx.
      const stated = !plan.longestRequest.assumed && (path.pass?.protocol === 'fastcgi' || !fastcgiToo);
      return stated || timedOut.has(path) ? [path] : [];
    }),
  );
}

function terminateOf(
  pool: Pool,
  { requestTerminateTimeout: planned, longestRequest }: PathPlan,
  stands: readonly Stand[],
  below: ReadonlySet<RequestPath>,
  executions: readonly Gap[],
  { stack, evidence }: RuleInput,
): Terminate {
  const setting = terminateSetting(pool);
  const effective = numberOf(setting);
  const current = wantedSeconds(setting) ?? 0;
  const unchanged = { gap: null, killed: killedNow(pool) };
  if (planned === null || effective === null) return unchanged;
  const slowlog = Math.max(0, wantedSeconds(pool.settings['request_slowlog_timeout']) ?? 0);
  const own = stands.filter(({ path }) => path.pool === pool);
  const longest = longestRequest.seconds;
  const place = placeOf(pool, setting);
  const args = { pool: pool.name, current, planned, longest };
  const changed = (
    gap: Omit<Gap, 'edits' | 'line' | 'column' | 'path' | 'args'>,
    more: Gap['args'] = {},
  ): Terminate => ({
    gap: {
      ...place,
      ...gap,
      args: { ...args, ...more },
      edits: setPoolKey(stack, pool, 'request_terminate_timeout', `${String(planned)}s`),
    },
    killed: surelyKilledAfter({ terminate: planned, slowlog }),
  });
  if (isUnitTrap(setting)) {
    const trap = { written: setting?.written ?? '', read: effective, key: 'request_terminate_timeout' };
    return changed({ rule: 'unit-traps', code: 'fpm-time', severity: 'warning' }, trap);
  }
  if (current <= 0) {
    const broken = !longestRequest.assumed && own.some(({ path }) => below.has(path));
    if (broken) return changed({ rule: 'terminate-timeout-off', code: 'unbounded', severity: 'warning' });
    const gap = { ...place, rule: 'terminate-timeout-off', code: 'off', severity: 'info', args, edits: [] } as const;
    return { gap, killed: null };
  }
  if (planned === current) return unchanged;
  const killed = terminatedRuns(pool, stack, evidence)[0];
  if (current < longest && (!longestRequest.assumed || killed !== undefined)) {
    const severity: Severity = killed === undefined ? 'warning' : 'error';
    const code = killed === undefined ? 'below' : 'terminated';
    return changed({ rule: 'terminate-below-longest-request', code, severity });
  }
  const execution = own.find(({ path }) => !holdsAbove(path, current, null));
  if (execution !== undefined) {
    const setBySomebody = isSet(executionSetting(execution.path)) && isSet(setting);
    const more = {
      execution: wantedSeconds(executionSetting(execution.path)) ?? 0,
      hard: hardTimeoutOf(execution.path),
    };
    const gap = { rule: 'timeout-order', code: 'execution-above-terminate' } as const;
    if (setBySomebody) return changed({ ...gap, severity: 'error' }, more);
    return {
      gap: { ...place, ...gap, severity: 'warning', args: { ...args, ...more }, edits: [] },
      killed: killedNow(pool),
    };
  }
  // A raised max_execution_time takes the terminate timeout along; a terminate timeout far above both comes down.
  const raised = own.find(
    ({ path, plan }) => executions.length > 0 && !holdsAbove(path, current, plan.maxExecutionTime),
  );
  if (raised !== undefined)
    return changed({ rule: 'terminate-below-longest-request', code: 'follows', severity: 'warning' });
  const outlives = own.find(({ path }) => isSet(readTimeoutSetting(path)));
  if (outlives === undefined) return unchanged;
  const read = numberOf(readTimeoutSetting(outlives.path)) ?? 0;
  return changed(
    { rule: 'timeout-order', code: 'terminate-above-read', severity: 'error' },
    { read, name: outlives.readName },
  );
}

function holdsAbove(path: RequestPath, terminate: number, execution: number | null): boolean {
  const maxExecution = execution ?? wantedSeconds(executionSetting(path)) ?? 0;
  return executionHolds({ maxExecution, hardTimeout: hardTimeoutOf(path), terminate, slowlog: 0, read: 0 });
}

function killedNow(pool: Pool | null): number | null {
  const terminate = pool === null ? null : numberOf(terminateSetting(pool));
  return terminate === null || terminate <= 0 ? null : terminate + (pool?.heartbeatSeconds ?? terminate / 3);
}

function readGap(
  stand: Stand,
  stands: readonly Stand[],
  below: ReadonlySet<RequestPath>,
  terminates: ReadonlyMap<Pool, Terminate>,
  input: RuleInput,
): Gap | null {
  const { path, plan, readName: name } = stand;
  const setting = readTimeoutSetting(path);
  const current = numberOf(setting);
  const planned = plan.readTimeout;
  if (setting === undefined || current === null || planned === null) return null;
  const place = placeOf(path.location ?? path.pass ?? { path: plan.path, line: plan.line, column: 1 }, setting);
  const args = { name, current, planned, longest: plan.longestRequest.seconds, location: plan.location };
  const edits = (): Edit[] => readEdits(stand, stands, input);
  if (current <= 0) {
    return isWritten(setting)
      ? { ...place, rule: 'read-timeout-zero', code: 'zero', severity: 'error', args, edits: edits() }
      : null;
  }
  if (below.has(path)) {
    const code = plan.longestRequest.assumed ? 'timed-out' : 'below';
    const severity: Severity = plan.longestRequest.assumed ? 'error' : 'warning';
    return { ...place, rule: 'read-timeout-below-longest-request', code, severity, args, edits: edits() };
  }
  const { pool } = path;
  const killed = killedNow(pool);
  if (pool === null || killed === null || readHolds(current, killed)) return null;
  const terminate = numberOf(terminateSetting(pool)) ?? 0;
  const lowered = terminates.get(pool)?.gap;
  if (lowered?.code === 'terminate-above-read' && readHolds(current, terminates.get(pool)?.killed ?? null)) return null;
  const both = isSet(setting) && isSet(terminateSetting(pool));
  const code = terminate < current ? 'read-within-heartbeat' : 'read-below-terminate';
  return {
    ...place,
    rule: 'timeout-order',
    code,
    severity: both ? 'error' : 'warning',
    args: { ...args, pool: pool.name, terminate, heartbeat: Math.round((killed - terminate) * 10) / 10 },
    edits: both ? edits() : [],
  };
}

/** Edits that a changed terminate timeout demands of a read timeout that held before. */
function followingEdits(
  stand: Stand,
  stands: readonly Stand[],
  terminates: ReadonlyMap<Pool, Terminate>,
  input: RuleInput,
): Edit[] {
  const { pool } = stand.path;
  const terminate = pool === null ? undefined : terminates.get(pool);
  const current = numberOf(readTimeoutSetting(stand.path));
  if (terminate?.gap == null || terminate.gap.edits.length === 0 || current === null) return [];
  return readHolds(current, terminate.killed) ? [] : readEdits(stand, stands, input);
}

function readEdits({ path, plan, readName }: Stand, stands: readonly Stand[], { stack }: RuleInput): Edit[] {
  if (plan.readTimeout === null) return [];
  const alike = stands.filter((one) => one.readName === readName && one.plan.readTimeout === plan.readTimeout);
  const paths = alike.map((one) => one.path);
  return setForPath(stack, path, readName, `${String(plan.readTimeout)}s`, paths);
}

function isSet(setting: Parameters<typeof isWritten>[0] | undefined): boolean {
  return setting !== undefined && isWritten(setting);
}

/** One gap an edit, and one a place where there is nothing to edit. */
function unique(gaps: readonly Gap[]): Gap[] {
  const seen = new Set<string>();
  return gaps.filter(({ rule, code, edits, path, line, column }) => {
    const place: Place = { path, line, column };
    const key = JSON.stringify(edits.length ? edits : [rule, code, place]);
    return seen.has(key) ? false : seen.add(key);
  });
}

import { readSeconds, readTimeoutSetting, terminateSetting } from '../../plan/current-limits.ts';
import { readHolds } from '../../plan/ladder.ts';
import { pathsOfEvents } from '../../plan/paths-of-event.ts';
import { numberOf } from '../../plan/values.ts';
import type { Pool } from '../../stack/pool.ts';
import type { RequestPath } from '../../stack/request-path.ts';
import { isWritten } from '../../stack/setting.ts';
import type { Edit } from '../../text/edit.ts';
import { readersOf, setForPath, type Readers } from '../edits.ts';
import type { Severity } from '../finding.ts';
import { placeOf } from '../places.ts';
import type { RuleInput } from '../rule.ts';
import { isSet, type Gap, type Stand } from './gap.ts';
import { killedNow, type Terminate } from './terminate.ts';

/** Paths that nginx gives up on before the longest request is done: by a stated fact, or by a 504 that was seen. */
export function pathsBelowLongest(stands: readonly Stand[], { stack, evidence }: RuleInput): ReadonlySet<RequestPath> {
  const timedOut = pathsOfEvents(stack, evidence, [
    'nginx.read-header-timeout',
    'nginx.read-body-timeout',
    'access.504-read',
  ]);
  const fastcgiToo = stands.some(({ path }) => path.pass?.protocol === 'fastcgi');
  return new Set(
    stands.flatMap(({ path, plan }) => {
      const current = readSeconds(path);
      if (current === null || current <= 0 || current >= plan.longestRequest.seconds) return [];
      // A stated longest request of a PHP site says nothing about the other services behind the same nginx.
      const stated = !plan.longestRequest.assumed && (path.pass?.protocol === 'fastcgi' || !fastcgiToo);
      return stated || timedOut.has(path) ? [path] : [];
    }),
  );
}

export interface Pools {
  readonly terminates: ReadonlyMap<Pool, Terminate>;
  readonly below: ReadonlySet<RequestPath>;
  /** Paths by directive and planned value. */
  readonly alike: ReadonlyMap<string, ReadonlySet<RequestPath>>;
  readonly readers: ReadonlyMap<string, Readers>;
  readonly input: RuleInput;
}

export function readGap(stand: Stand, around: Pools): Gap | null {
  const { path, plan, readName: name } = stand;
  const setting = readTimeoutSetting(path);
  const current = readSeconds(path);
  const planned = plan.readTimeout;
  if (setting === undefined || current === null || planned === null) return null;
  const place = placeOf(path.location ?? path.pass ?? { path: plan.path, line: plan.line, column: 1 }, setting);
  const args = { name, current, planned, longest: plan.longestRequest.seconds, location: plan.location };
  if (current <= 0) {
    if (!isWritten(setting)) return null;
    const edits = readEdits(stand, around);
    return { ...place, rule: 'read-timeout-zero', code: 'zero', severity: 'error', args, edits };
  }
  if (around.below.has(path)) {
    const code = plan.longestRequest.assumed ? 'timed-out' : 'below';
    const severity: Severity = plan.longestRequest.assumed ? 'error' : 'warning';
    const edits = readEdits(stand, around);
    return { ...place, rule: 'read-timeout-below-longest-request', code, severity, args, edits };
  }
  const { pool } = path;
  const killed = killedNow(pool);
  if (pool === null || killed === null || readHolds(current, killed)) return null;
  const terminate = numberOf(terminateSetting(pool)) ?? 0;
  const after = around.terminates.get(pool);
  // What the pool's own finding brings down needs no second finding here.
  if (after?.gap?.code === 'terminate-above-read' && readHolds(current, after.killed)) return null;
  const both = isSet(setting) && isSet(terminateSetting(pool));
  return {
    ...place,
    rule: 'timeout-order',
    code: terminate < current ? 'read-within-heartbeat' : 'read-below-terminate',
    severity: both ? 'error' : 'warning',
    args: { ...args, pool: pool.name, terminate, heartbeat: Math.round((killed - terminate) * 10) / 10 },
    edits: both ? readEdits(stand, around) : [],
  };
}

/** Edits that a changed terminate timeout demands of a read timeout that held before. */
export function followingEdits(stand: Stand, around: Pools): Edit[] {
  const { pool } = stand.path;
  const terminate = pool === null ? undefined : around.terminates.get(pool);
  const current = readSeconds(stand.path);
  if (terminate?.gap == null || terminate.gap.edits.length === 0 || current === null) return [];
  return readHolds(current, terminate.killed) ? [] : readEdits(stand, around);
}

function readEdits({ path, plan, readName }: Stand, { alike, readers, input }: Pools): Edit[] {
  if (plan.readTimeout === null) return [];
  const args = `${String(plan.readTimeout)}s`;
  return setForPath(input.stack, path, readName, args, alike.get(`${readName} ${args}`), readers.get(readName));
}

/** Paths by the directive and the value they are to get, and the readers of each directive: gathered once for all edits. */
export function gatherReaders(stands: readonly Stand[], { stack }: RuleInput): Pick<Pools, 'alike' | 'readers'> {
  const alike = new Map<string, Set<RequestPath>>();
  const readers = new Map<string, Readers>();
  for (const { path, plan, readName } of stands) {
    if (!readers.has(readName)) readers.set(readName, readersOf(stack, readName));
    const key = `${readName} ${String(plan.readTimeout)}s`;
    const set = alike.get(key) ?? new Set();
    alike.set(key, set.add(path));
  }
  return { alike, readers };
}

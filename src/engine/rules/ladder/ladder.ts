import type { Pool } from '../../stack/pool.ts';
import type { Edit } from '../../text/edit.ts';
import { distinct } from '../edits.ts';
import type { RawFinding, RuleInput } from '../rule.ts';
import { executionGap } from './execution.ts';
import { standsOf, unique, type Gap, type LadderRule, type Stand } from './gap.ts';
import { followingEdits, gatherReaders, pathsBelowLongest, readGap } from './read.ts';
import { terminateOf, type Terminate } from './terminate.ts';

/** The findings of one rule about the ladder. */
export function gapsOf(input: RuleInput, rule: LadderRule): readonly RawFinding[] {
  return ladderGaps(input).flatMap(({ rule: owner, edits, ...finding }): RawFinding[] =>
    owner === rule ? [{ ...finding, fix: edits.length ? { safety: 'reload', edits } : null }] : [],
  );
}

/**
 * Where the time limits that stand differ from the ladder of the plan. Solved in one place, because one limit must follow
 * another: each limit's edit belongs to exactly one gap, and each gap to exactly one rule.
 */
function ladderGaps(input: RuleInput): readonly Gap[] {
  const stands = standsOf(input);
  const executions = unique(stands.flatMap((stand) => executionGap(stand, input)));
  const below = pathsBelowLongest(stands, input);
  const terminates = new Map<Pool, Terminate>();
  for (const [pool, own] of byPool(stands)) {
    terminates.set(pool, terminateOf(pool, { own, below, executionRaised: executions.length > 0, input }));
  }
  const around = { terminates, below, ...gatherReaders(stands, input), input };
  const follows = new Map<Pool, Edit[]>();
  const reads: Gap[] = [];
  for (const stand of stands) {
    const gap = readGap(stand, around);
    const edits = gap === null || gap.edits.length === 0 ? followingEdits(stand, around) : [];
    if (stand.path.pool !== null && edits.length > 0) listOf(follows, stand.path.pool).push(...edits);
    else if (gap !== null) reads.push(gap);
  }
  const pools = [...terminates].flatMap(([pool, { gap }]) =>
    gap === null ? [] : [{ ...gap, edits: distinct([...gap.edits, ...(follows.get(pool) ?? [])]) }],
  );
  return [...unique(reads), ...pools, ...executions];
}

function byPool(stands: readonly Stand[]): Map<Pool, Stand[]> {
  const pools = new Map<Pool, Stand[]>();
  for (const stand of stands) if (stand.path.pool !== null) listOf(pools, stand.path.pool).push(stand);
  return pools;
}

function listOf<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

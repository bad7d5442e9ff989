import { readTimeoutName } from '../../plan/current-limits.ts';
import type { PathPlan } from '../../plan/plan.ts';
import type { RequestPath } from '../../stack/request-path.ts';
import { isWritten, type Setting } from '../../stack/setting.ts';
import type { Edit } from '../../text/edit.ts';
import type { RawFinding, RuleInput } from '../rule.ts';

/** Rules that speak of the ladder of time limits. */
export type LadderRule =
  | 'max-execution-time-below-longest-request'
  | 'terminate-below-longest-request'
  | 'terminate-timeout-off'
  | 'timeout-order'
  | 'read-timeout-below-longest-request'
  | 'read-timeout-zero'
  | 'unit-traps';

/** A limit that differs from the plan, the rule that says so, and the edits that this rule alone owns. */
export interface Gap extends Omit<RawFinding, 'fix'> {
  readonly rule: LadderRule;
  readonly edits: readonly Edit[];
}

/** One path with its planned limits. */
export interface Stand {
  readonly path: RequestPath;
  readonly plan: PathPlan;
  readonly readName: string;
}

export function standsOf({ stack, plan }: RuleInput): Stand[] {
  return stack.paths.flatMap((path, at) => {
    const planned = plan.paths[at];
    const readName = readTimeoutName(path);
    return planned === undefined || readName === null ? [] : [{ path, plan: planned, readName }];
  });
}

export function isSet(setting: Setting | undefined): boolean {
  return setting !== undefined && isWritten(setting);
}

/** One gap an edit, and one a place where there is nothing to edit. */
export function unique(gaps: readonly Gap[]): Gap[] {
  const seen = new Set<string>();
  return gaps.filter(({ rule, code, edits, path, line, column }) => {
    const key = JSON.stringify(edits.length ? edits : [rule, code, path, line, column]);
    return seen.has(key) ? false : seen.add(key);
  });
}

import { executionSetting, isUnitTrap, wantedSeconds } from '../../plan/current-limits.ts';
import { cpuOverruns } from '../../plan/overruns.ts';
import { numberOf } from '../../plan/values.ts';
import type { Edit } from '../../text/edit.ts';
import { phpIniOf, setPhpLimit } from '../edits.ts';
import { placeOf } from '../places.ts';
import type { RuleInput } from '../rule.ts';
import { isSet, type Gap, type Stand } from './gap.ts';

/** `max_execution_time` that ends a legitimate request: stated to be longer, or seen to have been ended. */
export function executionGap({ path, plan }: Stand, { stack, evidence }: RuleInput): Gap[] {
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
  if (cpuOverruns(evidence).length > 0) {
    return [{ ...place, rule, code: 'ended', severity: 'error', args, edits: edits() }];
  }
  // Without a php.ini in the paste a default may be set where nobody showed it.
  const known = isSet(setting) || phpIniOf(stack) !== null;
  return known ? [{ ...place, rule, code: 'below', severity: 'warning', args, edits: edits() }] : [];
}

import type { Period } from '../evidence/evidence.ts';
import type { CauseId } from './cause.ts';
import type { Facts } from './facts/facts.ts';
import { recurrenceOf, recurrencePhrase } from './facts/recurrence.ts';
import type { Ranked } from './ranked.ts';

/** Failures that pass: when they come back in step, something starts them. A wrong address fails whenever it is asked. */
const PASSING: ReadonlySet<CauseId> = new Set<CauseId>([
  'worker-terminated-by-timeout',
  'worker-killed-oom',
  'worker-killed-signal',
  'worker-crash-segv',
  'reload-in-flight',
  'crash-loop',
  'backend-crash',
  'pool-exhausted',
  'spawn-limited',
  'backlog-full',
  'slow-dependency',
  'session-lock',
  'upstream-timeout-504',
]);

/** The period in which the failures of a cause come back, null where they come at any time. */
export function periodOf(facts: Facts, { cause, weight }: Ranked): Period | null {
  if (!PASSING.has(cause.id)) return null;
  const shown = new Set(weight.lines.map(({ path, line }) => `${path}:${String(line)}`));
  const own = facts.evidence.events.filter(({ path, line }) => shown.has(`${path}:${String(line)}`));
  return recurrenceOf(facts, [...cause.explains, ...own.map(({ signature }) => signature)]);
}

/** " It comes back every 15 minutes (…): …", '' where it comes at any time. */
export function recurring(period: Period | null): string {
  return period === null
    ? ''
    : ` It comes back ${recurrencePhrase(period)}: a timer or cron job may reload, rotate logs, or load the backend then.`;
}

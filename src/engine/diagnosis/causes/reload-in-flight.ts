import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Signature } from '../../evidence/signatures.ts';
import type { Cause } from '../weighing.ts';
import { bareClosure, closures, CLOSURES, poolLogCovers } from '../facts/closures.ts';
import type { Facts } from '../facts/facts.ts';
import { recurrenceOf } from '../facts/recurrence.ts';
import { linesOf, settingLines } from '../facts/lines.ts';
import { weightOf } from '../facts/signs.ts';
import { failuresAt, joinInTime } from '../facts/time-join.ts';

/** What a request meets while FPM goes away and comes back. */
const HURT: readonly Signature[] = [...CLOSURES, 'nginx.connect-enoent', 'nginx.connect-refused'];

/** A reload or restart of FPM ends running requests at once unless process_control_timeout lets them finish (fpm_process_ctl.c). */
export const reloadInFlight: Cause = {
  id: 'reload-in-flight',
  harm: 'gateway',
  explains: [...CLOSURES, 'nginx.connect-enoent', 'nginx.connect-refused', 'access.502-not-connected'],
  asks: ['fpm-log', 'service', 'pool-config'],
  weigh(facts) {
    const marks = facts.events(
      'fpm.reloading',
      'fpm.terminating',
      'fpm.finishing',
      'fpm.emergency-restart',
      'service.restarted',
    );
    const hurt = facts.events(...HURT);
    if (marks.length > 0 && hurt.length > 0) {
      const join = joinInTime(hurt, marks);
      const lines = facts.pools.flatMap((pool) => settingLines(facts, pool.settings['process_control_timeout']));
      if (join.joined.length > 0) {
        const closed = join.joined.some((event) => CLOSURES.includes(event.signature));
        const weight = weightOf('mechanism', [...marks.slice(0, 3), ...join.joined], {}, closed ? 0.03 : -0.06);
        const failures = failuresAt(facts, HURT, join.joined);
        return { ...weight, failures, lines: [...weight.lines, ...lines.slice(0, 1)] };
      }
      if (!join.known && closures(facts).length > 0) return weightOf('effect', [...marks, ...closures(facts)], {}, 0);
      if (closures(facts).length > 0) {
        const weight = weightOf('bare', marks, {}, -0.12);
        return { ...weight, against: linesOf(closures(facts), 1) };
      }
      return null;
    }
    return bareClosure(facts, poolLogCovers(facts) ? -0.1 : keepsTime(facts) ? 0.14 : burst(facts) ? 0.04 : -0.04);
  },
  sentence: () =>
    'PHP-FPM was reloaded or restarted while requests were running, and process_control_timeout (0 by default) did not let them finish.',
};

/** What keeps time is started by a clock: logrotate, a deploy, a restart from cron. */
function keepsTime(facts: Facts): boolean {
  return recurrenceOf(facts, CLOSURES) !== null;
}

/** Several connections that died in one second died of one thing. */
function burst(facts: Facts): boolean {
  const bySecond = new Map<number, Set<EvidenceEvent>>();
  for (const event of closures(facts)) {
    if (event.at === null) continue;
    const second = Math.floor(event.at);
    bySecond.set(second, (bySecond.get(second) ?? new Set()).add(event));
  }
  return [...bySecond.values()].some((events) => events.size >= 3);
}

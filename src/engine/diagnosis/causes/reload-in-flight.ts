import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Signature } from '../../evidence/signatures.ts';
import type { Cause } from '../weighing.ts';
import { bareClosure, closures, CLOSURES, poolLogCovers } from '../facts/closures.ts';
import type { Facts } from '../facts/facts.ts';
import { recurrenceOf } from '../facts/recurrence.ts';
import { linesOf, settingLines } from '../facts/lines.ts';
import { restartsOf } from '../facts/services.ts';
import { weightOf } from '../facts/signs.ts';
import { failuresAt, joinInTime } from '../facts/time-join.ts';

/** What a request meets while FPM goes away and comes back. */
const HURT: readonly Signature[] = [...CLOSURES, 'nginx.connect-enoent', 'nginx.connect-refused'];

/** The mark is logged before a worker is told to go: a request lost a second earlier was lost to something else. */
const SAME_SECOND = 0.99;

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
    const restarts = restartsOf(facts);
    const restarted = joinInTime(hurt, restarts);
    if (restarted.joined.length > 0 && joinInTime(hurt, marks).joined.length === 0) {
      const weight = weightOf('mechanism', [...restarts.slice(0, 3), ...restarted.joined], {}, 0.02);
      return { ...weight, failures: failuresAt(facts, HURT, restarted.joined) };
    }
    if (marks.length > 0 && hurt.length > 0) {
      const join = joinInTime(hurt, marks, undefined, SAME_SECOND);
      const lines = facts.pools.flatMap((pool) => settingLines(facts, pool.settings['process_control_timeout']));
      if (join.joined.length > 0 && !diedOtherwise(facts, join.joined)) {
        const closed = join.joined.some((event) => CLOSURES.includes(event.signature));
        // The reloads of other days hurt nobody.
        const { joined: near } = joinInTime(marks, join.joined);
        const weight = weightOf('mechanism', [...near.slice(0, 3), ...join.joined], {}, closed ? 0.03 : -0.06);
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

/** How FPM ends a connection, and says why. */
const EXPLAINED: readonly Signature[] = [
  'fpm.exited-signal',
  'fpm.exited-code',
  'fpm.connection-disallowed',
  'fpm.mmap-failed',
];

/**
 * Workers whose end FPM explains were not ended by the reload: what a reload ends is logged at a level that nobody keeps.
 * As many such ends in that moment as lost requests leave it none; half of them do where FPM was stopped for good, and with it
 * the log that would have told of the others.
 */
function diedOtherwise(facts: Facts, lost: readonly EvidenceEvent[]): boolean {
  if (facts.count('fpm.emergency-restart') > 0 || !lost.every(({ signature }) => CLOSURES.includes(signature)))
    return false;
  // Recycled workers close connections that nginx keeps: an end of file, where a reload resets (FACTS 1.1).
  const closedByRecycling = lost.every(({ signature }) => signature !== 'nginx.reset-before-header');
  const explained = facts.events(...EXPLAINED, ...(closedByRecycling ? (['fpm.child-recycled'] as const) : []));
  const ended = joinInTime(explained, lost).joined.length * (isLast(facts) ? 2 : 1);
  // One request may stand in the error log and in the access log.
  return lost.every(({ path }) => lost.filter((one) => one.path === path).length <= ended);
}

/** FPM's log ends with its stop: nothing was started, or loaded again, behind it. */
function isLast(facts: Facts): boolean {
  const [stop] = facts.events('fpm.exited').slice(-1);
  return stop !== undefined && !facts.events('fpm.started', 'fpm.reloading').some((start) => isBehind(start, stop));
}

function isBehind(start: EvidenceEvent, stop: EvidenceEvent): boolean {
  return start.path === stop.path && start.line > stop.line;
}

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

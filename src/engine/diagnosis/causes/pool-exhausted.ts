import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Signature } from '../../evidence/signatures.ts';
import type { Args, Cause } from '../weighing.ts';
import { linesOf, settingLines } from '../facts/lines.ts';
import { numberOf, poolNamed } from '../facts/limits.ts';
import { everybodyServed, timeoutsAtOnce } from '../facts/bursts.ts';
import type { Facts } from '../facts/facts.ts';
import { busyPools, fullPools } from '../facts/pool-load.ts';
import { ofTheirSystem } from '../facts/machines.ts';
import { weightOf, word } from '../facts/signs.ts';
import { throttlingOf, throttlingPhrase } from '../facts/throttling.ts';
import { isZoneShift } from '../facts/time-join.ts';
import { servesPhp } from '../facts/upstream-field.ts';

/** Every worker is busy and requests wait: 504 or latency, then 11 when the queue overflows; never a 502 by itself (FACTS 1.6). */
export const poolExhausted: Cause = {
  id: 'pool-exhausted',
  harm: 'gateway',
  explains: [
    'nginx.read-header-timeout',
    'nginx.connect-eagain',
    'nginx.connect-timeout',
    'access.504-read',
    'access.504-connect',
    'access.504-other',
    'access.499',
    'nginx.client-closed',
  ],
  asks: ['slow-log', 'fpm-status', 'processes', 'fpm-log'],
  weigh(facts) {
    if (everybodyServed(facts)) return null;
    const full = fullPools(facts);
    const queue = facts.events('sockets.queue-full');
    const late = facts.events(
      'nginx.read-header-timeout',
      'nginx.connect-eagain',
      'nginx.connect-timeout',
      'access.504-read',
    );
    const said = ofTheirSystem(facts.events('fpm.max-children', 'fpm.process-max', 'status.saturated'), late);
    const busy = ofTheirSystem(facts.events('processes.workers-busy'), late);
    const limitOf = (name: string | number | undefined) => poolNamed(facts, name)?.settings['pm.max_children'];
    if (said.length > 0 || full.some(({ queued }) => queued)) {
      const apart = full.length === 0 && isAtAnotherTime(said, late);
      const weight = weightOf(
        apart ? 'bare' : 'mechanism',
        said,
        limitArgs(facts, numberOf(limitOf(undefined))),
        apart ? 0.1 : 0.02,
      );
      const lines = [...full.map(({ line }) => line), ...settingLines(facts, limitOf(weight.args['pool']))];
      return { ...weight, lines: [...weight.lines, ...lines], against: apart ? linesOf(late, 2) : [] };
    }
    const left = facts.count(...LEFT) >= FEWEST ? facts.events(...LEFT) : [];
    if ((full.length > 0 || busy.length > 0) && late.length + left.length > 0) {
      const weight = weightOf('mechanism', [...busy, ...late, ...left], limitArgs(facts, numberOf(limitOf(undefined))));
      return { ...weight, lines: [...full.map(({ line }) => line), ...weight.lines] };
    }
    if (full.length > 0 && queue.length > 0) {
      return { ...weightOf('mechanism', queue), lines: full.map(({ line }) => line) };
    }
    const occupied = busyPools(facts);
    if (occupied.length > 0 && late.length > 0) {
      const weight = weightOf('effect', late, limitArgs(facts, numberOf(limitOf(undefined))), 0.08);
      return { ...weight, lines: [...occupied.slice(0, 2), ...weight.lines] };
    }
    const atOnce = timeoutsAtOnce(facts);
    const smallest = Math.min(...facts.pools.flatMap((pool) => numberOf(pool.settings['pm.max_children']) ?? []));
    if (atOnce > smallest) {
      const weight = weightOf('effect', late, { limit: smallest, atOnce }, 0.1);
      return { ...weight, lines: [...weight.lines.slice(0, 3), ...settingLines(facts, limitOf(undefined))] };
    }
    if (!servesPhp(facts)) return null;
    if (facts.count('nginx.connect-eagain') > 0)
      return weightOf('bare', facts.events('nginx.connect-eagain'), {}, 0.12);
    return late.length > 0 ? weightOf('bare', late, {}, 0.06) : null;
  },
  sentence(args) {
    const limit = args['limit'] === undefined ? '' : ` (pm.max_children = ${word(args, 'limit', '')})`;
    if (args['atOnce'] !== undefined)
      return `${word(args, 'atOnce', '')} requests timed out in one second, more than the${limit.replace(' (', ' ').replace(')', '')} workers there are: the others waited in the queue.`;
    return `All workers of pool ${word(args, 'pool', 'www')} were busy${limit}; requests waited in the queue until nginx gave up.${throttlingPhrase(args['throttled'])}`;
  },
};

/** Clients that lost patience while a pool was seen full waited for a worker; one or two leave everywhere. */
const LEFT: readonly Signature[] = ['access.499', 'nginx.client-closed'];
const FEWEST = 3;

/** FPM warns once an episode (fpm_process_ctl.c), so a warning may stand hours before the last timeout, but not long after it. */
const EPISODE = 4 * 3600;
const AFTER = 600;

/** True when every warning is of another time than every late answer; logs in two zones differ by whole half hours. */
function isAtAnotherTime(said: readonly EvidenceEvent[], late: readonly EvidenceEvent[]): boolean {
  if (said.length === 0 || late.length === 0) return false;
  return !said.some((warning) =>
    late.some((answer) => {
      if (warning.at === null || answer.at === null) return true;
      const after = answer.at - warning.at;
      return (after >= -AFTER && after <= EPISODE) || isZoneShift(after);
    }),
  );
}

function limitArgs(facts: Facts, limit: number | null): Args {
  const throttled = throttlingOf(facts);
  return { ...(limit === null ? {} : { limit }), ...(throttled === null ? {} : { throttled: throttled.share }) };
}

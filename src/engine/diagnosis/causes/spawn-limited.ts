import type { Cause } from '../weighing.ts';
import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Pool } from '../../stack/pool.ts';
import { everybodyServed, timeoutsAtOnce } from '../facts/bursts.ts';
import type { Facts } from '../facts/facts.ts';
import { linesOf, settingLines } from '../facts/lines.ts';
import { numberOf, readTimeout, textOf } from '../facts/limits.ts';
import { weightOf, word } from '../facts/signs.ts';

/** pm = dynamic forks at most min_spare − idle children a second, so a burst waits although max_children is far away (FACTS 1.8). */
export const spawnLimited: Cause = {
  id: 'spawn-limited',
  harm: 'gateway',
  explains: ['nginx.read-header-timeout', 'nginx.connect-eagain', 'access.504-read', 'access.499'],
  asks: ['pool-config', 'fpm-status', 'fpm-log'],
  weigh(facts) {
    if (everybodyServed(facts)) return null;
    const busy = facts.events('fpm.seems-busy');
    const full = facts.count('fpm.max-children', 'fpm.process-max', 'status.saturated') > 0;
    const keys = ['pm.max_children', 'pm.min_spare_servers', 'pm.start_servers', 'pm.max_spare_servers'];
    const lines = facts.pools.flatMap((pool) => settingLines(facts, ...keys.map((key) => pool.settings[key])));
    if (busy.length > 0) {
      // Without the pool's own limit nobody knows how near it was.
      const weight = full
        ? weightOf('effect', busy, {}, -0.1)
        : weightOf(farFromFull(facts, busy) ? 'mechanism' : 'effect', busy, {}, 0.08);
      return { ...weight, lines: [...weight.lines.slice(0, 3), ...lines] };
    }
    const late = facts.events('nginx.read-header-timeout', 'nginx.connect-eagain');
    if (full || late.length === 0) return null;
    const atOnce = timeoutsAtOnce(facts);
    const slow = facts.pools.some((pool) => outpaced(facts, pool, atOnce));
    return slow ? { ...weightOf('effect', late, { atOnce }, 0.09), lines: [...linesOf(late, 3), ...lines] } : null;
  },
  sentence: (args) =>
    `Pool ${word(args, 'pool', 'www')} could not start workers fast enough for the burst: pm.min_spare_servers bounds how many are forked each second, not pm.max_children.`,
};

/** Forking one batch of min_spare a second (fpm_process_ctl.c) would have taken longer than the requests were allowed to wait. */
function outpaced(facts: Facts, pool: Pool, atOnce: number): boolean {
  if (textOf(pool.settings['pm']) !== 'dynamic') return false;
  const most = numberOf(pool.settings['pm.max_children']) ?? 0;
  const spare = numberOf(pool.settings['pm.min_spare_servers']) ?? most;
  const start = numberOf(pool.settings['pm.start_servers']) ?? spare;
  const patience = Math.min(...facts.paths.map((path) => numberOf(readTimeout(path)) ?? 60));
  return spare > 0 && atOnce > start && atOnce < most && (atOnce - start) / spare >= patience / 2;
}

/** "…, there are 0 idle, and 6 total children" against the limit of the pool. */
function farFromFull(facts: Facts, busy: readonly EvidenceEvent[]): boolean {
  const totals = busy.map((event) => Number(/ and (\d{1,6}) total children/.exec(event.text)?.[1] ?? Infinity));
  const limits = facts.pools.flatMap((pool) => numberOf(pool.settings['pm.max_children']) ?? []);
  return limits.length > 0 && Math.max(...totals) * 2 <= Math.min(...limits);
}

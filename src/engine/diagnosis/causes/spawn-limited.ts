import type { Cause } from '../weighing.ts';
import { settingLines } from '../facts/lines.ts';
import { numberOf } from '../facts/limits.ts';
import { processManager } from '../facts/pool-load.ts';
import { weightOf, word } from '../facts/signs.ts';

/** pm = dynamic forks at most min_spare − idle children a second, so a burst waits although max_children is far away (FACTS 1.8). */
export const spawnLimited: Cause = {
  id: 'spawn-limited',
  harm: 'gateway',
  explains: ['nginx.read-header-timeout', 'nginx.connect-eagain', 'access.504-read', 'access.499'],
  asks: ['pool-config', 'fpm-status', 'fpm-log'],
  weigh(facts) {
    const busy = facts.events('fpm.seems-busy');
    const full = facts.count('fpm.max-children', 'fpm.process-max', 'status.saturated') > 0;
    const keys = ['pm.max_children', 'pm.min_spare_servers', 'pm.start_servers', 'pm.max_spare_servers'];
    const lines = facts.pools.flatMap((pool) => settingLines(facts, ...keys.map((key) => pool.settings[key])));
    if (busy.length > 0) {
      const weight = full ? weightOf('effect', busy, {}, -0.1) : weightOf('mechanism', busy, {}, 0.01);
      return { ...weight, lines: [...weight.lines.slice(0, 3), ...lines] };
    }
    const late = facts.events('nginx.read-header-timeout', 'nginx.connect-eagain');
    if (full || late.length < 3 || processManager(facts) !== 'dynamic' || !facts.evidence.kinds.has('fpm-log'))
      return null;
    const slow = facts.pools.some((pool) => {
      const most = numberOf(pool.settings['pm.max_children']) ?? 0;
      return (numberOf(pool.settings['pm.min_spare_servers']) ?? most) * 4 <= most;
    });
    return slow ? { ...weightOf('bare', late, {}, 0.15), lines } : null;
  },
  sentence: (args) =>
    `Pool ${word(args, 'pool', 'www')} could not start workers fast enough for the burst: pm.min_spare_servers bounds how many are forked each second, not pm.max_children.`,
};

import { burstSpareServers } from '../plan/spare-servers.ts';
import { placeOf } from './places.ts';
import { poolCases, sparesForNow } from './pool-gap.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'Workers are forked too slowly for bursts',
  why:
    'pm = dynamic forks per second at most min(spawn rate, min_spare_servers − idle, max_children − running) workers. ' +
    'With min_spare_servers = 1 that is one a second, whatever max_children says. ondemand and static have no such limit.',
  source: 'fpm_process_ctl.c (fpm_pctl_perform_idle_server_maintenance)',
};

export const spawnLimited: Rule = {
  name: 'spawn-limited',
  messages: {
    busy: 'Pool {pool} could not fork workers as fast as requests came (min_spare_servers {min} of {current}); {planned} are to stand ready.',
  },
  check(input) {
    return poolCases(input).flatMap((one): RawFinding[] => {
      if (one.spares !== 'limited') return [];
      const { pool, current } = one;
      const edits = sparesForNow(input, one);
      if (edits.length === 0) return [];
      const min = pool.settings['pm.min_spare_servers'];
      const args = { pool: pool.name, current, min: min?.written ?? '', planned: burstSpareServers(current).min };
      return [{ ...placeOf(pool, min), severity: 'error', code: 'busy', args, fix: { safety: 'reload', edits } }];
    });
  },
};

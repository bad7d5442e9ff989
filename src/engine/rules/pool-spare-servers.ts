import { placeOf } from './places.ts';
import { poolCases, sparesForNow } from './pool-gap.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'Spare servers that PHP-FPM refuses',
  why:
    'With pm = dynamic: 1 ≤ min_spare_servers ≤ start_servers ≤ max_spare_servers ≤ max_children. Anything else and PHP-FPM does not start. ' +
    'static and ondemand ignore these keys.',
  source: 'fpm_conf.c (fpm_conf_process_all_pools)',
};

export const poolSpareServers: Rule = {
  name: 'pool-spare-servers',
  messages: {
    'min-missing': 'Pool {pool}: pm.min_spare_servers must be at least 1; PHP-FPM does not start.',
    'max-missing': 'Pool {pool}: pm.max_spare_servers must be at least 1; PHP-FPM does not start.',
    'min-above-max':
      'Pool {pool}: pm.max_spare_servers {max} is below pm.min_spare_servers {min}; PHP-FPM does not start.',
    'spare-above-children':
      'Pool {pool}: spare servers {min} and {max} must not exceed pm.max_children = {children}; PHP-FPM does not start.',
    'start-outside': 'Pool {pool}: pm.start_servers {start} is not between {min} and {max}; PHP-FPM does not start.',
  },
  check(input) {
    return poolCases(input).flatMap((one): RawFinding[] => {
      const code = one.spareProblems[0];
      if (code === undefined) return [];
      const { pool, current } = one;
      const key =
        code === 'start-outside'
          ? 'pm.start_servers'
          : code.startsWith('min')
            ? 'pm.min_spare_servers'
            : 'pm.max_spare_servers';
      const value = (name: string) => pool.settings[name]?.written ?? 'unset';
      const args = {
        pool: pool.name,
        children: current,
        min: value('pm.min_spare_servers'),
        max: value('pm.max_spare_servers'),
        start: value('pm.start_servers'),
      };
      const edits = one.spares === 'refused' ? sparesForNow(input, one) : [];
      const place = placeOf(pool, pool.settings[key], pool.settings['pm.max_children']);
      return [{ ...place, severity: 'error', code, args, fix: edits.length ? { safety: 'restart', edits } : null }];
    });
  },
};

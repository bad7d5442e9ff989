import { fpmDescriptorsFor } from '../plan/descriptors.ts';
import { eventsOf } from '../plan/paths-of-event.ts';
import { numberOf } from '../plan/values.ts';
import type { Pool } from '../stack/pool.ts';
import { isWritten } from '../stack/setting.ts';
import { replaceWritten } from './edits.ts';
import { placeOf } from './places.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'PHP-FPM runs out of file descriptors',
  why: 'The master needs two pipes a worker, its log and its sockets. With rlimit_files of [global] too small it does not start or cannot fork: "failed to prepare the stderr pipe". A pool’s own rlimit_files holds for its workers.',
  source: 'fpm_unix.c (RLIMIT_NOFILE), fpm_stdio.c',
};

export const fpmDescriptors: Rule = {
  name: 'fpm-descriptors',
  messages: { small: 'PHP-FPM ran out of file descriptors at rlimit_files = {current}; {planned} is planned.' },
  check({ stack, evidence }) {
    if (eventsOf(evidence, ['fpm.fd-exhausted']).length === 0) return [];
    const all = stack.pools.map(childrenOf).reduce((sum, one) => sum + one, 0);
    const places = new Set<string>();
    return stack.pools
      .flatMap((pool) => [
        { pool, setting: pool.settings['global.rlimit_files'], planned: fpmDescriptorsFor(all) },
        { pool, setting: pool.settings['rlimit_files'], planned: fpmDescriptorsFor(childrenOf(pool)) },
      ])
      .flatMap(({ pool, setting, planned }): RawFinding[] => {
        const current = numberOf(setting);
        if (setting === undefined || !isWritten(setting) || current === null || current <= 0 || current >= planned)
          return [];
        const place = placeOf(pool, setting);
        const key = JSON.stringify(place);
        if (places.has(key)) return [];
        places.add(key);
        const fix = { safety: 'restart' as const, edits: [replaceWritten(setting, String(planned))] };
        return [{ ...place, severity: 'error', code: 'small', args: { current, planned }, fix }];
      });
  },
};

function childrenOf({ settings }: Pool): number {
  return numberOf(settings['pm.max_children']) ?? 0;
}

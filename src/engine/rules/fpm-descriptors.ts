import { fpmDescriptorsFor } from '../plan/descriptors.ts';
import { eventsOf } from '../plan/paths-of-event.ts';
import { numberOf } from '../plan/values.ts';
import { isWritten } from '../stack/setting.ts';
import { replaceWritten } from './edits.ts';
import { placeOf } from './places.ts';
import type { RawFinding, Rule } from './rule.ts';

export const fpmDescriptors: Rule = {
  name: 'fpm-descriptors',
  docs: {
    title: 'PHP-FPM runs out of file descriptors',
    why: 'The master needs two pipes a worker, its log and its sockets. With rlimit_files too small it cannot fork: "failed to prepare the stderr pipe".',
    source: 'fpm_unix.c (RLIMIT_NOFILE), fpm_stdio.c',
  },
  messages: { small: 'PHP-FPM ran out of file descriptors at rlimit_files = {current}; {planned} is planned.' },
  check({ stack, evidence }) {
    if (eventsOf(evidence, ['fpm.fd-exhausted']).length === 0) return [];
    const seen = new Set<string>();
    return stack.pools.flatMap((pool): RawFinding[] => {
      const setting = pool.settings['rlimit_files'];
      const current = numberOf(setting);
      const planned = fpmDescriptorsFor(numberOf(pool.settings['pm.max_children']) ?? 0);
      if (setting === undefined || !isWritten(setting) || current === null || current <= 0 || current >= planned)
        return [];
      const place = placeOf(pool, setting);
      const key = JSON.stringify(place);
      if (seen.has(key)) return [];
      seen.add(key);
      const fix = { safety: 'restart' as const, edits: [replaceWritten(setting, String(planned))] };
      return [{ ...place, severity: 'error', code: 'small', args: { current, planned }, fix }];
    });
  },
};

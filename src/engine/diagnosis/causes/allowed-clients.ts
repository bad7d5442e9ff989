import type { Cause } from '../weighing.ts';
import { closures, closuresAreFastcgi } from '../facts/closures.ts';
import { settingLines } from '../facts/lines.ts';
import { textOf } from '../facts/limits.ts';
import { bySigns, weightOf } from '../facts/signs.ts';

/** FPM accepts, looks at listen.allowed_clients, and drops the connection (main/fastcgi.c); without catch_workers_output silently. */
export const allowedClients: Cause = {
  id: 'allowed-clients',
  harm: 'gateway',
  explains: ['nginx.reset-before-header', 'nginx.eof-before-header', 'access.502-closed-before-header'],
  asks: ['fpm-log', 'pool-config'],
  weigh(facts) {
    const seen = bySigns(facts, { mechanism: ['fpm.connection-disallowed'] });
    if (seen !== null) return seen;
    const closed = closures(facts);
    if (closed.length === 0 || !closuresAreFastcgi(facts)) return null;
    const restricted = facts.pools.filter((pool) => {
      const allowed = textOf(pool.settings['listen.allowed_clients']) ?? '';
      const remote = !/^(?:127\.|\[::1\]|localhost|unix:|\/)/.test(pool.address ?? '127.');
      const onlyLoopback = allowed.split(',').every((ip) => /^(?:127\.|::1)/.test(ip.trim()));
      const lacksLoopback = !allowed.includes('127.0.0.1') && (pool.address ?? '').startsWith('127.');
      return allowed.trim() !== '' && ((remote && onlyLoopback) || lacksLoopback);
    });
    if (restricted.length === 0) return null;
    const weight = weightOf('effect', closed, {}, 0.06);
    const lines = restricted.flatMap((pool) => settingLines(facts, pool.settings['listen.allowed_clients']));
    return { ...weight, lines: [...weight.lines.slice(0, 3), ...lines] };
  },
  sentence: () => 'PHP-FPM drops the connections of nginx because listen.allowed_clients does not contain its address.',
};

import { terminateSetting, wantedSeconds } from '../plan/current-limits.ts';
import { setPoolKey } from './edits.ts';
import { placeOf } from './places.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

/** A slow log at ten seconds also makes the check interval of request_terminate_timeout fine enough. */
const USUAL_SLOWLOG = 10;

export const docs: RuleDocs = {
  title: 'request_slowlog_timeout above request_terminate_timeout',
  why: 'PHP-FPM refuses to start: a request would be ended before it could be logged. Equal values are accepted.',
  source: 'fpm_conf.c (fpm_conf_process_all_pools)',
};

export const slowlogAboveTerminate: Rule = {
  name: 'slowlog-above-terminate',
  messages: {
    above:
      'Pool {pool}: request_slowlog_timeout {slowlog} s is above request_terminate_timeout {terminate} s; PHP-FPM does not start.',
  },
  check({ stack }) {
    return stack.pools.flatMap((pool): RawFinding[] => {
      const setting = pool.settings['request_slowlog_timeout'];
      const slowlog = wantedSeconds(setting) ?? 0;
      const terminate = wantedSeconds(terminateSetting(pool)) ?? 0;
      if (slowlog <= 0 || terminate <= 0 || slowlog <= terminate) return [];
      const planned = Math.max(1, Math.min(USUAL_SLOWLOG, Math.floor(terminate)));
      const edits = setPoolKey(stack, pool, 'request_slowlog_timeout', `${String(planned)}s`);
      const args = { pool: pool.name, slowlog, terminate, planned };
      return [{ ...placeOf(pool, setting), severity: 'error', code: 'above', args, fix: { safety: 'restart', edits } }];
    });
  },
};

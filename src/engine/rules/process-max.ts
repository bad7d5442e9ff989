import { eventsOf } from '../plan/paths-of-event.ts';
import { numberOf } from '../plan/values.ts';
import { isWritten } from '../stack/setting.ts';
import { replaceWritten } from './edits.ts';
import { placeOf } from './places.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'process.max stops the pools',
  why: 'The global cap over all pools is below what they allow together: a pool waits for workers though its own max_children is not reached.',
  source: 'fpm_children.c (fpm_children_make)',
};

export const processMax: Rule = {
  name: 'process-max',
  messages: {
    reached: 'process.max = {current} was reached; the pools allow {planned} workers together.',
    below: 'process.max = {current} is below the {planned} workers that the pools allow together.',
  },
  check({ stack, evidence, plan }) {
    const setting = stack.pools
      .map((pool) => pool.settings['process.max'])
      .find((one) => one !== undefined && isWritten(one));
    const current = numberOf(setting);
    if (setting === undefined || !isWritten(setting) || current === null || current <= 0) return [];
    const reached = eventsOf(evidence, ['fpm.process-max']).length > 0;
    const planned = stack.pools.reduce((sum, pool, at) => {
      const present = numberOf(pool.settings['pm.max_children']) ?? 0;
      return sum + Math.max(present, reached ? (plan.pools[at]?.maxChildren ?? 0) : 0);
    }, 0);
    if (current >= planned) return [];
    const place = placeOf(setting.from, setting);
    const args = { current, planned };
    if (!reached) return [{ ...place, severity: 'info', code: 'below', args, fix: null }];
    const fix = { safety: 'reload' as const, edits: [replaceWritten(setting, String(planned))] };
    return [{ ...place, severity: 'error', code: 'reached', args, fix }];
  },
};

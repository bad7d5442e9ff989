import { memoryLimitFor } from '../plan/memory-limit.ts';
import { eventsOf } from '../plan/paths-of-event.ts';
import { sizeWord } from '../plan/size-word.ts';
import { numberOf } from '../plan/values.ts';
import { setPhpLimit } from './edits.ts';
import { placeOf } from './places.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'Scripts need more than memory_limit',
  why:
    'PHP ends the script with a fatal error: 500, the worker lives on. It is no OOM kill, and a higher limit makes those likelier: ' +
    'all workers at the new limit must still fit into the memory. Where they would not, the fix is a decision.',
  source: 'Zend/zend_alloc.c (zend_mm_safe_error)',
};

export const memoryLimit: Rule = {
  name: 'memory-limit',
  messages: {
    exhausted: 'A script needed more than memory_limit = {current}; {planned} is planned.',
  },
  check({ stack, evidence, plan }) {
    const needs = eventsOf(evidence, ['php.memory-limit']).map((event) => memoryLimitFor(event));
    const needed = needs.reduce((most, one) => (one.limit > most.limit ? one : most), { limit: 0, planned: 0 });
    if (needed.limit === 0) return [];
    const seen = new Set<string>();
    return stack.paths.flatMap((path): RawFinding[] => {
      const setting = path.php?.settings['memory_limit'];
      const current = numberOf(setting);
      // A limit that was raised since has had its cure; one below is not the one that was met.
      if (setting === undefined || current === null || current !== needed.limit) return [];
      const place = placeOf(path.location ?? path.pass ?? { path: '', line: 1, column: 1 }, setting);
      const key = JSON.stringify(place);
      if (seen.has(key)) return [];
      seen.add(key);
      const planned = sizeWord(needed.planned, 'KMG');
      const args = { current: setting.written ?? sizeWord(current, 'KMG'), planned };
      const edits = setPhpLimit(stack, path, 'memory_limit', planned);
      const bound = plan.pools[path.pool === null ? -1 : stack.pools.indexOf(path.pool)]?.bounds.memoryLimit ?? null;
      const children = numberOf(path.pool?.settings['pm.max_children']) ?? 0;
      const fits = bound !== null && children * (needed.planned / current) <= bound;
      return [
        { ...place, severity: 'error', code: 'exhausted', args, fix: { safety: fits ? 'reload' : 'decide', edits } },
      ];
    });
  },
};

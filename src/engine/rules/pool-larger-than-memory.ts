import { placeOf } from './places.ts';
import { outOfMemory, poolCases, sizeEdits } from './pool-gap.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'More workers than the memory carries',
  why:
    'All pools together must fit into RAM (or the cgroup’s limit) less what the system needs: (RAM − reserve − OPcache) / ' +
    'private peak of one worker. Beyond it the kernel kills workers (502) or the machine swaps. OPcache’s segment is shared and counts once.',
  source: 'measured: PSS and USS of workers under load; kernel mm/oom_kill.c',
};

export const poolLargerThanMemory: Rule = {
  name: 'pool-larger-than-memory',
  messages: {
    stated:
      'Pool {pool} allows {current} workers; {memory} fit into the stated memory. {planned} is the smallest of the known bounds ({binding}).',
    killed:
      'The kernel ran out of memory and pool {pool} allows {current} workers; the host carries {planned} ({binding} binds).',
    'worst-case':
      'Worst case: {current} workers of pool {pool} at memory_limit need more than the memory; {memoryLimit} would fit. memory_limit is rarely reached by all.',
  },
  check(input) {
    return poolCases(input).flatMap((one): RawFinding[] => {
      const { pool, plan, current, size: gap } = one;
      const { memory, memoryLimit, binding } = plan.bounds;
      const place = placeOf(pool, pool.settings['pm.max_children']);
      const args = { pool: pool.name, current, planned: plan.maxChildren ?? current, binding };
      if (gap === 'larger-than-memory') {
        const killed = outOfMemory(input) !== undefined;
        const fix = { safety: 'reload' as const, edits: sizeEdits(input.stack, one) };
        const severity = killed ? 'error' : 'warning';
        return [
          { ...place, severity, code: killed ? 'killed' : 'stated', args: { ...args, memory: memory ?? 0 }, fix },
        ];
      }
      const written = pool.settings['pm.max_children']?.written != null;
      if (memoryLimit === null || current <= memoryLimit || !written) return [];
      return [{ ...place, severity: 'info', code: 'worst-case', args: { ...args, memoryLimit }, fix: null }];
    });
  },
};

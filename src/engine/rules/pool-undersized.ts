import { saturationOf } from '../plan/saturation.ts';
import { placeOf } from './places.ts';
import { poolCases, sizeEdits, type PoolCase } from './pool-gap.ts';
import type { RawFinding, Rule, RuleDocs, RuleInput } from './rule.ts';

export const docs: RuleDocs = {
  title: 'Fewer workers than the demand needs',
  why:
    'A full pool is latency first, 504 next, and with a full listen queue an immediate 502 (unix) or a connect timeout (TCP). ' +
    'pm = static logs nothing when full. The size wanted is L / 0.7 with L = arrivals × service time, never above what memory and ' +
    'CPU carry. Under pm = dynamic a larger max_children alone does not help a burst: FPM forks at most min_spare − idle workers a second.',
  source: 'fpm_process_ctl.c (fpm_pctl_perform_idle_server_maintenance); Little’s law',
};

export const poolUndersized: Rule = {
  name: 'pool-undersized',
  messages: {
    full: 'Pool {pool} was full at {current} workers; {planned} are planned ({binding} binds).',
    'at-ceiling':
      'Pool {pool} was full at {current} workers, and the host carries no more ({binding} binds): make requests cheaper or add memory or cores.',
    demand: 'The logs show a demand of {demand} workers; pool {pool} allows {current}.',
    asked:
      'The stated memory carries {planned} workers ({binding} binds); pool {pool} allows {current}. Nothing shows that more are needed.',
  },
  check: (input) => poolCases(input).flatMap((one) => findingsOf(one, input)),
};

function findingsOf(one: PoolCase, input: RuleInput): RawFinding[] {
  const { pool, plan, current, size, raise } = one;
  const place = placeOf(pool, pool.settings['pm.max_children']);
  const { bounds } = plan;
  const args = {
    pool: pool.name,
    current,
    planned: plan.maxChildren ?? current,
    binding: bounds.binding,
    demand: bounds.demand ?? 0,
  };
  const edits = () => sizeEdits(input.stack, one);
  const inferred = saturationOf(pool, input.stack, input.evidence)?.inferred === true;
  const sized = bounds.memory !== null || bounds.memoryLimit !== null || bounds.demand !== null;
  if (size === 'full') {
    return [
      {
        ...place,
        severity: 'error',
        code: 'full',
        args,
        fix: { safety: sized && !inferred ? 'reload' : 'decide', edits: edits() },
      },
    ];
  }
  if (raise === 'demand')
    return [{ ...place, severity: 'warning', code: 'demand', args, fix: { safety: 'decide', edits: edits() } }];
  if (raise === 'asked')
    return [{ ...place, severity: 'info', code: 'asked', args, fix: { safety: 'decide', edits: edits() } }];
  const full = saturationOf(pool, input.stack, input.evidence);
  // A larger pool since the line was written has had its cure.
  if (full === null || full.limit === null || full.limit < current || plan.maxChildren === null || !sized) return [];
  return plan.maxChildren <= current ? [{ ...place, severity: 'warning', code: 'at-ceiling', args, fix: null }] : [];
}

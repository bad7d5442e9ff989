import type { Cause } from '../weighing.ts';
import { CLOSURES, weighDeath } from '../facts/closures.ts';
import { killedWorkers } from '../facts/kills.ts';
import { weightOf, word } from '../facts/signs.ts';

/** Somebody killed the worker, and no kernel line says that it was the OOM killer; or PHP's hard timeout ended it (code 124). */
export const workerKilledSignal: Cause = {
  id: 'worker-killed-signal',
  harm: 'gateway',
  explains: CLOSURES,
  asks: ['kernel-log', 'containers', 'fpm-log'],
  weigh(facts) {
    const hard = [
      ...facts.events('fpm.exited-code').filter((event) => event.fields['code'] === 124),
      ...facts.events('php.hard-timeout'),
    ];
    if (hard.length > 0) return weightOf('mechanism', hard, { hard: 'yes' }, 0.02);
    const weight = weighDeath(facts, killedWorkers(facts));
    // The signal is certain, its sender is not: without the kernel log this stays a question.
    if (weight === null) return null;
    return { ...weight, level: 'effect', nuance: weight.level === 'mechanism' ? 0.08 : -0.1 };
  },
  sentence: (args) =>
    args['hard'] === 'yes'
      ? "PHP's hard_timeout ended the worker inside one long internal call (exit code 124): max_execution_time plus 2 s of CPU were used up."
      : `A worker${'pool' in args ? ` of pool ${word(args, 'pool', '')}` : ''} was killed by signal 9; the OOM killer is likely, but no kernel line says so yet.`,
};

import type { Cause } from '../weighing.ts';
import { answeredWith } from '../facts/answers.ts';
import { closures } from '../facts/closures.ts';
import { weightOf, word } from '../facts/signs.ts';
import { joinInTime } from '../facts/time-join.ts';

/** Something failed and none of the known causes explains it. */
export const other: Cause = {
  id: 'other',
  harm: 'gateway',
  explains: [
    'access.502-other',
    'access.503',
    'nginx.worker-died',
    'nginx.fastcgi-record-too-big',
    'nginx.send-failed',
    'probe.status',
  ],
  asks: ['error-log', 'fpm-log', 'nginx-config'],
  weigh(facts) {
    const tooBig = facts.events('nginx.fastcgi-record-too-big');
    if (tooBig.length > 0) return weightOf('mechanism', tooBig, { record: 'yes' });
    const died = facts.events('nginx.worker-died');
    if (died.length > 0) return weightOf('effect', died, { worker: 'yes' }, -0.1);
    const ended = facts.events('fpm.exited-code').filter(({ fields }) => Number(fields['code']) !== 124);
    if (ended.length > 0 && joinInTime(closures(facts), ended).joined.length > 0)
      return weightOf('effect', [...ended, ...closures(facts)], { exit: 'yes' });
    // Nobody logged what the requests of these workers saw; one may have been a script's own way out.
    if (ended.length > 1 && closures(facts).length === 0) return weightOf('bare', ended, { exit: 'yes' }, 0.02);
    const some = facts.events('access.502-other', 'access.503', 'nginx.send-failed', 'nginx.stopped');
    // What limit_req or limit_conn refused, and said so, is explained.
    const limited = facts.count('nginx.limit-req', 'nginx.limit-conn') >= facts.count('access.503');
    const failed = some.filter(
      ({ signature }) => signature !== 'nginx.stopped' && !(limited && signature === 'access.503'),
    );
    if (failed.length > 0) return weightOf('bare', failed, {}, -0.05);
    const answered = answeredWith(facts, 502, 503);
    return answered.length > 0 ? weightOf('bare', answered, {}, -0.12) : null;
  },
  sentence(args) {
    if (args['record'] === 'yes')
      return 'The FastCGI parameters of a request exceed 64 KiB (a huge cookie or header): nginx answered 500.';
    if (args['worker'] === 'yes')
      return 'A worker process of nginx itself died; look at its modules and its core dump.';
    if (args['exit'] === 'yes')
      return `A PHP worker ended itself with exit code ${word(args, 'code', '')} while a request was running; what it wrote to stderr says why (catch_workers_output).`;
    return 'Requests failed, but the evidence at hand does not say why.';
  },
};

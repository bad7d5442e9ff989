import type { Cause } from '../weighing.ts';
import { answeredWith } from '../facts/answers.ts';
import { weightOf } from '../facts/signs.ts';

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
    const some = facts.events('access.502-other', 'access.503', 'nginx.send-failed', 'nginx.stopped');
    const failed = some.filter((event) => event.signature !== 'nginx.stopped');
    if (failed.length > 0) return weightOf('bare', failed, {}, -0.05);
    const answered = answeredWith(facts, 502, 503);
    return answered.length > 0 ? weightOf('bare', answered, {}, -0.12) : null;
  },
  sentence(args) {
    if (args['record'] === 'yes')
      return 'The FastCGI parameters of a request exceed 64 KiB (a huge cookie or header): nginx answered 500.';
    if (args['worker'] === 'yes')
      return 'A worker process of nginx itself died; look at its modules and its core dump.';
    return 'Requests failed, but the evidence at hand does not say why.';
  },
};

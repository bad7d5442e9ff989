import type { Cause } from '../weighing.ts';
import { weightOf } from '../facts/signs.ts';
import { stackAgreement } from '../facts/slow-stacks.ts';

/** The files handler locks a session for the whole request: requests of one visitor wait for each other in session_start(). */
export const sessionLock: Cause = {
  id: 'session-lock',
  harm: 'gateway',
  explains: [
    'nginx.read-header-timeout',
    'nginx.connect-eagain',
    'access.504-read',
    'access.499',
    'nginx.client-closed',
    'fpm.max-children',
  ],
  asks: ['slow-log', 'fpm-status'],
  weigh(facts) {
    const agreement = stackAgreement(facts, ['session']);
    if (agreement !== null && agreement.share >= 0.4) {
      const sure = agreement.count >= 2;
      return weightOf(sure ? 'mechanism' : 'effect', agreement.events, {}, sure ? 0.05 : 0.1);
    }
    return null;
  },
  sentence: () =>
    'Requests of one session wait for each other in session_start(): the session stays locked for the whole request; raising the pool makes it worse.',
};

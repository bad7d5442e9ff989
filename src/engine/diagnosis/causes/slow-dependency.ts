import type { CallFamily } from '../../knowledge/log-messages-calls.ts';
import type { Cause } from '../weighing.ts';
import { nothingFailed } from '../facts/answers.ts';
import { linesOf } from '../facts/lines.ts';
import { says, weightOf, word } from '../facts/signs.ts';
import { stackAgreement } from '../facts/slow-stacks.ts';

/** Families whose agreement names something behind PHP; a sleep and plain computing are the code's own. */
const WAITED_FOR: Readonly<Partial<Record<CallFamily, string>>> = {
  database: 'the database',
  http: 'another HTTP or network service',
  cache: 'the cache server',
  filesystem: 'the file system',
  lock: 'a lock',
};

/** Reads of which the trace does not say whether they are of a file or of a network connection. */
const STREAM = /^(?:fread|fgets|fgetc|feof|fwrite|fputs|fflush|stream_\w{1,40})$/;
const EITHER = 'a network peer or a file';

/** Stacks that agree by half name the cause; a third of them is one of several, if they are more than a chance pair. */
const MOST = 0.5;
const MANY = 0.3;
const FEW = 3;

/** Workers wait for something behind PHP: their stacks agree on the call. */
export const slowDependency: Cause = {
  id: 'slow-dependency',
  harm: 'gateway',
  explains: [
    'nginx.read-header-timeout',
    'nginx.connect-eagain',
    'nginx.connect-timeout',
    'access.504-read',
    'access.504-connect',
    'access.499',
    'nginx.client-closed',
    'fpm.max-children',
  ],
  asks: ['slow-log', 'fpm-status', 'processes'],
  weigh(facts) {
    const waiting = facts.events('processes.d-state');
    const agreement = stackAgreement(facts, Object.keys(WAITED_FOR) as CallFamily[]);
    if (agreement !== null && (agreement.share >= MOST || (agreement.share >= MANY && agreement.count >= FEW))) {
      const waitedFor = STREAM.test(agreement.call) ? EITHER : (WAITED_FOR[agreement.family] ?? '');
      const args = { call: agreement.call, waitedFor, share: Math.round(agreement.share * 100) };
      // A slow request or two of a server that answers everybody are no incident.
      if (agreement.count < FEW && waiting.length === 0 && nothingFailed(facts)) return null;
      const sure = agreement.count >= 2 && agreement.share >= MOST;
      const weight = weightOf(sure ? 'mechanism' : 'effect', agreement.events, args, sure ? 0.04 : 0.1);
      return { ...weight, lines: [...weight.lines, ...linesOf(waiting, 2)] };
    }
    if (waiting.length === 0) return null;
    const stuck = waiting.length >= 2 || says(waiting, 'nfs') || Number(waiting[0]?.fields['count'] ?? 0) >= 2;
    return weightOf(stuck ? 'mechanism' : 'effect', waiting, { dState: 'yes' }, stuck ? 0 : -0.02);
  },
  sentence: (args) =>
    args['dState'] === 'yes'
      ? 'Workers are in state D: they wait for a disk or a network file system; raising the pool makes it worse.'
      : `The workers wait for ${word(args, 'waitedFor', 'something behind PHP')} (${word(args, 'share', '100')} % of the slow-log stacks are in ${word(args, 'call', 'the same call')}): raising the pool makes it worse.`,
};

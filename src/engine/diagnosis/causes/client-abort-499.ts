import type { Signature } from '../../evidence/signatures.ts';
import type { Cause } from '../weighing.ts';
import { mostWithin } from '../facts/bursts.ts';
import type { Facts } from '../facts/facts.ts';
import { weightOf } from '../facts/signs.ts';

const LEFT: readonly Signature[] = ['nginx.client-closed', 'access.499'];

/** So many within a minute are no chance. */
const BURST = 5;
/** A share of the requests below this is the weather of the web. */
const NOTABLE = 0.1;
const FEW = 2;
const MANY = 20;
/** Somebody who waited this long gave up on something slow. */
const LONG = 5;

/** Clients that leave are usual; it is the complaint only when nothing else is wrong and it is not a trickle. */
export const clientAbort499: Cause = {
  id: 'client-abort-499',
  harm: 'request',
  explains: LEFT,
  asks: ['access-log', 'fpm-log', 'front', 'fpm-status'],
  weigh(facts) {
    const left = facts.events(...LEFT);
    if (left.length === 0) return null;
    const args = { count: facts.count(...LEFT) };
    if (!isNotable(facts) && isNobody(facts)) return null;
    return isNotable(facts) ? weightOf('effect', left, args, -0.04) : weightOf('bare', left, args, 0.04);
  },
  sentence: () =>
    'Clients closed the connection before the answer came (499): the answer is slow, or the client, balancer or probe in front is impatient.',
};

/** One or two of a couple of dozen visitors, who had not waited long, went elsewhere. */
function isNobody(facts: Facts): boolean {
  return facts.count(...LEFT) <= FEW && (facts.evidence.demand?.requests ?? 0) >= MANY;
}

/** Many at once, many of all requests, or after a long wait. */
function isNotable(facts: Facts): boolean {
  if (mostWithin(facts, 60, LEFT) >= BURST) return true;
  const waited = facts.events('access.499').some(({ fields }) => Number(fields['seconds'] ?? 0) >= LONG);
  const requests = facts.evidence.demand?.requests ?? 0;
  return waited || facts.count('access.499') > requests * NOTABLE;
}

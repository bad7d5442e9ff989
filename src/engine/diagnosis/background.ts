import type { Facts } from './facts/facts.ts';
import type { Cause } from './weighing.ts';

/** Below this many requests an access log is an excerpt, and shares mean nothing. */
const BUSY = 100;
/** On a busy server a trickle is weather: scanners asking for scripts that are not there, visitors who leave. */
const TRICKLE = 0.03;

/** True when a cause that never takes a site down rests on a trickle of lines within a busy server's traffic. */
export function isBackground(facts: Facts, cause: Cause): boolean {
  if (cause.harm !== 'request' && cause.harm !== 'notice') return false;
  const requests = facts.evidence.demand?.requests ?? 0;
  if (requests < BUSY) return false;
  return facts.count(...cause.explains) < requests * (cause.harm === 'notice' ? 0.5 : TRICKLE);
}

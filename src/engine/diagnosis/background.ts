import { nothingFailed } from './facts/answers.ts';
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
  if (cause.id === 'script-not-found' && isGuessing(facts, requests)) return true;
  if (requests < BUSY) return false;
  return facts.count(...cause.explains) < requests * (cause.harm === 'notice' ? 0.5 : TRICKLE);
}

/** One connection that failed and was tried elsewhere, on a busy server whose log shows everybody answered, is no incident. */
export function isHiccup(facts: Facts, failures: number): boolean {
  return failures === 1 && (facts.evidence.demand?.requests ?? 0) >= BUSY && nothingFailed(facts);
}

/** Enough requests to see what is usual. */
const SEEN = 20;
/** So many requests were served for each script that is not there. */
const SERVED = 4;

/** Where scripts are found otherwise, asking for one that never was there is answered rightly with 404. */
function isGuessing(facts: Facts, requests: number): boolean {
  if (requests < SEEN) return false;
  const served = Object.entries(facts.evidence.demand?.statuses ?? {}).reduce(
    (sum, [status, count]) => sum + (/^[23]/.test(status) ? count : 0),
    0,
  );
  return (
    facts.count('php.extension-denied', 'php.script-unreadable') === 0 &&
    served >= SERVED * facts.count('php.script-unknown')
  );
}

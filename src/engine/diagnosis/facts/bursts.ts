import type { Signature } from '../../evidence/signatures.ts';
import type { Facts } from './facts.ts';

/**
 * The most read timeouts within one second. They began within one second too, a read timeout earlier, so as many requests were
 * under way at the same time: a lower bound of the concurrency that needs no status page.
 */
export function timeoutsAtOnce(facts: Facts): number {
  const logged = mostInOneSecond(facts, 'nginx.read-header-timeout');
  return logged > 0 ? logged : mostInOneSecond(facts, 'access.504-read');
}

function mostInOneSecond(facts: Facts, signature: Signature): number {
  let most = 0;
  for (const { width, counts } of facts.evidence.timeline)
    if (width === 1) most = Math.max(most, counts[signature] ?? 0);
  const bySecond = new Map<number, number>();
  for (const { at } of facts.events(signature)) {
    if (at !== null) bySecond.set(Math.floor(at), (bySecond.get(Math.floor(at)) ?? 0) + 1);
  }
  return Math.max(most, ...bySecond.values());
}

/** Enough requests to judge by. */
const JUDGED = 20;
/** A 95th percentile below this is nobody's complaint. */
const QUICK = 1;

/** True when an access log shows everybody served, and quickly: a warning of that time hurt nobody. */
export function everybodyServed(facts: Facts): boolean {
  const demand = facts.evidence.demand;
  if (demand === null || demand.requests < JUDGED || demand.percentiles === null) return false;
  const failed = Object.entries(demand.statuses).some(([status, count]) => /^(?:499|5..)$/.test(status) && count > 0);
  return !failed && demand.percentiles.p95 < QUICK;
}

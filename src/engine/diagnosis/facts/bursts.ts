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
  const events = facts.events(signature);
  const machines = new Set(events.map(({ machine }) => machine));
  // The timeline does not tell machines apart, and each has a pool of its own.
  for (const { width, counts } of machines.size > 1 ? [] : facts.evidence.timeline)
    if (width === 1) most = Math.max(most, counts[signature] ?? 0);
  const bySecond = new Map<string, number>();
  for (const { at, machine } of events) {
    if (at === null) continue;
    const second = `${machine ?? ''} ${String(Math.floor(at))}`;
    bySecond.set(second, (bySecond.get(second) ?? 0) + 1);
  }
  return Math.max(most, ...bySecond.values());
}

/** The most lines of these signatures within so many seconds; lines without a time count as one burst. */
export function mostWithin(facts: Facts, seconds: number, signatures: readonly Signature[]): number {
  const counted = facts.evidence.timeline.map(({ at, width, counts }) => ({
    at,
    width,
    count: signatures.reduce((sum, signature) => sum + (counts[signature] ?? 0), 0),
  }));
  const timed = counted.reduce((sum, { count }) => sum + count, 0);
  let most = facts.count(...signatures) - timed;
  let from = 0;
  let within = 0;
  for (const { at, width, count } of counted) {
    // Wider steps than asked for: the lines of one are taken as spread evenly over it.
    within += count * Math.min(1, seconds / width);
    for (let first = counted[from]; first !== undefined && at - first.at >= seconds; first = counted[++from])
      within -= first.count * Math.min(1, seconds / first.width);
    most = Math.max(most, within);
  }
  return most;
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

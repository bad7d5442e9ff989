import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Facts } from './facts.ts';

/** Error pages and probes that show one of these statuses: the symptom as its user saw it, without a log. */
export function answeredWith(facts: Facts, ...statuses: readonly number[]): readonly EvidenceEvent[] {
  return facts.events('probe.status').filter(({ fields }) => statuses.includes(Number(fields['status'])));
}

/** An access log without a single failure: whatever stopped or was late was not missed. */
export function nothingFailed(facts: Facts): boolean {
  const demand = facts.evidence.demand;
  return demand !== null && !Object.keys(demand.statuses).some((status) => /^(?:499|5..)$/.test(status));
}

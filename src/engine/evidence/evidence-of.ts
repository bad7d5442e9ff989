import type { Evidence } from './evidence.ts';
import type { Ledger } from './ledger.ts';

/** What stands in a ledger, as plain data. */
export function evidenceOf(ledger: Ledger): Evidence {
  return {
    events: ledger.events,
    told: ledger.told,
    counts: ledger.counts,
    timeline: ledger.timeline.buckets,
    demand: ledger.access.demand,
    pools: ledger.pools,
    stacks: ledger.stacks.tallies,
    periods: ledger.periods.found,
    host: ledger.host,
    longestRunSeconds: ledger.longestRunSeconds,
    kinds: ledger.kinds,
  };
}

import type { Demand, Evidence, FailureShare, SignatureCount, StackTally, TimelineBucket } from './evidence.ts';
import type { Signature } from './signatures.ts';
import { StackTallies } from './slow-log/tally.ts';
import { Timeline } from './timeline.ts';

const NAMED = 10;

/** What was read of the documents, and what streamed logs have said, as one. */
export function joinEvidence(read: Evidence, streamed: Evidence): Evidence {
  const longest = Math.max(read.longestRunSeconds ?? -1, streamed.longestRunSeconds ?? -1);
  return {
    ...read,
    events: [...read.events, ...streamed.events].sort(
      (a, b) => (a.at ?? Number.MAX_SAFE_INTEGER) - (b.at ?? Number.MAX_SAFE_INTEGER),
    ),
    counts: joinCounts(read.counts, streamed.counts),
    timeline: joinTimelines(read.timeline, streamed.timeline),
    demand:
      read.demand && streamed.demand ? joinDemand(read.demand, streamed.demand) : (read.demand ?? streamed.demand),
    pools: [...read.pools, ...streamed.pools],
    stacks: joinStacks(read.stacks ?? [], streamed.stacks ?? []),
    host: { ...streamed.host, ...read.host },
    periods: [...(read.periods ?? []), ...(streamed.periods ?? [])],
    longestRunSeconds: longest < 0 ? null : longest,
    kinds: new Set([...read.kinds, ...streamed.kinds]),
  };
}

function joinCounts(
  a: ReadonlyMap<Signature, SignatureCount>,
  b: ReadonlyMap<Signature, SignatureCount>,
): ReadonlyMap<Signature, SignatureCount> {
  const joined = new Map(a);
  for (const [signature, { count, first, last }] of b) {
    const own = joined.get(signature);
    joined.set(signature, {
      count: count + (own?.count ?? 0),
      first: least(first, own?.first ?? null),
      last: most(last, own?.last ?? null),
    });
  }
  return joined;
}

function joinStacks(a: readonly StackTally[], b: readonly StackTally[]): readonly StackTally[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const joined = new StackTallies();
  for (const tallies of [a, b]) joined.take(tallies);
  return joined.tallies;
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function most(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function joinTimelines(a: readonly TimelineBucket[], b: readonly TimelineBucket[]): readonly TimelineBucket[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const joined = new Timeline();
  joined.widenTo(Math.max(a[0]?.width ?? 1, b[0]?.width ?? 1));
  for (const { at, counts } of [...a, ...b])
    for (const [name, times] of Object.entries(counts)) joined.count(at, name, times);
  return joined.buckets;
}

/** Load of two sets of logs: what can be added is added, the busier one's rate and times stay. */
function joinDemand(a: Demand, b: Demand): Demand {
  const busier = a.peakPerSecond >= b.peakPerSecond ? a : b;
  const larger = a.requests >= b.requests ? a : b;
  const statuses: Record<string, number> = { ...a.statuses };
  for (const [status, requests] of Object.entries(b.statuses)) statuses[status] = (statuses[status] ?? 0) + requests;
  const failing = [...(a.failingRoutes ?? []), ...(b.failingRoutes ?? [])];
  return {
    ...larger,
    requests: a.requests + b.requests,
    peakPerSecond: busier.peakPerSecond,
    peakAt: busier.peakAt ?? null,
    serviceSeconds: busier.serviceSeconds ?? larger.serviceSeconds,
    concurrency: busier.concurrency,
    statuses,
    slowestRoutes: [...a.slowestRoutes, ...b.slowestRoutes].sort((x, y) => y.p95 - x.p95).slice(0, NAMED),
    failingRoutes: failing.sort((x, y) => y.failures - x.failures).slice(0, NAMED),
    byMethod: joinShares(a.byMethod ?? [], b.byMethod ?? []),
    bySize: joinShares(a.bySize ?? [], b.bySize ?? []),
  };
}

function joinShares(a: readonly FailureShare[], b: readonly FailureShare[]): readonly FailureShare[] {
  const joined = new Map(a.map((share) => [share.name, share] as const));
  for (const { name, requests, failures } of b) {
    const own = joined.get(name);
    joined.set(name, { name, requests: requests + (own?.requests ?? 0), failures: failures + (own?.failures ?? 0) });
  }
  return [...joined.values()];
}

import type { EvidenceLine } from '../cause.ts';
import type { Facts } from './facts.ts';
import { linesOf } from './lines.ts';

export interface Throttling {
  /** Of the periods of CPU time, in percent, that a container was held back in. */
  readonly share: number;
  readonly lines: readonly EvidenceLine[];
}

/** A share below this slows nobody down for long. */
const NOTABLE = 10;

/** A container that its CPU limit holds back (cgroup cpu.stat): its requests are slow whatever the pool and the timeouts say. */
export function throttlingOf(facts: Facts): Throttling | null {
  const [worst] = facts
    .events('container.throttled')
    .map((event) => ({ event, share: Math.round(shareOf(event.fields) * 100) }))
    .sort((a, b) => b.share - a.share);
  return worst === undefined || worst.share < NOTABLE ? null : { share: worst.share, lines: linesOf([worst.event], 1) };
}

function shareOf({ count, total }: Readonly<Record<string, string | number>>): number {
  return Math.min(1, Number(count ?? 0) / Math.max(Number(total ?? 0), 1));
}

/** " The container was held back by its CPU limit in 90 % of the periods: …", '' where it was not. */
export function throttlingPhrase(share: string | number | undefined): string {
  return share === undefined
    ? ''
    : ` Its CPU limit held the container back in ${String(share)} % of the periods: raise that limit before any timeout or pool.`;
}

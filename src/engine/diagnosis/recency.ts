import type { EvidenceEvent } from '../evidence/event.ts';
import type { EpochSeconds, Seconds } from '../text/units.ts';
import type { CauseId } from './cause.ts';
import { WIDEST_ZONE } from './facts/time-join.ts';
import { GRAVITY } from './gravity.ts';
import { outranks } from './precedence.ts';
import type { Ranked } from './ranked.ts';

/** What ended this long ago is another incident than what goes on. */
const APART: Seconds = 3 * 3600;
/** So many times more failures, and the older one is what the log is about all the same. */
const MANY = 20;
/** Fewer failures without a mechanism are no incident of their own. */
const FEWEST = 3;

/** Two causes of which the first was still at work long after the second had ended. */
export interface Later {
  readonly over: CauseId;
  readonly under: CauseId;
}

/**
 * Of two incidents in one log the later one is asked about: what was shown at work hours before the last failures comes behind
 * what is at work at the end, unless it took more down or by far more often.
 */
export function laterOnes(ranked: readonly Ranked[]): readonly Later[] {
  const seen = ranked.filter(({ level }) => level === 'mechanism');
  const isOwn = ({ cause, level, failures }: Ranked): boolean =>
    level === 'effect' && failures >= FEWEST && !seen.some((above) => outranks(above.cause.id, cause.id));
  return ranked
    .filter((one) => one.level === 'mechanism' || isOwn(one))
    .flatMap((over) =>
      ranked
        .filter(
          (under) =>
            under.level === 'mechanism' &&
            GRAVITY[over.cause.harm] >= GRAVITY[under.cause.harm] &&
            under.failures < MANY * Math.max(over.failures, 1) &&
            goesOnAfter(over, under),
        )
        .map((under) => ({ over: over.cause.id, under: under.cause.id })),
    );
}

/** True when one cause was at work at a time that is far from all of the other's. */
export function isApart(one: Ranked, other: Ranked): boolean {
  return goesOnAfter(one, other) || goesOnAfter(other, one);
}

/**
 * The last sign of the one is hours behind the last of the other, by the clock of a log that shows both. Logs of different clocks
 * are compared where no zone explains the distance, and neither is why the other was seen.
 */
function goesOnAfter(one: Ranked, other: Ranked): boolean {
  const ends = lastByPath(one.weight.seen ?? []);
  const others = lastByPath(other.weight.seen ?? []);
  const shared = [...ends.keys()].filter((path) => others.has(path));
  if (shared.length > 0)
    return (
      shared.some((path) => (ends.get(path) ?? 0) - (others.get(path) ?? 0) > APART) && latest(ends) > latest(others)
    );
  if (ends.size === 0 || others.size === 0 || outranks(other.cause.id, one.cause.id)) return false;
  return latest(ends) - latest(others) > WIDEST_ZONE + APART;
}

/** Empty where a line has no time: then nobody knows when it was. */
function lastByPath(events: readonly EvidenceEvent[]): ReadonlyMap<string, EpochSeconds> {
  const last = new Map<string, EpochSeconds>();
  for (const { path, at } of events) {
    if (at === null) return new Map();
    last.set(path, Math.max(last.get(path) ?? at, at));
  }
  return last;
}

function latest(ends: ReadonlyMap<string, EpochSeconds>): EpochSeconds {
  return Math.max(...ends.values());
}

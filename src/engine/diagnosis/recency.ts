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
  const own = ranked.filter((one) => one.level === 'mechanism' || isOwn(one));
  return own.flatMap((over) =>
    own
      .filter(
        (under) =>
          under !== over &&
          under.failures < MANY * Math.max(over.failures, 1) &&
          (GRAVITY[over.cause.harm] >= GRAVITY[under.cause.harm] ? goesOnAfter(over, under) : isNew(over, under)),
      )
      .map((under) => ({ over: over.cause.id, under: under.cause.id })),
  );
}

/** What a server always has some of is not new for being seen again. */
const ALWAYS: ReadonlySet<CauseId> = new Set<CauseId>(['script-not-found', 'client-abort-499', 'temp-file-buffering']);

/** A lesser failure, seen at work and more than once, of which there was nothing until long after the graver one had ended. */
function isNew(over: Ranked, under: Ranked): boolean {
  const least = GRAVITY[over.cause.harm] >= GRAVITY.application ? 2 : FEWEST;
  if (over.level !== 'mechanism' || over.failures < least || ALWAYS.has(over.cause.id)) return false;
  const begun = edgeByPath(over.weight.seen ?? [], Math.min);
  const ended = edgeByPath(under.weight.seen ?? [], Math.max);
  if (begun.size === 0 || ended.size === 0) return false;
  const apart = [...begun.keys()].some((path) => ended.has(path)) ? APART : WIDEST_ZONE + APART;
  return Math.min(...begun.values()) - Math.max(...ended.values()) > apart;
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
  const ends = edgeByPath(one.weight.seen ?? [], Math.max);
  const others = edgeByPath(other.weight.seen ?? [], Math.max);
  const shared = [...ends.keys()].filter((path) => others.has(path));
  if (shared.length > 0)
    return (
      shared.some((path) => (ends.get(path) ?? 0) - (others.get(path) ?? 0) > APART) && latest(ends) > latest(others)
    );
  if (ends.size === 0 || others.size === 0 || outranks(other.cause.id, one.cause.id)) return false;
  return latest(ends) - latest(others) > WIDEST_ZONE + APART;
}

/** The first or last instant in each log; empty where a line has no time: then nobody knows when it was. */
function edgeByPath(
  events: readonly EvidenceEvent[],
  edge: (one: EpochSeconds, other: EpochSeconds) => EpochSeconds,
): ReadonlyMap<string, EpochSeconds> {
  const edges = new Map<string, EpochSeconds>();
  for (const { path, at } of events) {
    if (at === null) return new Map();
    edges.set(path, edge(edges.get(path) ?? at, at));
  }
  return edges;
}

function latest(ends: ReadonlyMap<string, EpochSeconds>): EpochSeconds {
  return Math.max(...ends.values());
}

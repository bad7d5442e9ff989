import type { CauseId } from './cause.ts';
import { outranks } from './precedence.ts';
import type { Ranked } from './ranked.ts';
import { GRAVITY } from './gravity.ts';
import type { Harm } from './weighing.ts';

/** A cause that brings down so many times more than another one that the other is not what the incident is about. */
export interface Flood {
  readonly over: CauseId;
  readonly under: CauseId;
}

/** From this ratio of failures on. */
const MANY = 20;
/** A failure of graver kind that nothing explains needs far fewer: 504s are not hidden by one refused upload. */
const GRAVER: Readonly<Record<Harm, number>> = { gateway: MANY, application: 3, request: 0.2, notice: 0 };
/** Fewer than this are no incident of their own. */
const FEWEST = 3;

/**
 * Of two causes whose mechanisms were both seen, the one with by far the most failures comes first, unless the rarer one
 * is why the other was seen, or takes more down: scanners by the thousand do not hide one 502. A flood that is not explained yet
 * comes before a mechanism that explains none of it.
 */
export function floods(ranked: readonly Ranked[]): readonly Flood[] {
  const seen = ranked.filter(({ level }) => level === 'mechanism');
  return ranked.flatMap((over) =>
    seen
      .filter(
        (under) =>
          over.failures >= ratio(over, under) * Math.max(under.failures, 1) &&
          isGraveEnough(over, under) &&
          (over.level === 'mechanism' ? !explains(under, over) : isUnexplained(over, seen)),
      )
      .map((under) => ({ over: over.cause.id, under: under.cause.id })),
  );
}

/** A refused upload never hides a 502; 500s by the dozen do hide one. */
function isGraveEnough(over: Ranked, under: Ranked): boolean {
  return (
    GRAVITY[over.cause.harm] >= Math.min(GRAVITY[under.cause.harm], GRAVITY.application) &&
    (GRAVITY[over.cause.harm] >= GRAVITY[under.cause.harm] || over.level === 'mechanism')
  );
}

function ratio(over: Ranked, under: Ranked): number {
  if (under.cause.id === 'script-not-found' && over.failures >= FEWEST && isOneScanner(under)) return 0;
  const graver = GRAVITY[over.cause.harm] > GRAVITY[under.cause.harm];
  return graver && over.level === 'effect' && over.failures >= FEWEST ? GRAVER[under.cause.harm] : MANY;
}

/** So many different addresses of scripts, all asked for by one client, were guessed. */
const GUESSES = 5;

function isOneScanner({ weight: { seen = [] } }: Ranked): boolean {
  const clients = new Set(seen.map(({ fields }) => fields['client']));
  const asked = new Set(seen.map(({ fields }) => fields['request']));
  return clients.size === 1 && !clients.has(undefined) && asked.size >= GUESSES;
}

/** One of the rarer cause's effects is what the other rests on: few lines of a pool stand behind many timeouts. */
function explains(under: Ranked, over: Ranked): boolean {
  return outranks(under.cause.id, over.cause.id) && sharesEffects(under, over);
}

/** No mechanism that was seen has such effects, or as many: the same requests may stand in two logs. */
function isUnexplained(over: Ranked, seen: readonly Ranked[]): boolean {
  return !seen.some(
    (one) =>
      sharesEffects(one, over) ||
      (GRAVITY[one.cause.harm] >= GRAVITY[over.cause.harm] && one.failures * 2 >= over.failures),
  );
}

function sharesEffects(under: Ranked, over: Ranked): boolean {
  return over.cause.explains.some((signature) => under.cause.explains.includes(signature));
}

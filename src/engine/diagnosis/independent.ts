import type { Signature } from '../evidence/signatures.ts';
import { namesOf } from './cause-names.ts';
import { GRAVITY } from './gravity.ts';
import { outranks } from './precedence.ts';
import { isApart } from './recency.ts';
import type { Ranked } from './ranked.ts';
import { isSecondary } from './secondary.ts';

/** So far below the first, a cause is a footnote. */
const NEAR = 0.25;
/** Who hears of more than two further causes reads none. */
const NAMED = 2;

/**
 * The causes that were seen at work beside the first one and have nothing to do with it: neither is why the other was seen,
 * or they were at work hours apart, and each rests on lines of its own. [] while the first is no more than a guess.
 */
export function independentOf(first: Ranked, ranked: readonly Ranked[]): readonly Ranked[] {
  if (first.level === 'bare') return [];
  const own = new Set(first.weight.lines.map(({ path, line }) => `${path}:${String(line)}`));
  return ranked.filter(
    (other) =>
      other !== first &&
      other.level === 'mechanism' &&
      other.score > first.score - NEAR &&
      (!areRelated(first, other) || isApart(first, other)) &&
      other.weight.lines.some(({ path, line }) => !own.has(`${path}:${String(line)}`)) &&
      !ranked.some(
        (above) =>
          above !== other &&
          above.level === 'mechanism' &&
          outranks(above.cause.id, other.cause.id) &&
          !isApart(above, other),
      ),
  );
}

/** Causes that fit failures which neither the first nor another one that was seen at work explains. */
function unexplainedBy(first: Ranked, ranked: readonly Ranked[]): readonly Ranked[] {
  if (first.level === 'bare') return [];
  const seen = ranked.filter((one) => one === first || one.level === 'mechanism');
  const explained = new Set(seen.flatMap(({ cause }) => cause.explains));
  const isOpen = (signature: Signature): boolean => !explained.has(signature) && !isSecondary(signature);
  return ranked.filter(
    (other) =>
      other !== first &&
      other.level === 'effect' &&
      GRAVITY[other.cause.harm] >= GRAVITY.application &&
      !ranked.some(({ cause, level }) => level !== 'bare' && outranks(cause.id, other.cause.id)) &&
      !areRelated(first, other) &&
      (other.weight.seen ?? []).some(({ signature }) => isOpen(signature) && other.cause.explains.includes(signature)),
  );
}

/**
 * Causes whose own line was seen while none of the failures at hand is of their kind: the log that shows what they did is missing,
 * or nobody noticed.
 */
function withoutFailures(first: Ranked, ranked: readonly Ranked[]): readonly Ranked[] {
  if (first.level !== 'mechanism') return [];
  return ranked.filter(
    (other) =>
      other !== first &&
      other.weight.level === 'mechanism' &&
      other.level === 'effect' &&
      !ranked.some((above) => above.level !== 'bare' && areRelated(above, other)),
  );
}

function areRelated(one: Ranked, other: Ranked): boolean {
  return outranks(one.cause.id, other.cause.id) || outranks(other.cause.id, one.cause.id);
}

/** " A second cause is seen beside it: a too big response header.", '' when the first cause is the only one. */
export function secondOf(first: Ranked, ranked: readonly Ranked[]): string {
  const names = independentOf(first, ranked)
    .slice(0, NAMED)
    .map(({ cause }) => namesOf([cause.id]));
  if (names.length > 0) return ` A second cause is seen beside it: ${names.join(', and ')}.`;
  const [open] = unexplainedBy(first, ranked);
  if (open !== undefined) return ` It does not explain all failures; the others fit ${namesOf([open.cause.id])}.`;
  const [alone] = withoutFailures(first, ranked);
  return alone === undefined
    ? ''
    : ` Seen as well, without a failure of its kind in this evidence: ${namesOf([alone.cause.id])}.`;
}

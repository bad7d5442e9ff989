import { namesOf } from './cause-names.ts';
import { outranks } from './precedence.ts';
import type { Ranked } from './ranked.ts';

/** So far below the first, a cause is a footnote. */
const NEAR = 0.25;

/**
 * The causes that were seen at work beside the first one and have nothing to do with it: neither is why the other was seen,
 * and each rests on lines of its own. [] while the first is no more than a guess.
 */
export function independentOf(first: Ranked, ranked: readonly Ranked[]): readonly Ranked[] {
  if (first.level !== 'mechanism') return [];
  const own = new Set(first.weight.lines.map(({ path, line }) => `${path}:${String(line)}`));
  return ranked.filter(
    (other) =>
      other !== first &&
      other.level === 'mechanism' &&
      other.score > first.score - NEAR &&
      !outranks(first.cause.id, other.cause.id) &&
      !outranks(other.cause.id, first.cause.id) &&
      other.weight.lines.some(({ path, line }) => !own.has(`${path}:${String(line)}`)) &&
      !ranked.some(
        (above) => above !== other && above.level === 'mechanism' && outranks(above.cause.id, other.cause.id),
      ),
  );
}

/** " A second cause is seen beside it: a too big response header.", '' when the first cause is the only one. */
export function secondOf(first: Ranked, ranked: readonly Ranked[]): string {
  const names = independentOf(first, ranked)
    .slice(0, 2)
    .map(({ cause }) => namesOf([cause.id]));
  return names.length === 0 ? '' : ` A second cause is seen beside it: ${names.join(', and ')}.`;
}

import type { Span } from '../text/span.ts';
import { tierOf, type Tier } from './classes.ts';
import type { Find } from './find.ts';

const WEIGHT: Readonly<Record<Tier, number>> = { secret: 2, identifier: 1, optional: 0 };
const ALIAS = /REDACTED_[a-z0-9_]{1,80}/g;

/** Stretches that are aliases already: redacting twice changes nothing. */
function aliasesIn(text: string): Span[] {
  if (!text.includes('REDACTED_')) return [];
  return [...text.matchAll(ALIAS)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/**
 * Makes one list of disjoint finds, in the order of the text.
 * A secret wins over an identifier; of two secrets that overlap, the whole of both goes; a find over several lines becomes
 * one find a line, so that no line is lost.
 */
export function resolve(text: string, finds: readonly Find[]): Find[] {
  const lines = /[\r\n]/.test(text);
  const ordered = (lines ? finds.flatMap((find) => byLine(text, find)) : [...finds]).sort(
    (a, b) => a.start - b.start || b.end - a.end || weight(b) - weight(a),
  );
  const done = aliasesIn(text);
  let nextAlias = 0;
  const kept: Find[] = [];
  for (const find of ordered) {
    while ((done[nextAlias]?.end ?? Infinity) <= find.start) nextAlias++;
    const alias = done[nextAlias];
    const isAlias = alias !== undefined && alias.start <= find.start && find.end <= alias.end;
    if (isAlias || find.end <= find.start) continue;
    const last = kept.at(-1);
    if (last === undefined || find.start >= last.end) kept.push(find);
    else if (weight(find) > weight(last)) outrank(kept, last, find);
    else if (find.end > last.end && weight(find) === weight(last)) kept[kept.length - 1] = joined(last, find);
  }
  return kept;
}

const weight = (find: Find): number => WEIGHT[tierOf(find.class)];

/** A secret inside or across an identifier takes its place; a short known word inside a host name does not. */
function outrank(kept: Find[], last: Find, find: Find): void {
  if (find.local === true && find.end <= last.end) return;
  kept.pop();
  const before = kept.at(-1);
  if (before !== undefined && before.end > find.start) kept[kept.length - 1] = joined(before, find);
  else kept.push(find);
}

function joined(one: Find, other: Find): Find {
  if (other.end <= one.end) return one;
  return { ...withoutValue(one), end: other.end };
}

/** A find whose text is no longer the value that was decoded for it. */
function withoutValue({ start, end, class: name, type, local }: Find): Find {
  return { start, end, class: name, ...(type !== undefined && { type }), ...(local !== undefined && { local }) };
}

function byLine(text: string, find: Find): Find[] {
  const raw = text.slice(find.start, find.end);
  if (!raw.includes('\n') && !raw.includes('\r')) return [find];
  const rest = withoutValue(find);
  const parts: Find[] = [];
  let at = find.start;
  for (const line of raw.split('\n')) {
    const trimmed = line.trim();
    const start = at + line.indexOf(trimmed);
    if (trimmed !== '') parts.push({ ...rest, start, end: start + trimmed.length });
    at += line.length + 1;
  }
  return parts;
}

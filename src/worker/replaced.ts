import { CLASSES, tierOf, type Tier } from '../engine/redact/classes.ts';
import type { Replacement } from '../engine/redact/vault.ts';

/** One alias, how often it stands in the documents, and its first places. */
export interface ReplacedValue {
  readonly alias: string;
  readonly count: number;
  readonly places: readonly { readonly path: string; readonly line: number }[];
}

/** What was replaced of one class. `aliases` holds the first ones; `distinct` says how many there are. */
export interface ReplacedClass {
  readonly class: string;
  readonly title: string;
  readonly tier: Tier;
  readonly count: number;
  readonly distinct: number;
  readonly aliases: readonly ReplacedValue[];
}

/** A log of a million lines has a million replacements; nobody reads more than these, and the page must not hold them. */
export const MOST_ALIASES = 200;
export const MOST_PLACES = 12;

const TIER_ORDER: readonly Tier[] = ['secret', 'identifier', 'optional'];

interface Counted {
  count: number;
  readonly places: { path: string; line: number }[];
}

/** Replacements by class and alias, secrets first; within an alias in the order of the documents. */
export function replacedByClass(
  documents: readonly { readonly path: string; readonly replacements: readonly Replacement[] }[],
): ReplacedClass[] {
  const classes = new Map<string, Map<string, Counted>>();
  for (const { path, replacements } of documents) {
    for (const { class: name, alias, line } of replacements) {
      const aliases = upsert(classes, name, () => new Map<string, Counted>());
      const counted = upsert(aliases, alias, () => ({ count: 0, places: [] }));
      counted.count++;
      if (counted.places.length < MOST_PLACES) counted.places.push({ path, line });
    }
  }
  return [...classes]
    .map(([name, aliases]) => ({
      class: name,
      title: CLASSES[name]?.title ?? name,
      tier: tierOf(name),
      count: [...aliases.values()].reduce((sum, one) => sum + one.count, 0),
      distinct: aliases.size,
      aliases: [...aliases].slice(0, MOST_ALIASES).map(([alias, counted]) => ({ alias, ...counted })),
    }))
    .sort((a, b) => TIER_ORDER.indexOf(a.tier) - TIER_ORDER.indexOf(b.tier));
}

function upsert<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

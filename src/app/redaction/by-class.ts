import { CLASSES, tierOf, type Tier } from '../../engine/redact/classes.ts';
import type { ReplacementView } from '../../worker/api.ts';

/** All places of one alias. */
export interface AliasGroup {
  readonly alias: string;
  readonly places: readonly ReplacementView[];
}

export interface ClassGroup {
  readonly class: string;
  readonly title: string;
  readonly tier: Tier;
  readonly count: number;
  readonly aliases: readonly AliasGroup[];
}

const TIER_ORDER: readonly Tier[] = ['secret', 'identifier', 'optional'];

/** Replacements by class and alias, secrets first; within an alias in the order of the documents. */
export function byClass(replacements: readonly ReplacementView[]): ClassGroup[] {
  return [...groupBy(replacements, (one) => one.class)]
    .map(([name, members]) => ({
      class: name,
      title: CLASSES[name]?.title ?? name,
      tier: tierOf(name),
      count: members.length,
      aliases: [...groupBy(members, (one) => one.alias)].map(([alias, places]) => ({ alias, places })),
    }))
    .sort((a, b) => TIER_ORDER.indexOf(a.tier) - TIER_ORDER.indexOf(b.tier));
}

/** Classes that have a switch, with what they are when nobody touched it. */
export const SWITCHABLE = Object.entries(CLASSES)
  .filter(([, { tier }]) => tier !== 'secret')
  .map(([name, { title, tier }]) => ({ class: name, title, on: tier === 'identifier' }));

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

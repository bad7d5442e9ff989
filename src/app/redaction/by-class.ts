import type { ReplacementView } from '../../worker/api.ts';

export interface ClassGroup {
  readonly class: string;
  readonly words: string;
  readonly tier: ReplacementView['tier'];
  readonly replacements: readonly ReplacementView[];
}

const TIER_ORDER: readonly ReplacementView['tier'][] = ['secret', 'identifier', 'optional'];

/** Replacements by class, secrets first; within a class in the order of the documents. */
export function byClass(replacements: readonly ReplacementView[]): ClassGroup[] {
  const groups = new Map<string, ReplacementView[]>();
  for (const one of replacements) {
    const group = groups.get(one.class);
    if (group) group.push(one);
    else groups.set(one.class, [one]);
  }
  return [...groups]
    .flatMap(([name, members]) =>
      members[0]
        ? [{ class: name, words: name.replaceAll('-', ' '), tier: members[0].tier, replacements: members }]
        : [],
    )
    .sort((a, b) => TIER_ORDER.indexOf(a.tier) - TIER_ORDER.indexOf(b.tier));
}

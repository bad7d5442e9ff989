import { NGINX_DIRECTIVES } from '../../../knowledge/nginx/directives.ts';
import type { NginxNode } from '../tree.ts';
import { nameOf } from '../walk.ts';
import type { BlockKind } from './blocks.ts';

/** Where a piece may have been cut out of; on a tie the outer place wins. */
const PLACES: readonly BlockKind[] = ['m', 'h', 's', 'l', 'u', 'S', 'T', 'e', 'U', 'M', 'N', 'j'];

/** Finds the level at which most of the text's own directives may stand. */
export function inferContext(nodes: readonly NginxNode[]): BlockKind {
  const scores = new Map<BlockKind, number>(PLACES.map((place) => [place, 0]));
  for (const node of nodes) {
    if (node.kind !== 'directive') continue;
    const facts = NGINX_DIRECTIVES.get(nameOf(node));
    for (const place of PLACES) {
      const fits = facts.some(
        (fact) => fact.contexts.includes(place) && (node.open === '' || fact.block === (node.open === '{')),
      );
      if (fits) scores.set(place, (scores.get(place) ?? 0) + 1);
    }
  }
  let best: BlockKind = 'm';
  for (const place of PLACES) if ((scores.get(place) ?? 0) > (scores.get(best) ?? 0)) best = place;
  return best;
}

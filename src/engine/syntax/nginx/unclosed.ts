import { SPACE, TAB } from './characters.ts';
import type { NginxDirective } from './tree.ts';

/**
 * Names the block that lacks its brace. A missing brace makes each later one close the block inside, so nginx only
 * notices at the end of the file; the indentation tells which block the author left open.
 * @param open the blocks still open at the end of the text, outermost first; at least one
 */
export function unclosedBlock(text: string, open: readonly NginxDirective[]): NginxDirective {
  // What is still open swallowed the brace of a block inside: follow the children whose brace stands left of their start.
  let culprit = open[open.length - 1] as NginxDirective;
  for (;;) {
    const inner = culprit.nodes?.findLast(
      (node): node is NginxDirective => node.kind === 'directive' && closesLeftOfItsStart(text, node),
    );
    if (inner === undefined) return culprit;
    culprit = inner;
  }
}

function closesLeftOfItsStart(text: string, block: NginxDirective): boolean {
  if (block.close === '') return false;
  const close = indentation(text, block.end - 1);
  const open = indentation(text, block.start);
  return close !== null && open !== null && close < open;
}

/** Blanks between the line's start and `offset`; null when something else stands there. */
function indentation(text: string, offset: number): number | null {
  let at = offset;
  while (at > 0 && (text.charCodeAt(at - 1) === SPACE || text.charCodeAt(at - 1) === TAB)) at--;
  return at === 0 || text.charAt(at - 1) === '\n' ? offset - at : null;
}

import type { NginxDirective, NginxFile, NginxNode } from './tree.ts';

/** Joins the nodes; `printNginx(parseNginx(text)) === text` for every text. Takes any nesting. */
export function printNginx(file: NginxFile): string {
  return file.bom + printNodes(file.nodes) + file.tail;
}

/** Prints some nodes as they stand, each with the white space before it. */
function printNodes(nodes: readonly NginxNode[]): string {
  const parts: string[] = [];
  // A stack of its own, for nesting deeper than the call stack. Strings in it are printed as they are.
  const pending: (NginxNode | string)[] = nodes.toReversed();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') {
      parts.push(next);
    } else if (next.kind === 'directive') {
      parts.push(next.before);
      for (const word of next.words) parts.push(word.before, word.raw);
      parts.push(next.gap, next.open, next.rawBody);
      pending.push(next.tail + next.close);
      pushReversed(pending, next);
    } else {
      parts.push(next.before, next.text);
    }
  }
  return parts.join('');
}

function pushReversed(pending: (NginxNode | string)[], { nodes }: NginxDirective): void {
  if (nodes === null) return;
  for (let at = nodes.length - 1; at >= 0; at--) pending.push(nodes[at] as NginxNode);
}

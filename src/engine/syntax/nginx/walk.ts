import type { NginxDirective, NginxNode } from './tree.ts';

/**
 * Visits every directive in the order of the text, with the blocks around it, outermost first.
 * @param visit may return false to leave out the directive's children. The array of ancestors is reused: copy to keep.
 */
export function walk(
  nodes: readonly NginxNode[],
  visit: (directive: NginxDirective, ancestors: readonly NginxDirective[]) => boolean | undefined,
): void {
  const ancestors: NginxDirective[] = [];
  const levels: { nodes: readonly NginxNode[]; next: number }[] = [{ nodes, next: 0 }];
  for (let level = levels[0]; level !== undefined; level = levels[levels.length - 1]) {
    const node = level.nodes[level.next++];
    if (node === undefined) {
      levels.pop();
      ancestors.pop();
    } else if (node.kind === 'directive' && visit(node, ancestors) !== false && node.nodes !== null) {
      ancestors.push(node);
      levels.push({ nodes: node.nodes, next: 0 });
    }
  }
}

/** The directive's name as nginx reads it. */
export function nameOf(directive: NginxDirective): string {
  return directive.words[0]?.value ?? '';
}

/** The directive's arguments as nginx reads them. */
export function argumentsOf(directive: NginxDirective): string[] {
  return directive.words.slice(1).map((word) => word.value);
}

/** Directives of one name that stand directly among `nodes`. */
export function directivesNamed(nodes: readonly NginxNode[] | null, name: string): NginxDirective[] {
  return (nodes ?? []).filter((node): node is NginxDirective => node.kind === 'directive' && nameOf(node) === name);
}

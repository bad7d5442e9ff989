import type { IniFile, IniNode } from './tree.ts';

/** The text of a tree: its nodes side by side. `printIni(parseIni(x)) === x` for every x. */
export function printIni(file: IniFile): string {
  return file.bom + file.nodes.map(printIniNode).join('');
}

/** The text of one node. */
export function printIniNode(node: IniNode): string {
  switch (node.kind) {
    case 'section':
      return node.before + node.raw + node.rest;
    case 'entry':
      return node.before + node.keyRaw + node.separator + node.valueRaw + node.rest;
    default:
      return node.text;
  }
}

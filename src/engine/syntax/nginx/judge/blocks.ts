import type { NginxDirective } from '../tree.ts';

/** Kind of a block's inside, as a context letter of `NginxDirectiveFact`. */
export type BlockKind = 'm' | 'e' | 'h' | 's' | 'l' | 'i' | 'j' | 'x' | 'u' | 'S' | 'T' | 'U' | 'M' | 'N';

/** One block as it is being judged: a level of nginx's configuration. */
export interface Block {
  readonly kind: BlockKind;
  /** null for the text's own level. */
  readonly directive: NginxDirective | null;
  readonly parent: Block | null;
  readonly children: Block[];
  /** The last directive of each name that stands directly in it. */
  readonly own: Map<string, NginxDirective>;
  /** Further facts that setters remember: "is an exact location", "balancer chosen". */
  readonly notes: Map<string, unknown>;
  readonly location: LocationName | null;
}

export interface LocationName {
  readonly name: string;
  readonly kind: 'prefix' | 'exact' | 'regex' | 'named';
}

/** Which kind of block a directive opens where it stands; null for blocks whose inside is the module's own. */
export function openedBlock(name: string, where: BlockKind): BlockKind | null {
  return OPENED[`${where} ${name}`] ?? null;
}

const OPENED: Readonly<Record<string, BlockKind>> = {
  'm events': 'e',
  'm http': 'h',
  'm stream': 'S',
  'm mail': 'M',
  'h server': 's',
  'h upstream': 'u',
  's location': 'l',
  'l location': 'l',
  's if': 'i',
  'l if': 'j',
  'l limit_except': 'x',
  'S server': 'T',
  'S upstream': 'U',
  'M server': 'N',
};

export function makeBlock(
  kind: BlockKind,
  directive: NginxDirective | null,
  parent: Block | null,
  location: LocationName | null = null,
): Block {
  const block: Block = { kind, directive, parent, children: [], own: new Map(), notes: new Map(), location };
  parent?.children.push(block);
  return block;
}

/** The directive in force at a level: its own, else what it inherits. */
export function inForce(block: Block, name: string): NginxDirective | undefined {
  for (let level: Block | null = block; level !== null; level = level.parent) {
    const found = level.own.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** http and stream keep their names apart: variables, upstreams, log formats. */
export type World = 'http' | 'stream' | 'mail' | 'core';

export function worldOf(kind: BlockKind): World {
  if (kind === 'm' || kind === 'e') return 'core';
  if (kind === 'S' || kind === 'T' || kind === 'U') return 'stream';
  return kind === 'M' || kind === 'N' ? 'mail' : 'http';
}

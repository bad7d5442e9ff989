import type { NginxDirective, NginxFile } from '../../syntax/nginx/tree.ts';
import type { Place } from '../../text/span.ts';

/** A directive where nginx reads it: includes are spliced in, so siblings may come from several files. */
export interface PlacedDirective {
  readonly name: string;
  /** As nginx reads them. */
  readonly args: readonly string[];
  readonly node: NginxDirective;
  readonly file: NginxFile;
  readonly block: Block | null;
}

/** An `include` that names nothing that was pasted. */
export interface MissingInclude extends Place {
  readonly pattern: string;
}

/** Blocks up to this length are searched, longer ones indexed. */
const SMALL = 24;

/** The inside of one block, in the order in which nginx reads it. */
export class Block {
  readonly directives: readonly PlacedDirective[];
  /** Includes right in this block that could not be read. */
  readonly missing: readonly MissingInclude[];
  #byName: Map<string, PlacedDirective[]> | null = null;

  constructor(directives: readonly PlacedDirective[], missing: readonly MissingInclude[]) {
    this.directives = directives;
    this.missing = missing;
  }

  named(name: string): readonly PlacedDirective[] {
    if (this.directives.length <= SMALL) return this.directives.filter((directive) => directive.name === name);
    return this.#index().get(name) ?? [];
  }

  /** Of directives that may stand once the last one counts, as edits replace the last one. */
  last(name: string): PlacedDirective | null {
    if (this.directives.length > SMALL) return this.#index().get(name)?.at(-1) ?? null;
    return this.directives.findLast((directive) => directive.name === name) ?? null;
  }

  #index(): Map<string, PlacedDirective[]> {
    if (this.#byName !== null) return this.#byName;
    this.#byName = new Map();
    for (const directive of this.directives) {
      const same = this.#byName.get(directive.name);
      if (same === undefined) this.#byName.set(directive.name, [directive]);
      else same.push(directive);
    }
    return this.#byName;
  }
}

export const EMPTY_BLOCK = new Block([], []);

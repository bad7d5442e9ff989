import { parseNginx } from '../../syntax/nginx/parse.ts';
import type { NginxDirective, NginxFile, NginxNode } from '../../syntax/nginx/tree.ts';
import { argumentsOf, nameOf } from '../../syntax/nginx/walk.ts';
import type { Place } from '../../text/span.ts';
import { findIncluded, otherDebianDirectory } from './find-files.ts';
import { isGlob } from './glob.ts';
import { Block, type MissingInclude, type PlacedDirective } from './placed.ts';
import { stockFile } from './stock-files.ts';

/** No real configuration nests or includes deeper; bounds what a hostile paste may cost. */
const MAX_DEPTH = 64;
const MAX_DIRECTIVES = 2_000_000;

export interface ExpandContext {
  readonly files: ReadonlyMap<string, NginxFile>;
  /** True when the documents are all there is, so that a glob without a match matches nothing (`nginx -T`). */
  readonly complete: boolean;
  readonly placeOf: (path: string, offset: number) => Place;
}

/** Splices includes into the trees. One expander serves all roots, so that it knows which files were included. */
export class IncludeExpander {
  /** Paths that some include named. */
  readonly included = new Set<string>();
  /** Includes of the whole configuration that could not be read, in the order of reading. */
  readonly missing: MissingInclude[] = [];
  readonly #resolved = new Map<string, readonly NginxFile[] | null>();
  readonly #context: ExpandContext;
  #left = MAX_DIRECTIVES;

  constructor(context: ExpandContext) {
    this.#context = context;
  }

  /** @param mainPath of the main file, from whose directory relative includes count */
  expand(file: NginxFile, mainPath: string): Block {
    return this.#block(file.nodes, { file, mainPath, open: [file.path], depth: 0 });
  }

  #block(nodes: readonly NginxNode[], where: Where): Block {
    const directives: PlacedDirective[] = [];
    const missing: MissingInclude[] = [];
    this.#collect(nodes, where, directives, missing);
    return new Block(directives, missing);
  }

  #collect(nodes: readonly NginxNode[], where: Where, directives: PlacedDirective[], missing: MissingInclude[]): void {
    for (const node of nodes) {
      if (node.kind !== 'directive' || this.#left <= 0) continue;
      this.#left--;
      const name = nameOf(node);
      const args = argumentsOf(node);
      if (name === 'include' && node.nodes === null && args[0] !== undefined) {
        this.#include(args[0], node, where, directives, missing);
        continue;
      }
      const inside = { ...where, depth: where.depth + 1 };
      const block = node.nodes === null ? null : this.#block(inside.depth > MAX_DEPTH ? [] : node.nodes, inside);
      directives.push({ name, args, node, file: where.file, block });
    }
  }

  #include(
    pattern: string,
    node: NginxDirective,
    where: Where,
    directives: PlacedDirective[],
    missing: MissingInclude[],
  ): void {
    const key = `${where.mainPath}\n${pattern}`;
    let files = this.#resolved.get(key);
    if (files === undefined) this.#resolved.set(key, (files = this.#filesOf(pattern, where.mainPath)));
    if (files === null) {
      const lost = { ...this.#context.placeOf(where.file.path, node.start), pattern };
      missing.push(lost);
      this.missing.push(lost);
      return;
    }
    for (const file of files) {
      this.included.add(file.path);
      if (where.open.includes(file.path) || where.depth >= MAX_DEPTH) continue;
      const inside = { ...where, file, open: [...where.open, file.path], depth: where.depth + 1 };
      this.#collect(file.nodes, inside, directives, missing);
    }
  }

  /** The files an include names, in order; null when it names something that is not at hand. */
  #filesOf(pattern: string, mainPath: string): readonly NginxFile[] | null {
    const { files, complete } = this.#context;
    for (const candidate of [pattern, otherDebianDirectory(pattern)]) {
      if (candidate === null) continue;
      const found = findIncluded(candidate, mainPath, files.keys()).flatMap((path) => files.get(path) ?? []);
      if (found.length > 0) return found;
    }
    const stock = stockFile(pattern);
    if (stock !== null) return [parseNginx(stock, pattern)];
    return complete && isGlob(pattern) ? [] : null;
  }
}

interface Where {
  readonly file: NginxFile;
  readonly mainPath: string;
  /** Files being read right now, to stop a cycle. */
  readonly open: readonly string[];
  readonly depth: number;
}

import { EMPTY_BLOCK, type Block, type MissingInclude, type PlacedDirective } from '../include/placed.ts';

export type LevelKind = 'main' | 'events' | 'http' | 'server' | 'location' | 'if' | 'limit_except';

/** Where a directive's value comes from at some level. */
export type Found =
  | { readonly kind: 'written'; readonly directive: PlacedDirective; readonly level: Level }
  | { readonly kind: 'unknown'; readonly include: MissingInclude }
  | { readonly kind: 'absent' };

const ABSENT: Found = { kind: 'absent' };

/** One block of the configuration with the blocks around it: the unit of nginx's inheritance (`ngx_http_merge_servers`). */
export class Level {
  readonly kind: LevelKind;
  readonly parent: Level | null;
  readonly block: Block;
  /** The directive that opens the block; null for the file itself and for fragments. */
  readonly directive: PlacedDirective | null;
  readonly #found = new Map<string, Found>();

  constructor(kind: LevelKind, parent: Level | null, directive: PlacedDirective | null, block?: Block) {
    this.kind = kind;
    this.parent = parent;
    this.directive = directive;
    this.block = block ?? directive?.block ?? EMPTY_BLOCK;
  }

  /**
   * A simple directive: the innermost block that has one decides. A value written here stands whatever a missing
   * include holds (nginx refuses duplicates); a value from further out may have been set by a missing include here.
   */
  find(name: string): Found {
    let found = this.#found.get(name);
    if (found === undefined) this.#found.set(name, (found = this.#look(name)));
    return found;
  }

  /**
   * A directive that makes a list (`fastcgi_param`, `proxy_set_header`, `add_header`, `access_log`, `error_log`, `index`,
   * `limit_req`, `error_page`): a level with any of its own replaces the whole list. Incomplete when an include is missing.
   */
  list(name: string): { readonly directives: readonly PlacedDirective[]; readonly complete: boolean } {
    let complete = true;
    for (const level of this.outwards()) {
      complete &&= level.block.missing.length === 0;
      const own = level.block.named(name);
      if (own.length > 0) return { directives: own, complete };
    }
    return { directives: [], complete };
  }

  /** From the outermost block inwards, this one last. */
  chain(): Level[] {
    return [...this.outwards()].reverse();
  }

  /** This level, the one around it, and so on. */
  *outwards(): Generator<Level, void, undefined> {
    yield this;
    if (this.parent !== null) yield* this.parent.outwards();
  }

  /** The nearest level of a kind, this one included. */
  nearest(...kinds: readonly LevelKind[]): Level | null {
    for (const level of this.outwards()) if (kinds.includes(level.kind)) return level;
    return null;
  }

  #look(name: string): Found {
    const directive = this.block.last(name);
    if (directive !== null) return { kind: 'written', directive, level: this };
    const include = this.block.missing[0];
    if (include !== undefined) return { kind: 'unknown', include };
    // What stands at the main level belongs to other modules than what is asked for below http.
    return this.parent === null || this.kind === 'http' ? ABSENT : this.parent.find(name);
  }
}

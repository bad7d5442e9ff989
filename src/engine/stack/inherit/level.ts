import { EMPTY_BLOCK, type Block, type MissingInclude, type PlacedDirective } from '../include/placed.ts';

export type LevelKind = 'main' | 'events' | 'http' | 'server' | 'location' | 'if' | 'limit_except';

/** Where a directive's value comes from at some level. */
export type Found =
  | { readonly kind: 'written'; readonly directive: PlacedDirective }
  | { readonly kind: 'unknown'; readonly include: MissingInclude }
  | { readonly kind: 'absent' };

/** All directives of one name that hold together; incomplete when a missing include may add to them. */
export interface DirectiveList {
  readonly directives: readonly PlacedDirective[];
  readonly complete: boolean;
}

const ABSENT: Found = { kind: 'absent' };

/** One block of the configuration with the blocks around it: the unit of nginx's inheritance (`ngx_http_merge_servers`). */
export class Level {
  readonly kind: LevelKind;
  readonly parent: Level | null;
  readonly block: Block;
  /** The directive that opens the block; null for the file itself and for fragments. */
  readonly directive: PlacedDirective | null;

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
    const directive = this.block.last(name);
    if (directive !== null) return { kind: 'written', directive };
    const include = this.block.missing[0];
    if (include !== undefined) return { kind: 'unknown', include };
    // What stands at the main level belongs to other modules than what is asked for below http.
    return this.parent === null || this.kind === 'http' ? ABSENT : this.parent.find(name);
  }

  /**
   * A directive that makes a list (`fastcgi_param`, `proxy_set_header`, `add_header`, `access_log`, `error_log`, `index`,
   * `limit_req`, `error_page`): a level with any of its own replaces the whole list. Incomplete when an include is missing.
   */
  list(name: string): DirectiveList {
    const directives = this.block.named(name);
    const isWhole = this.block.missing.length === 0;
    if (directives.length > 0 || this.parent === null) return { directives, complete: isWhole };
    const outer = this.parent.list(name);
    return isWhole ? outer : { ...outer, complete: false };
  }

  /** From the outermost block inwards, this one last. */
  chain(): Level[] {
    return this.parent === null ? [this] : [...this.parent.chain(), this];
  }

  /** The nearest level of a kind, this one included. */
  nearest(kind: LevelKind): Level | null {
    return this.kind === kind ? this : (this.parent?.nearest(kind) ?? null);
  }
}

import type { PlacedDirective } from '../include/placed.ts';
import { Level } from '../inherit/level.ts';
import type { PassProtocol } from '../request-path.ts';
import { locationsOf, type LocationNode } from './location.ts';

export const PASS_PROTOCOLS: readonly PassProtocol[] = ['fastcgi', 'proxy', 'uwsgi', 'scgi', 'grpc', 'memcached'];
const BY_NAME: ReadonlyMap<string, PassProtocol> = new Map(PASS_PROTOCOLS.map((each) => [`${each}_pass`, each]));

export interface Pass {
  readonly protocol: PassProtocol;
  readonly directive: PlacedDirective;
}

/** The `*_pass` right in a block; none is inherited. The last one counts, as it sets the handler last. */
export function ownPass(level: Level): Pass | null {
  const found = level.block.directives.findLast((directive) => BY_NAME.has(directive.name));
  const protocol = found && BY_NAME.get(found.name);
  return found && protocol ? { protocol, directive: found } : null;
}

/** `if` and `limit_except` blocks without a handler of their own keep the location's (`ngx_http_fastcgi_merge_loc_conf`). */
export function passAt(level: Level): Pass | null {
  const own = ownPass(level);
  if (own !== null || (level.kind !== 'if' && level.kind !== 'limit_except') || level.parent === null) return own;
  return passAt(level.parent);
}

export interface PassingBlock {
  readonly level: Level;
  readonly location: LocationNode | null;
  readonly pass: Pass;
}

/** Every block of a server that passes requests on, in the order of the text, `if` and `limit_except` blocks included. */
export function passingBlocks(server: Level): PassingBlock[] {
  const found: PassingBlock[] = [];
  const visit = (level: Level, location: LocationNode | null, nested: readonly LocationNode[]): void => {
    const pass = ownPass(level);
    if (pass !== null) found.push({ level, location, pass });
    const byDirective = new Map(nested.map((each) => [each.directive, each]));
    for (const directive of level.block.directives) {
      const inner = byDirective.get(directive);
      if (inner !== undefined) visit(inner.level, inner, inner.nested);
      else if (directive.name === 'if' && directive.block) visit(new Level('if', level, directive), location, []);
      else if (directive.name === 'limit_except') visit(new Level('limit_except', level, directive), location, []);
    }
  };
  visit(server, null, locationsOf(server));
  return found;
}

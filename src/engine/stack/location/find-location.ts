import type { PatternMatch } from '../pattern/pattern.ts';
import { locationsOf, type LocationNode } from './location.ts';
import { ownPass } from './pass.ts';
import type { Level } from '../inherit/level.ts';

export type LocationMatch =
  | { readonly kind: 'found'; readonly location: LocationNode; readonly match: PatternMatch | null }
  /** The URI lacks the slash of a location that passes on: nginx answers 301. */
  | { readonly kind: 'add-slash'; readonly location: LocationNode }
  | { readonly kind: 'none' };

const NONE: LocationMatch = { kind: 'none' };

/** The location that takes a URI (`ngx_http_core_find_location`), nested ones included. */
export function findLocation(server: Level, uri: string): LocationMatch {
  return findAmong(locationsFor(server), uri).found;
}

/** `@name` of a server; null when there is none. */
export function namedLocation(server: Level, name: string): LocationNode | null {
  return locationsFor(server).find((each) => each.modifier === '@' && each.match === name) ?? null;
}

interface Search {
  readonly found: LocationMatch;
  /** False for plain prefixes: a pattern of an outer block may still take the URI. */
  readonly settled: boolean;
}

function findAmong(locations: readonly LocationNode[], uri: string): Search {
  const fixed = locations.filter(({ modifier }) => modifier === '' || modifier === '=' || modifier === '^~');
  const exact = fixed.find(({ modifier, match }) => modifier === '=' && match === uri);
  if (exact) return { found: { kind: 'found', location: exact, match: null }, settled: true };
  const prefixes = fixed.filter(({ modifier, match }) => modifier !== '=' && uri.startsWith(match));
  const longest = prefixes.reduce<LocationNode | null>(
    (best, each) => (best === null || each.match.length > best.match.length ? each : best),
    null,
  );
  if (longest?.match !== uri) {
    const slashed = fixed.find((each) => each.match === `${uri}/` && ownPass(each.level) !== null);
    if (slashed) return { found: { kind: 'add-slash', location: slashed }, settled: true };
  }
  const inner = longest && findAmong(longest.nested, uri);
  if (inner?.settled) return inner;
  if (longest?.modifier !== '^~') {
    for (const location of locations) {
      const match = location.pattern?.match(uri);
      if (!match) continue;
      const { found } = findAmong(location.nested, uri);
      return { found: found.kind === 'none' ? { kind: 'found', location, match } : found, settled: true };
    }
  }
  if (longest === null) return { found: NONE, settled: false };
  const found = inner === null || inner.found.kind === 'none' ? null : inner.found;
  return { found: found ?? { kind: 'found', location: longest, match: null }, settled: false };
}

const trees = new WeakMap<Level, LocationNode[]>();

/** A server's locations are read once, however many requests are asked for. */
function locationsFor(server: Level): LocationNode[] {
  let tree = trees.get(server);
  if (tree === undefined) trees.set(server, (tree = locationsOf(server)));
  return tree;
}

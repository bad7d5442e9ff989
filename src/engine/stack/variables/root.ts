import type { Level } from '../inherit/level.ts';
import { parseLocation } from '../location/location.ts';
import type { RequestState } from './request-state.ts';
import { expandValue, type Expanded, type Lookup } from './expand-value.ts';

interface Root {
  readonly text: string;
  readonly alias: boolean;
  /** Location that holds the `alias`. */
  readonly level: Level | null;
}

/** `root` and `alias` are one setting to nginx: the innermost of either counts (`ngx_http_core_merge_loc_conf`). */
function rootOf(level: Level): Root | null {
  for (let each: Level | null = level; each !== null; each = each.parent) {
    const directive = each.block.last('alias') ?? each.block.last('root');
    if (directive !== null) {
      const alias = directive.name === 'alias';
      const text = directive.args[0] ?? '';
      // `ngx_http_core_root` takes one slash off the end of a root, none off an alias.
      return { text: !alias && text.endsWith('/') ? text.slice(0, -1) : text, alias, level: each };
    }
    if (each.block.missing.length > 0) return null;
  }
  return { text: 'html', alias: false, level: null };
}

/** `$document_root`; null when a missing include may set it. */
export function documentRoot(state: RequestState, lookup: Lookup): Expanded | null {
  const root = rootOf(state.level);
  return root && expandValue(root.text, lookup);
}

/**
 * The file a URI stands for (`ngx_http_map_uri_to_path`): root + URI, alias + the rest of the URI behind the location's
 * name, or the alias alone in a location with a pattern.
 */
export function pathOfUri(state: RequestState, uri: string, lookup: Lookup): Expanded | null {
  const root = rootOf(state.level);
  if (root === null) return null;
  const base = expandValue(root.text, lookup);
  if (!root.alias) return { ...base, text: base.text + uri };
  const { modifier, match } = parseLocation(root.level?.directive?.args ?? []);
  if (modifier.startsWith('~')) return base;
  return { ...base, text: base.text + (uri.startsWith(match) ? uri.slice(match.length) : uri) };
}

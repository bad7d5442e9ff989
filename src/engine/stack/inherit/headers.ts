import type { PlacedDirective } from '../include/placed.ts';
import type { Level } from './level.ts';

/**
 * `add_header` as it reaches the client: a level's own list replaces the outer one, unless `add_header_inherit merge`
 * (1.29.3) joins them or `off` cuts them; the mode itself is inherited (ngx_http_headers_filter_module.c).
 */
export function addedHeaders(level: Level, name: 'add_header' | 'add_trailer' = 'add_header'): PlacedDirective[] {
  const own = level.block.named(name);
  const found = level.find(`${name}_inherit`);
  const mode = found.kind === 'written' ? found.directive.args[0] : 'on';
  if (level.parent === null || mode === 'off' || (own.length > 0 && mode !== 'merge')) return [...own];
  return [...addedHeaders(level.parent, name), ...own];
}

import type { DirectiveList, Level } from './level.ts';

/**
 * `add_header` as it reaches the client: a level's own list replaces the outer one, unless `add_header_inherit merge`
 * (1.29.3) joins them or `off` cuts them; the mode itself is inherited (ngx_http_headers_filter_module.c).
 */
export function addedHeaders(level: Level): DirectiveList {
  const directives = level.block.named('add_header');
  const complete = level.block.missing.length === 0;
  const found = level.find('add_header_inherit');
  const mode = found.kind === 'written' ? found.directive.args[0] : 'on';
  if (level.parent === null || mode === 'off' || (directives.length > 0 && mode !== 'merge')) {
    return { directives, complete };
  }
  const outer = addedHeaders(level.parent);
  return { directives: [...outer.directives, ...directives], complete: complete && outer.complete };
}

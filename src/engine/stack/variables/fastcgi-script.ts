import { compilePattern } from '../pattern/pattern.ts';
import type { RequestState } from './request-state.ts';

/** `$fastcgi_script_name` and `$fastcgi_path_info` (`ngx_http_fastcgi_split`); null when not known. */
export function fastcgiScript(state: RequestState): { readonly name: string; readonly pathInfo: string } | null {
  const { uri, level } = state;
  const split = level.find('fastcgi_split_path_info');
  const index = level.find('fastcgi_index');
  if (uri === null || split.kind === 'unknown') return null;
  const match = split.kind === 'written' ? compilePattern(split.directive.args[0] ?? '')?.match(uri) : null;
  if (match === undefined) return null;
  const name = match?.captures[1] ?? uri;
  const pathInfo = match?.captures[2] ?? '';
  if (!name.endsWith('/')) return { name, pathInfo };
  if (index.kind === 'unknown') return null;
  return { name: index.kind === 'written' ? name + (index.directive.args[0] ?? '') : name, pathInfo };
}

import { fastcgiScript } from './fastcgi-script.ts';
import type { Lookup } from './expand-value.ts';
import { mapValue } from './map.ts';
import type { RequestState } from './request-state.ts';
import { documentRoot, pathOfUri } from './root.ts';

/** Maps and roots may refer to variables that refer to them; nginx stops such cycles, too. */
const MAX_DEPTH = 8;

type Builtin = (state: RequestState, lookup: Lookup) => string | null;

/** nginx's own variables, as far as the configuration and the question decide them (ngx_http_variables.c). */
const BUILTINS: Readonly<Record<string, Builtin>> = {
  uri: (state) => state.uri,
  document_uri: (state) => state.uri,
  request_uri: (state) => state.requestUri,
  args: (state) => state.args,
  query_string: (state) => state.args,
  is_args: (state) => (state.args === null ? null : state.args === '' ? '' : '?'),
  host: (state) => state.host,
  http_host: (state) => state.host,
  server_name: (state) => state.serverName,
  server_port: (state) => state.port?.toString() ?? null,
  scheme: (state) => state.scheme,
  https: (state) => (state.scheme === null ? null : state.scheme === 'https' ? 'on' : ''),
  request_method: (state) => state.method,
  document_root: (state, lookup) => wholeOf(documentRoot(state, lookup)),
  // Links on a disk nobody has shown are taken to lead nowhere else.
  realpath_root: (state, lookup) => wholeOf(documentRoot(state, lookup)),
  request_filename: (state, lookup) => (state.uri === null ? null : wholeOf(pathOfUri(state, state.uri, lookup))),
  fastcgi_script_name: (state) => fastcgiScript(state)?.name ?? null,
  fastcgi_path_info: (state) => fastcgiScript(state)?.pathInfo ?? null,
};

/** Looks variables up for a request: `set` and groups first, then nginx's own, then maps. */
export function lookupFor(state: RequestState): Lookup {
  let depth = 0;
  const lookup: Lookup = (name) => {
    if (depth >= MAX_DEPTH) return null;
    depth++;
    const value = valueOf(name, state, lookup);
    depth--;
    return value;
  };
  return lookup;
}

function valueOf(name: string, state: RequestState, lookup: Lookup): string | null {
  const set = state.variables.get(name);
  if (set !== undefined) return set;
  if (/^[1-9]$/.test(name)) return state.uri === null ? null : (state.captures[Number(name)] ?? '');
  const builtin = BUILTINS[name];
  if (builtin !== undefined) return builtin(state, lookup);
  if (name.startsWith('arg_')) return state.args === null ? null : argument(state.args, name.slice(4));
  // The request asked for is a bare one: no headers but Host, no cookies.
  if (name.startsWith('http_') || name.startsWith('cookie_'))
    return state.uri === null || state.method === null ? null : '';
  return mapValue(state.level.nearest('http'), name, lookup);
}

function argument(args: string, name: string): string {
  const prefix = `${name.toLowerCase()}=`;
  const pair = args.split('&').find((each) => each.toLowerCase().startsWith(prefix));
  return pair?.slice(prefix.length) ?? '';
}

function wholeOf(expanded: { readonly text: string; readonly complete: boolean } | null): string | null {
  return expanded?.complete ? expanded.text : null;
}

import type { Level } from '../inherit/level.ts';

/** A request on its way through the configuration. Everything that is null is not known: no request was asked for. */
export interface RequestState {
  /** Decoded and normalised, without arguments; changes with rewrites and internal redirects. */
  uri: string | null;
  args: string | null;
  readonly requestUri: string | null;
  /** Becomes GET when an error page takes over. */
  method: string | null;
  /** Lower case, without port. */
  readonly host: string | null;
  readonly port: number | null;
  readonly scheme: string | null;
  readonly serverName: string | null;
  /** The block whose settings hold right now. */
  level: Level;
  /** Made by `set` and by named groups. */
  readonly variables: Map<string, string>;
  captures: readonly string[];
}

/** What is known of any request that ends at `level`, before one is asked for. */
export function unaskedState(level: Level, server: Level | null, uri: string | null): RequestState {
  const names = (server?.block.named('server_name') ?? []).flatMap((directive) => directive.args);
  const sole = names.length === 1 && names[0] !== undefined && /^[\w.-]{1,255}$/.test(names[0]) ? names[0] : null;
  return {
    uri,
    args: null,
    requestUri: null,
    method: null,
    host: sole === '_' ? null : sole,
    port: null,
    scheme: null,
    serverName: names[0] ?? null,
    level,
    variables: new Map(),
    captures: [],
  };
}

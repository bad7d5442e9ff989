import type { Level } from '../inherit/level.ts';
import { compilePattern, type PatternMatch } from '../pattern/pattern.ts';

export interface NameMatch {
  readonly server: Level;
  /** Of a pattern; null for plain names and masks. */
  readonly match: PatternMatch | null;
}

/**
 * The server whose name takes a host: the exact name, the longest `*.mask`, the longest `mask.*`, then the first pattern
 * (`ngx_http_find_virtual_server`). null: none does, the default server will.
 * @param host lower case; '' for a request without a host
 */
export function serverByName(servers: readonly Level[], host: string): NameMatch | null {
  const named = servers.flatMap((server) => namesOf(server).map((name) => ({ server, name })));
  const exact = named.find(({ name }) => name === host || (name.startsWith('.') && name.slice(1) === host));
  if (exact) return { server: exact.server, match: null };
  const longest = (fits: (name: string) => boolean): NameMatch | null => {
    const [best] = named.filter(({ name }) => fits(name)).sort((a, b) => b.name.length - a.name.length);
    return best ? { server: best.server, match: null } : null;
  };
  const mask =
    longest((name) => name.startsWith('*.') && host.endsWith(name.slice(1)) && host.length >= name.length) ??
    longest((name) => name.startsWith('.') && host.endsWith(name) && host.length > name.length) ??
    longest((name) => name.endsWith('.*') && host.startsWith(name.slice(0, -1)) && host.length >= name.length);
  if (mask) return mask;
  for (const { server, name } of named) {
    // Patterns of names ignore case (`ngx_http_core_server_name`).
    const match = name.startsWith('~') ? compilePattern(name.slice(1), true)?.match(host) : null;
    if (match) return { server, match };
  }
  return null;
}

/** A server without `server_name` has the empty name. */
function namesOf(server: Level): string[] {
  const names = server.block.named('server_name').flatMap((directive) => directive.args);
  return names.length > 0 ? names.map((name) => (name.startsWith('~') ? name : name.toLowerCase())) : [''];
}

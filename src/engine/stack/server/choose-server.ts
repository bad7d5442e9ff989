import type { Level } from '../inherit/level.ts';
import { listensOf, type Listen } from './listen.ts';
import { serverByName, type NameMatch } from './server-name.ts';

export interface ChosenServer extends NameMatch {
  readonly port: number | null;
  readonly ssl: boolean;
}

interface Listener {
  readonly server: Level;
  readonly listen: Listen;
}

/** Ports on which some server listens, the usual ones first. */
export function portsOf(servers: readonly Level[]): (number | null)[] {
  const ports = new Set(servers.flatMap((server) => listensOf(server).map(({ port }) => port)));
  const usual = [80, 443].filter((port) => ports.has(port));
  return [...new Set([...usual, ...ports])];
}

/**
 * The server that takes a request on a port (`ngx_http_optimize_servers`): the sockets of one address form a group; a
 * connection to that address meets only this group; in it the name decides, else the default server, else the first.
 * @param address that the client connects to; null when nobody says, then the group with every address comes first
 */
export function chooseServer(
  servers: readonly Level[],
  port: number | null,
  address: string | null,
  host: string | null,
): ChosenServer | null {
  const listeners = servers.flatMap((server) => listensOf(server).map((listen) => ({ server, listen })));
  const groups = groupsOf(listeners.filter(({ listen }) => listen.port === port));
  const wanted = groupFor(groups, address ?? (host !== null && groups.has(host) ? host : null));
  for (const group of wanted) {
    const found = serverByName(
      group.map(({ server }) => server),
      host ?? '',
    );
    if (found) return { ...found, port, ssl: group.some(({ listen }) => listen.ssl) };
  }
  const first = wanted[0];
  const fallback = first?.find(({ listen }) => listen.isDefault) ?? first?.[0];
  return fallback ? { server: fallback.server, match: null, port, ssl: fallback.listen.ssl } : null;
}

function groupsOf(listeners: readonly Listener[]): Map<string, Listener[]> {
  const groups = new Map<string, Listener[]>();
  for (const listener of listeners) {
    const { address } = listener.listen;
    const group = groups.get(address);
    if (group === undefined) groups.set(address, [listener]);
    else group.push(listener);
  }
  return groups;
}

/** The groups a connection may meet, the likeliest first: one when the address is known. */
function groupFor(groups: ReadonlyMap<string, Listener[]>, address: string | null): Listener[][] {
  if (address !== null) {
    const any = address.includes(':') ? groups.get('::') : (groups.get('*') ?? groups.get('::'));
    const own = groups.get(address) ?? any;
    return own ? [own] : [];
  }
  const rank = (key: string): number => (key === '*' ? 0 : key === '::' ? 1 : 2);
  return [...groups].sort(([a], [b]) => rank(a) - rank(b)).map(([, group]) => group);
}

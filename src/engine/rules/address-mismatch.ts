import type { Signature } from '../evidence/signatures.ts';
import { bareAddress } from '../plan/event-address.ts';
import { eventsOf, pathsOfEvent } from '../plan/paths-of-event.ts';
import type { Pool } from '../stack/pool.ts';
import type { RequestPath, UpstreamServer } from '../stack/request-path.ts';
import type { Stack } from '../stack/stack.ts';
import { plain } from './places.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

/** nginx did not reach a pool where it looked for one, or reached something else. */
const NOT_REACHED: readonly Signature[] = [
  'nginx.connect-enoent',
  'nginx.connect-refused',
  'nginx.unsupported-fastcgi-version',
  'nginx.connect-no-route',
  'nginx.connect-net-unreachable',
];

export const docs: RuleDocs = {
  title: 'fastcgi_pass and listen name different addresses',
  why:
    'nginx connects to an address on which no pool listens: "2: No such file or directory" for a socket path, "111: Connection refused" ' +
    'for a port, "unsupported FastCGI protocol version" for a port with another service. The nginx side is changed to the pool that ' +
    'is there, since other sites may use the pool.',
  source: 'ngx_event_connect.c, ngx_http_fastcgi_module.c; fpm_sockets.c',
};

export const addressMismatch: Rule = {
  name: 'address-mismatch',
  messages: {
    failed: 'nginx connects to {address}, where no pool of these files listens; pool {pool} listens on {listen}.',
    several:
      'nginx connects to {address}, where no pool of these files listens; {pools} pools are there and nothing says which one is meant.',
    'one-of-two':
      '{address} names an address on which pool {pool} does not listen ({listen}): the connection is tried there first and refused.',
    unseen: 'No pool of these files listens on {address}; pool {pool} listens on {listen}.',
  },
  check({ stack, evidence }) {
    const failed = new Set(eventsOf(evidence, NOT_REACHED).flatMap((event) => pathsOfEvent(stack, event)));
    const seen = new Set<string>();
    return stack.paths
      .flatMap((path) => (path.pass?.protocol === 'fastcgi' ? wrongServers(path, failed.has(path), stack) : []))
      .filter(({ path, line, column }) => {
        const key = JSON.stringify([path, line, column]);
        return seen.has(key) ? false : seen.add(key);
      });
  },
};

function wrongServers(path: RequestPath, failed: boolean, stack: Stack): RawFinding[] {
  if (stack.pools.length === 0) return [];
  const servers = path.upstream?.servers ?? [];
  if (path.pool !== null) return failed ? servers.flatMap((server) => localhostFinding(server, path.pool)) : [];
  const addresses = stack.pools.map((pool) => pool.address);
  if (servers.some((server) => server.address.includes('$') || addresses.includes(bareAddress(server.address))))
    return [];
  return servers.slice(0, 1).map((server): RawFinding => {
    const pool = nearest(server.address, stack.pools);
    if (pool === null) {
      const args = { address: server.address, pools: stack.pools.length };
      return { ...plain(server), severity: failed ? 'error' : 'info', code: 'several', args, fix: null };
    }
    const listen = connectable(pool);
    const args = { address: server.address, pool: pool.name, listen };
    const edits = [{ path: server.path, start: server.start, end: server.end, text: listen }];
    if (!failed) return { ...plain(server), severity: 'info', code: 'unseen', args, fix: null };
    return { ...plain(server), severity: 'error', code: 'failed', args, fix: { safety: 'reload', edits } };
  });
}

/** `localhost` is ::1 and 127.0.0.1 to nginx; a pool listens on one of them. */
function localhostFinding(server: UpstreamServer, pool: Pool | null): RawFinding[] {
  if (pool?.address == null || !server.address.startsWith('localhost:') || pool.address.startsWith('[::]')) return [];
  const listen = connectable(pool);
  if (listen === server.address) return [];
  const edits = [{ path: server.path, start: server.start, end: server.end, text: listen }];
  const args = { address: server.address, pool: pool.name, listen };
  return [{ ...plain(server), severity: 'warning', code: 'one-of-two', args, fix: { safety: 'reload', edits } }];
}

/** The pool that is meant: the only one, the only one with the same port, or the only one whose socket differs in digits alone. */
function nearest(address: string, pools: readonly Pool[]): Pool | null {
  const listening = pools.filter((pool) => pool.address !== null);
  if (listening.length === 1) return listening[0] ?? null;
  const wanted = shape(bareAddress(address));
  const alike = listening.filter((pool) => shape(pool.address ?? '') === wanted);
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** A socket's file name without digits (`php8.1-fpm.sock` → `php.-fpm.sock`), or the port. */
function shape(address: string): string {
  if (address.startsWith('unix:')) return address.slice(address.lastIndexOf('/') + 1).replace(/\d/gu, '');
  return address.slice(address.lastIndexOf(':'));
}

/** A pool that listens everywhere is reached on the loopback. */
function connectable({ address }: Pool): string {
  return (address ?? '').replace(/^(?:\*|0\.0\.0\.0):/u, '127.0.0.1:').replace(/^\[::\]:/u, '[::1]:');
}

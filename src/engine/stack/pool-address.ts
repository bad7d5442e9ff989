import type { Pool } from './pool.ts';

/** Hosts that name the machine itself, or all of its addresses. */
const LOCAL = new Set(['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '[::]', '*']);

/**
 * FPM's `listen` as nginx would name it (`fpm_sockets_domain_from_address`): with a colon or of digits only it is a port,
 * everything else a socket path. A lone port listens on all addresses.
 */
export function addressOf(listen: string): string | null {
  if (listen === '') return null;
  if (/^[0-9]+$/.test(listen)) return `*:${listen}`;
  if (listen.includes(':')) return listen;
  return `unix:${listen}`;
}

/**
 * Whether a pool answers at an upstream's address. A socket must be the same file; for TCP the ports must be equal, and the hosts
 * must be equal, local, or a name (a container's) that only the network can resolve.
 */
export function poolAnswers(pool: Pool, upstream: string): boolean {
  const { address } = pool;
  if (address === null) return false;
  if (address === upstream) return true;
  if (address.startsWith('unix:') || upstream.startsWith('unix:')) {
    return address.startsWith('unix:') && upstream.startsWith('unix:') && samePath(address.slice(5), upstream.slice(5));
  }
  const [host, port] = splitPort(upstream);
  const [ownHost, ownPort] = splitPort(address);
  if (port === '' || port !== ownPort) return false;
  return host === ownHost || (LOCAL.has(ownHost) && (LOCAL.has(host) || ownHost === '*' || isWildcard(ownHost)));
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '[::]';
}

function splitPort(address: string): readonly [host: string, port: string] {
  const colon = address.lastIndexOf(':');
  return colon === -1 ? [address, ''] : [address.slice(0, colon), address.slice(colon + 1)];
}

/** `/var/run` is a link to `/run` on every current Linux. */
function samePath(a: string, b: string): boolean {
  return a.replace(/^\/var\/run\//, '/run/') === b.replace(/^\/var\/run\//, '/run/');
}

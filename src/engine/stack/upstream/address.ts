import { components } from '../include/find-files.ts';

/** What a socket address says: a path, or a host and a port. */
export type Address =
  | { readonly kind: 'unix'; readonly path: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number };

const ANY = new Set(['*', '0.0.0.0', '::', '']);
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Reads an address of nginx or PHP-FPM: `unix:/run/x.sock`, `/run/x.sock`, `9000`, `[::]:9000`, `127.0.0.1:9000`, `app`. */
export function parseAddress(text: string, defaultPort = 80): Address | null {
  if (text === '') return null;
  if (text.startsWith('unix:')) return { kind: 'unix', path: text.slice(5) };
  if (text.includes('/')) return { kind: 'unix', path: text };
  const port = digitsOnly(text);
  if (port !== null) return { kind: 'tcp', host: '*', port };
  const bracket = text.startsWith('[') ? text.indexOf(']') : -1;
  const colon = text.indexOf(':', bracket + 1);
  const host = bracket > 0 ? text.slice(1, bracket) : text.slice(0, colon === -1 ? text.length : colon);
  const after = colon === -1 ? defaultPort : digitsOnly(text.slice(colon + 1));
  return after === null ? null : { kind: 'tcp', host: host.toLowerCase(), port: after };
}

/**
 * Would a connection to `target` reach what listens on `listen`? A pool on `9000` or `[::]:9000` answers on every local
 * address; the names of this machine are one; socket paths are the same when the shorter ends the longer.
 */
export function reaches(target: Address, listen: Address): boolean {
  if (target.kind === 'unix' || listen.kind === 'unix') {
    return target.kind === 'unix' && listen.kind === 'unix' && samePath(target.path, listen.path);
  }
  if (target.port !== listen.port) return false;
  if (target.host === listen.host || ANY.has(listen.host) || ANY.has(target.host)) return true;
  return LOOPBACK.has(target.host) && LOOPBACK.has(listen.host) && canMeet(target.host, listen.host);
}

/** `localhost` is both loopback addresses; 127.0.0.1 and ::1 are two. */
function canMeet(one: string, other: string): boolean {
  return one === 'localhost' || other === 'localhost';
}

function samePath(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.startsWith('/') && other.startsWith('/')) return normal(one) === normal(other);
  const [short, long] = [components(one), components(other)].sort((a, b) => a.length - b.length);
  return (
    short !== undefined &&
    long !== undefined &&
    short.length > 0 &&
    short.every((part, i) => part === long[long.length - short.length + i])
  );
}

/** `/var/run` is `/run` on every system of this century. */
function normal(path: string): string {
  const clean = `/${components(path).join('/')}`;
  return clean.startsWith('/var/run/') ? clean.slice(4) : clean;
}

function digitsOnly(text: string): number | null {
  return /^\d{1,5}$/.test(text) ? Number(text) : null;
}

import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Pool } from '../../stack/pool.ts';
import { parseAddress, reaches } from '../../stack/upstream/address.ts';
import type { EvidenceLine } from '../cause.ts';
import type { Facts } from './facts.ts';
import { lineAt, linesOf } from './lines.ts';
import { addressOf, normalAddress, protocolOf } from './upstream-field.ts';

/** Addresses that failing lines name, or that the configs pass FastCGI requests to. */
export function wantedAddresses(facts: Facts, failed: readonly EvidenceEvent[]): ReadonlySet<string> {
  const wanted = new Set(failed.map(addressOf).filter((address) => address !== ''));
  if (wanted.size > 0) return wanted;
  for (const path of facts.paths) {
    if (path.pass?.protocol !== 'fastcgi') continue;
    for (const server of path.upstream?.servers ?? []) wanted.add(normalAddress(server.address));
  }
  return wanted;
}

/** The pool that listens exactly where the failing lines point; null when none does. */
export function addressesAgree(facts: Facts, failed: readonly EvidenceEvent[]): Pool | null {
  const wanted = wantedAddresses(facts, failed);
  return facts.pools.find((pool) => [...wanted].some((address) => answers(poolAddress(pool), address))) ?? null;
}

/**
 * Lines that show the backend listening at another address than the failing lines name: a pool's `listen`, `ss`, a socket file.
 * null when nothing says where it listens, or when it listens where it should.
 */
export function listenerElsewhere(facts: Facts, failed: readonly EvidenceEvent[]): readonly EvidenceLine[] | null {
  const fastcgi = failed.filter((event) => (protocolOf(event) ?? 'fastcgi') === 'fastcgi');
  if (fastcgi.length === 0) return null;
  const wanted = [...wantedAddresses(facts, fastcgi)];
  if (wanted.length === 0) return null;
  const pools = facts.pools.filter((pool) => poolAddress(pool) !== '');
  const lost = wanted.filter((address) => !pools.some((pool) => answers(poolAddress(pool), address)));
  if (pools.length > 0) return lost.length === 0 ? null : pools.map((pool) => listenLine(facts, pool));
  const listening = facts.events('sockets.listening', 'files.socket').filter(isPhp);
  const there = listening.some((event) => wanted.some((address) => answers(addressOf(event), address)));
  return listening.length === 0 || there ? null : linesOf(listening, 3);
}

/** True when a listener at `listen` accepts what is sent to `address`; `localhost` is both families. */
export function answers(listen: string, address: string): boolean {
  const a = normalAddress(listen);
  const b = normalAddress(address);
  if (a === b) return true;
  if (a.startsWith('unix:') || b.startsWith('unix:')) return samePlace(a, b);
  const [hostA, portA] = hostAndPort(a);
  const [hostB, portB] = hostAndPort(b);
  if (portA !== portB) return false;
  if (ANY_HOSTS.has(hostA)) return true;
  if (hostB === 'localhost') return LOOPBACKS.has(hostA);
  if (hostA === 'localhost') return LOOPBACKS.has(hostB);
  // Two names or addresses may be one machine (containers, NAT): only loopback against something else is a certain miss.
  return !LOOPBACKS.has(hostA) && !LOOPBACKS.has(hostB);
}

/** Socket paths in two spellings: `/var/run` and `/run`, `unix:///run/a.sock`. */
function samePlace(one: string, other: string): boolean {
  const listen = parseAddress(one);
  const target = parseAddress(other);
  return listen !== null && target !== null && reaches(target, listen);
}

const ANY_HOSTS = new Set(['', '*', '0.0.0.0', '[::]']);
const LOOPBACKS = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** `[::1]:9000` → `[::1]`, `9000`; a bare port has an empty host (FPM: all addresses). */
function hostAndPort(address: string): [string, string] {
  const colon = address.lastIndexOf(':');
  if (colon === -1) return ['', address];
  return [address.slice(0, colon), address.slice(colon + 1)];
}

function poolAddress(pool: Pool): string {
  return pool.address ?? '';
}

function listenLine(facts: Facts, pool: Pool): EvidenceLine {
  const listen = pool.settings['listen'];
  return listen !== undefined && 'path' in listen.from
    ? lineAt(facts, listen.from.path, listen.from.line)
    : lineAt(facts, pool.path, pool.line);
}

function isPhp(event: EvidenceEvent): boolean {
  return event.text.toLowerCase().includes('php');
}

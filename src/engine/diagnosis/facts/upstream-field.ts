import type { EvidenceEvent } from '../../evidence/event.ts';
import type { PassProtocol } from '../../stack/request-path.ts';
import type { Facts } from './facts.ts';

/** Protocol behind nginx's `upstream: "fastcgi://…"` schemes. */
const SCHEMES: Readonly<Record<string, PassProtocol>> = {
  fastcgi: 'fastcgi',
  http: 'proxy',
  https: 'proxy',
  uwsgi: 'uwsgi',
  suwsgi: 'uwsgi',
  scgi: 'scgi',
  grpc: 'grpc',
  grpcs: 'grpc',
  memcached: 'memcached',
};

/** `fastcgi://unix:/run/php/php8.2-fpm.sock:` as the line's upstream field has it, '' when it has none. */
export function upstreamField(event: EvidenceEvent): string {
  if (typeof event.fields['upstream'] === 'string') return event.fields['upstream'];
  const opening = 'upstream: "';
  const at = event.text.indexOf(opening);
  if (at === -1) return '';
  const end = event.text.indexOf('"', at + opening.length);
  return event.text.slice(at + opening.length, end === -1 ? undefined : end);
}

/** Protocol by the scheme; for lines without one (synchronous connect errors of cut lines) null. */
export function protocolOf(event: EvidenceEvent): PassProtocol | null {
  const field = upstreamField(event);
  const at = field.indexOf('://');
  return at === -1 ? null : (SCHEMES[field.slice(0, at)] ?? null);
}

/** `unix:/run/php/php8.2-fpm.sock`, `127.0.0.1:9000`, `[::1]:9000`; '' when the line names no address. */
export function addressOf(event: EvidenceEvent): string {
  const field = upstreamField(event);
  const at = field.indexOf('://');
  const rest = at === -1 ? field : field.slice(at + 3);
  if (rest.startsWith('unix:')) {
    const colon = rest.indexOf(':', 5);
    return colon === -1 ? rest : rest.slice(0, colon);
  }
  if (rest !== '') {
    const slash = rest.indexOf('/');
    return slash === -1 ? rest : rest.slice(0, slash);
  }
  const address = event.fields['address'];
  return typeof address === 'string' ? normalAddress(address) : '';
}

/** True for a line whose address is of IPv6. */
export function isIpv6(event: EvidenceEvent): boolean {
  return addressOf(event).startsWith('[');
}

/** Pool addresses, upstream fields and config words in one spelling: `unix:/path`, `host:port`. */
export function normalAddress(address: string): string {
  const bare = address.startsWith('unix:') ? address.slice(5) : address;
  return bare.startsWith('/') ? `unix:${bare.replace(/:$/, '')}` : bare;
}

/** Protocols that the failing lines name, else those of the pasted configs. */
export function protocolsIn(facts: Facts, events: readonly EvidenceEvent[]): ReadonlySet<PassProtocol> {
  const named = new Set<PassProtocol>();
  for (const event of events) {
    const protocol = protocolOf(event);
    if (protocol !== null) named.add(protocol);
  }
  if (named.size > 0) return named;
  for (const path of facts.paths) if (path.pass !== null) named.add(path.pass.protocol);
  return named;
}

/** True unless what failed, or else the configs, name other kinds of backend only and nothing of PHP-FPM was pasted. */
export function servesPhp(facts: Facts): boolean {
  const failed = facts.evidence.events.filter(({ signature }) => signature.startsWith('nginx.'));
  const protocols = protocolsIn(facts, failed);
  if (protocols.size === 0 || protocols.has('fastcgi') || facts.pools.length > 0) return true;
  return facts.evidence.events.some(({ signature }) => /^(?:fpm|php|slow|status)\./.test(signature));
}

import type { EvidenceEvent } from '../evidence/event.ts';
import type { Pool } from '../stack/pool.ts';
import { parseAddress, reaches } from '../stack/upstream/address.ts';

/** The upstream an event names, spelled as a pool's address is: `unix:/run/php/php8.2-fpm.sock`, `127.0.0.1:9000`; null when it names none. */
export function addressOfEvent({ fields, text }: EvidenceEvent): string | null {
  const named = fields['upstream'] ?? fields['address'] ?? quotedUpstream(text);
  return typeof named === 'string' && named !== '' ? bareAddress(named) : null;
}

/** Would a connection to this address, however it is spelled in a line or a config, reach what the pool listens on? */
export function reachesPool(written: string | null, pool: Pool): boolean {
  const target = written === null ? null : parseAddress(bareAddress(written));
  const listen = pool.address === null ? null : parseAddress(bareAddress(pool.address));
  return target !== null && listen !== null && reaches(target, listen);
}

/** True for addresses that are this machine whatever listens there. */
export function isLoopback(address: string): boolean {
  return /^(?:127\.|localhost(?::|$)|\[::1\])/u.test(address);
}

/** Without scheme and path: `fastcgi://unix:/run/a.sock:` → `unix:/run/a.sock`, `http://10.0.0.1:80/x` → `10.0.0.1:80`. */
export function bareAddress(written: string): string {
  const scheme = written.indexOf('://');
  const rest = scheme === -1 ? written : written.slice(scheme + 3);
  if (rest.startsWith('unix:') || rest.startsWith('/')) {
    const path = rest.startsWith('/') ? rest : rest.slice('unix:'.length);
    const colon = path.indexOf(':');
    return `unix:${colon === -1 ? path : path.slice(0, colon)}`;
  }
  const slash = rest.indexOf('/');
  return slash === -1 ? rest : rest.slice(0, slash);
}

function quotedUpstream(text: string): string | null {
  const opening = 'upstream: "';
  const at = text.indexOf(opening);
  if (at === -1) return null;
  const end = text.indexOf('"', at + opening.length);
  return text.slice(at + opening.length, end === -1 ? undefined : end);
}

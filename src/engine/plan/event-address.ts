import type { EvidenceEvent } from '../evidence/event.ts';

/** The upstream an event names, spelled as a pool's address is: `unix:/run/php/php8.2-fpm.sock`, `127.0.0.1:9000`; null when it names none. */
export function addressOfEvent({ fields, text }: EvidenceEvent): string | null {
  const named = fields['upstream'] ?? fields['address'] ?? quotedUpstream(text);
  return typeof named === 'string' && named !== '' ? bareAddress(named) : null;
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

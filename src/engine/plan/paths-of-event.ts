import type { Evidence } from '../evidence/evidence.ts';
import type { EvidenceEvent } from '../evidence/event.ts';
import type { Signature } from '../evidence/signatures.ts';
import type { RequestPath } from '../stack/request-path.ts';
import type { Stack } from '../stack/stack.ts';
import { addressOfEvent, bareAddress } from './event-address.ts';

/** Events of these signatures, in the order of the evidence. */
export function eventsOf(evidence: Evidence, signatures: readonly Signature[]): readonly EvidenceEvent[] {
  return evidence.events.filter((event) => signatures.includes(event.signature));
}

/**
 * The paths that an event may have met, narrowed by what its line names, in this order: the server, the upstream's address,
 * the location that its request matches. A name that fits nothing narrows nothing: lines and configs come redacted and cut.
 */
export function pathsOfEvent(stack: Stack, event: EvidenceEvent): readonly RequestPath[] {
  let paths = stack.paths.filter((path) => path.pass !== null);
  const server = event.fields['server'];
  if (typeof server === 'string' && server !== '')
    paths = narrowed(paths, (path) => path.server?.names.includes(server) ?? false);
  const address = addressOfEvent(event);
  if (address !== null) paths = narrowed(paths, (path) => addressesOf(path).includes(address));
  const uri = uriOf(event);
  return uri === null ? paths : narrowed(paths, (path) => matches(path, uri));
}

/** All paths that events of these signatures may have met. */
export function pathsOfEvents(
  stack: Stack,
  evidence: Evidence,
  signatures: readonly Signature[],
): ReadonlySet<RequestPath> {
  return new Set(eventsOf(evidence, signatures).flatMap((event) => pathsOfEvent(stack, event)));
}

/** Every address that a path may connect to, spelled as in an event, and the upstream's name. */
export function addressesOf({ pass, upstream }: RequestPath): readonly string[] {
  const servers = (upstream?.servers ?? []).map((server) => bareAddress(server.address));
  return [
    ...servers,
    ...(upstream?.name == null ? [] : [upstream.name]),
    ...(pass === null ? [] : [bareAddress(pass.target)]),
  ];
}

function narrowed(paths: readonly RequestPath[], fits: (path: RequestPath) => boolean): RequestPath[] {
  const fitting = paths.filter(fits);
  return fitting.length ? fitting : [...paths];
}

function uriOf({ fields }: EvidenceEvent): string | null {
  const request = fields['request'];
  if (typeof request !== 'string') return null;
  const target = request.split(' ')[1];
  return target === undefined ? null : (target.split('?')[0] ?? null);
}

/** Prefix and suffix-shaped regex locations by hand: patterns of users are never run against their logs. */
function matches({ location }: RequestPath, uri: string): boolean {
  if (location === null) return false;
  if (location.modifier === '=') return uri === location.match;
  if (location.modifier === '' || location.modifier === '^~') return uri.startsWith(location.match);
  const suffix = /^\\(\.[a-z0-9]{1,8})\$$/iu.exec(location.match)?.[1];
  return suffix !== undefined && uri.endsWith(suffix);
}

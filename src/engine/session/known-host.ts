import { UNKNOWN_HOST, type Host } from '../text/host.ts';

/** What the user states wins over what outputs say; the rest is unknown. */
export function knownHost(stated: Partial<Host>, observed: Partial<Host>): Host {
  const host: Record<string, unknown> = { ...UNKNOWN_HOST };
  for (const source of [observed, stated]) {
    for (const [fact, value] of Object.entries(source)) if (value != null) host[fact] = value;
  }
  return host as unknown as Host;
}

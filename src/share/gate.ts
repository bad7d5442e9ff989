import { findLeaks, type Leak } from '../engine/redact/leaks.ts';
import type { RedactOptions } from '../engine/redact/options.ts';
import type { Vault } from '../engine/redact/vault.ts';
import type { Snapshot } from '../engine/snapshot/snapshot.ts';
import { textsOf } from '../engine/snapshot/texts.ts';
import { decodeLink, encodeLink, type LinkOptions } from './link.ts';

export type Gated =
  | { readonly status: 'open'; readonly link: string }
  | { readonly status: 'closed'; readonly leaks: readonly Leak[] }
  /** What was encoded does not decode to itself. */
  | { readonly status: 'broken'; readonly problem: string };

/**
 * Makes the link and looks at what the other side would get: the finished link is decoded again and every string in it
 * searched with all detectors and for everything in the vault. Any hit means no link.
 */
export async function gatedLink(
  snapshot: Snapshot,
  vault: Vault,
  options: LinkOptions & { readonly redaction?: RedactOptions } = {},
): Promise<Gated> {
  const link = await encodeLink(snapshot, options);
  const decoded = await decodeLink(link, options);
  if (decoded.status !== 'ok') return { status: 'broken', problem: decoded.status };
  const leaks = leaksOf(decoded.snapshot, vault, options.redaction);
  return leaks.length === 0 ? { status: 'open', link } : { status: 'closed', leaks };
}

/** What must not leave in a snapshot; for files too. */
export function leaksOf(snapshot: Snapshot, vault: Vault, redaction: RedactOptions = {}): Leak[] {
  return findLeaks(textsOf(snapshot), vault, redaction);
}

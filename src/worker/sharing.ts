import { tierOf } from '../engine/redact/classes.ts';
import type { RedactOptions } from '../engine/redact/redact.ts';
import type { Leak } from '../engine/redact/leaks.ts';
import type { Report } from '../engine/report/report.ts';
import type { Inputs } from '../engine/session/inputs.ts';
import type { Vault } from '../engine/redact/vault.ts';
import { makeSnapshot, type Snapshot } from '../engine/snapshot/snapshot.ts';
import { trimSnapshot, type Trim } from '../engine/snapshot/trim.ts';
import { snapshotFile, snapshotMarkdown } from '../share/file.ts';
import { gatedLink } from '../share/gate.ts';
import { decodeLink } from '../share/link.ts';
import { replacedByClass } from './replaced.ts';
import { version } from '../../package.json';

/** What the user wants to share; every choice only hides more. */
export interface ShareWish {
  readonly chosen: readonly string[];
  readonly trims: readonly Trim[];
  /** '' for none. */
  readonly passphrase: string;
}

export type ShareAnswer =
  | {
      readonly status: 'open';
      /** `#s1.…` */
      readonly fragment: string;
      /** What the finished link says when it is read again: the preview shows this and nothing else. */
      readonly snapshot: Snapshot;
      readonly json: string;
      readonly markdown: string;
    }
  /** Something in it must not leave: there is no link. */
  | { readonly status: 'closed'; readonly leaks: readonly Leak[] }
  | { readonly status: 'broken'; readonly problem: string };

/** What there is to share, and what it is searched for. */
export interface Shareable {
  readonly report: Report;
  /** Of the chosen fixes, with aliases. */
  readonly patch: string;
  readonly replacements: ReturnType<Inputs['replacements']>;
  readonly vault: Vault;
}

/** Makes a link of the incident, decodes it again and searches it before anybody gets to see it. */
export async function shareIncident(
  { report, patch, replacements, vault }: Shareable,
  { trims, passphrase }: Omit<ShareWish, 'chosen'>,
  redaction: RedactOptions,
  keptClasses: readonly string[],
): Promise<ShareAnswer> {
  const counts = Object.fromEntries(replacedByClass(replacements).map((one) => [one.class, one.count]));
  const made = makeSnapshot(report, patch, counts, {
    tool: version,
    kept: keptClasses.filter((name) => tierOf(name) === 'secret').length,
  });
  const gated = await gatedLink(trimSnapshot(made, trims), vault, { passphrase, redaction });
  if (gated.status !== 'open') return gated;
  const read = await decodeLink(gated.link, { passphrase });
  if (read.status !== 'ok') return { status: 'broken', problem: read.status };
  const { snapshot } = read;
  return {
    status: 'open',
    fragment: gated.link,
    snapshot,
    json: snapshotFile(snapshot),
    markdown: snapshotMarkdown(snapshot),
  };
}

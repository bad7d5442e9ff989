import { tierOf } from '../engine/redact/classes.ts';
import type { RedactOptions } from '../engine/redact/redact.ts';
import type { Leak } from '../engine/redact/leaks.ts';
import type { Session } from '../engine/index.ts';
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

/** Makes a link of the incident, decodes it again and searches it before anybody gets to see it. */
export async function shareIncident(
  session: Session,
  { chosen, trims, passphrase }: ShareWish,
  redaction: RedactOptions,
  keptClasses: readonly string[],
): Promise<ShareAnswer> {
  const counts = Object.fromEntries(replacedByClass(session.replacements()).map((one) => [one.class, one.count]));
  const made = makeSnapshot(session.report(), session.patch(chosen, 'redacted'), counts, {
    tool: version,
    kept: keptClasses.filter((name) => tierOf(name) === 'secret').length,
  });
  const { vault } = session.inside();
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

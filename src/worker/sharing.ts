import { CLASSES, tierOf } from '../engine/redact/classes.ts';
import type { RedactOptions } from '../engine/redact/redact.ts';
import type { Leak } from '../engine/redact/leaks.ts';
import { maskOf } from '../engine/redact/mask.ts';
import type { Report } from '../engine/report/report.ts';
import type { Inputs } from '../engine/session/inputs.ts';
import type { Vault } from '../engine/redact/vault.ts';
import { makeSnapshot, type Snapshot } from '../engine/snapshot/snapshot.ts';
import { mapTexts, textsOf } from '../engine/snapshot/texts.ts';
import { trimSnapshot, type Trim } from '../engine/snapshot/trim.ts';
import { whereabouts } from '../engine/snapshot/whereabouts.ts';
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

/** One value that must not leave, and where it would be readable. */
interface LeakPlaces {
  readonly class: string;
  readonly title: string;
  /** `pool.d/www.conf:12 (patch)` */
  readonly places: readonly string[];
}

/** As the page sees it: the number says which one to redact; the value stays in the worker. */
export interface LeakView extends LeakPlaces {
  readonly id: number;
}

export interface FoundLeak extends LeakPlaces {
  /** The value in every way of writing that was found. */
  readonly values: readonly string[];
}

type Outcome<L> =
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
  | { readonly status: 'closed'; readonly leaks: readonly L[] }
  | { readonly status: 'broken'; readonly problem: string };

export type ShareAnswer = Outcome<LeakView>;

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
): Promise<Outcome<FoundLeak>> {
  const counts = Object.fromEntries(replacedByClass(replacements).map((one) => [one.class, one.count]));
  const made = makeSnapshot(report, patch, counts, {
    tool: version,
    kept: keptClasses.filter((name) => tierOf(name) === 'secret').length,
  });
  const whole = redaction.words?.length
    ? mapTexts(made, maskOf(vault, redaction))
    : { ok: true as const, snapshot: made };
  if (!whole.ok) return { status: 'broken', problem: whole.problem };
  const leaving = trimSnapshot(whole.snapshot, trims);
  const gated = await gatedLink(leaving, vault, { passphrase, redaction });
  if (gated.status === 'closed')
    return { status: 'closed', leaks: byValue(gated.leaks, leaving, whole.snapshot.patch) };
  if (gated.status === 'broken') return gated;
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

/** @param patch whole, as trimming takes lines away that places are counted by */
function byValue(leaks: readonly Leak[], snapshot: Snapshot, patch: string): FoundLeak[] {
  const texts = textsOf(snapshot);
  const found = new Map<string, { class: string; places: Set<string>; values: Set<string> }>();
  for (const { place, line, class: name, values } of leaks) {
    const key = values[0] ?? '';
    const one = found.get(key) ?? { class: name, places: new Set(), values: new Set() };
    one.places.add(whereabouts({ ...snapshot, patch }, place, texts.get(place)?.split('\n')[line - 1] ?? ''));
    for (const value of values) one.values.add(value);
    found.set(key, one);
  }
  return [...found.values()].map(({ class: name, places, values }) => ({
    class: name,
    title: CLASSES[name]?.title ?? name,
    places: [...places],
    values: [...values],
  }));
}

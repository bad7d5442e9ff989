import type { MissingEvidence, RankedCause, Verdict } from '../diagnosis/cause.ts';
import type { TimelineBucket } from '../evidence/evidence.ts';
import type { Plan } from '../plan/plan.ts';
import type { Finding } from '../rules/finding.ts';
import type { DocumentKind } from '../text/document.ts';
import type { Host } from '../text/host.ts';
import type { FirstMinuteAction } from './first-minute.ts';
import type { RunbookStep } from './runbook.ts';

/** What the engine says, as plain data: `check --format json` prints it, the page renders it. */
export interface Report {
  readonly version: 1;
  readonly verdict: Verdict;
  readonly causes: readonly RankedCause[];
  readonly findings: readonly Finding[];
  readonly plan: Plan;
  readonly timeline: readonly TimelineBucket[];
  readonly documents: readonly { readonly path: string; readonly kind: DocumentKind; readonly recognisedBy: string }[];
  /** Host facts in force: stated by the user, else read from the evidence. */
  readonly host: Host;
  /** Ids of the findings that `fix` applies without `--all`: all of the first cause, and every `reload`/`restart` fix. */
  readonly chosen: readonly string[];
  /** What the page switches on: `chosen`, and pool sizes when the user stated memory and worker memory. */
  readonly suggested: readonly string[];
  /** The next best evidence, the most informative first. */
  readonly questions?: readonly MissingEvidence[];
  /** The six steps of the checklist, each marked from the evidence at hand. */
  readonly runbook?: readonly RunbookStep[];
  /** What can be done now, each with its risk, apart from the cure. */
  readonly firstMinute?: readonly FirstMinuteAction[];
}

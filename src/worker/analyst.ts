import type { Evidence } from '../engine/evidence/evidence.ts';
import { readEvidence } from '../engine/evidence/read.ts';
import type { StreamedEvidence } from '../engine/evidence/tell.ts';
import { runbook, type RunbookStep } from '../engine/report/runbook.ts';
import { conclude, type Conclusions, type Grounds } from '../engine/session/conclude.ts';
import type { Document } from '../engine/text/document.ts';
import type { Host } from '../engine/text/host.ts';
import type { Redacted } from '../engine/text/redacted.ts';
import { SHARED_WAYS, tryWaysOut, type Attempt, type WayOut } from './ways-out.ts';

type Documents = readonly Document<Redacted>[];
/** At once in one thread, later from another. */
type Later<T> = T | Promise<T>;

export interface Answer {
  readonly conclusions: Conclusions;
  /** The checklist's steps, marked from the evidence at hand. */
  readonly runbook: readonly RunbookStep[];
}

/** The other worker: it works out what happened and is shown redacted documents only. What crosses is plain data. */
export interface Analyst {
  /**
   * Takes these documents in place of those before.
   * @param streamed what logs have said that were too large to keep
   * @returns host facts that they state
   */
  read(documents: Documents, streamed: StreamedEvidence | null): Later<Partial<Host>>;
  /** What follows from the documents that were read last. */
  conclude(grounds: Pick<Grounds, 'host' | 'refusals'>): Later<Answer>;
  prove(): Promise<readonly Attempt[]>;
}

export function createAnalyst(scope: EventTarget, ways: readonly WayOut[] = SHARED_WAYS): Analyst {
  let documents: Documents = [];
  let evidence: Evidence | null = null;
  return {
    read(next, streamed) {
      documents = next;
      evidence = readEvidence(documents, streamed);
      return evidence.host;
    },
    conclude(grounds) {
      evidence ??= readEvidence(documents);
      const { conclusions } = conclude({ ...grounds, documents, evidence });
      return { conclusions, runbook: runbook(evidence) };
    },
    prove: () => tryWaysOut('analyst', ways, scope),
  };
}

import type { Evidence } from '../engine/evidence/evidence.ts';
import { readEvidence } from '../engine/evidence/read.ts';
import type { StreamedEvidence } from '../engine/evidence/tell.ts';
import { conclude, type Conclusions, type Grounds } from '../engine/session/conclude.ts';
import type { Document } from '../engine/text/document.ts';
import type { Host } from '../engine/text/host.ts';
import type { Redacted } from '../engine/text/redacted.ts';
import type { Later } from './later.ts';
import { SHARED_WAYS, tryWaysOut, type Attempt, type WayOut } from './ways-out.ts';

type Documents = readonly Document<Redacted>[];

/** Works out what happened, in a worker of its own, and is shown redacted documents only. What crosses is plain data. */
export interface Analyst {
  /**
   * Takes these documents in place of those before.
   * @param streamed what logs have said that were too large to keep
   * @returns host facts that they state
   */
  read(documents: Documents, streamed: StreamedEvidence | null): Later<Partial<Host>>;
  /** What follows from the documents that were read last. */
  conclude(grounds: Pick<Grounds, 'host' | 'refusals'>): Later<Conclusions>;
  prove(): Promise<readonly Attempt[]>;
}

export function createAnalyst(scope: EventTarget, ways: readonly WayOut[] = SHARED_WAYS): Analyst {
  let documents: Documents = [];
  let evidence: Evidence = readEvidence(documents);
  return {
    read(next, streamed) {
      documents = next;
      evidence = readEvidence(documents, streamed);
      return evidence.host;
    },
    conclude: (grounds) => conclude({ ...grounds, documents, evidence }).conclusions,
    prove: () => tryWaysOut('analyst', ways, scope),
  };
}

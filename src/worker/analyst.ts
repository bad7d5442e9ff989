import type { Evidence } from '../engine/evidence/evidence.ts';
import { readEvidence } from '../engine/evidence/read.ts';
import type { StreamedEvidence } from '../engine/evidence/tell.ts';
import { conclude, type Conclusions, type Grounds } from '../engine/session/conclude.ts';
import type { RequestQuestion } from '../engine/session/questions.ts';
import { requestAnswer, type RequestAnswer } from '../engine/session/request-answer.ts';
import { requestPathFor } from '../engine/stack/request-path-for.ts';
import type { Stack } from '../engine/stack/stack.ts';
import type { Document } from '../engine/text/document.ts';
import type { Host } from '../engine/text/host.ts';
import type { Redacted } from '../engine/text/redacted.ts';
import type { Later } from './later.ts';
import { SHARED_WAYS, tryWaysOut, type Attempt, type WayOut } from './ways-out.ts';

/** A request as somebody asks about it. */
export interface AskedRequest extends RequestQuestion {
  /** Path with or without arguments, or a whole URL. */
  readonly uri: string;
}

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
  /** What a request meets in the documents that were concluded from last. @param request with their aliases */
  met(request: AskedRequest): Later<RequestAnswer>;
  prove(): Promise<readonly Attempt[]>;
}

export function createAnalyst(scope: EventTarget, ways: readonly WayOut[] = SHARED_WAYS): Analyst {
  let documents: Documents = [];
  let evidence: Evidence = readEvidence(documents);
  let stack: Stack | null = null;
  return {
    read(next, streamed) {
      documents = next;
      evidence = readEvidence(documents, streamed);
      return evidence.host;
    },
    conclude(grounds) {
      const concluded = conclude({ ...grounds, documents, evidence });
      stack = concluded.stack;
      return concluded.conclusions;
    },
    met: ({ uri, ...question }) => requestAnswer(stack && requestPathFor(stack, uri, question)),
    prove: () => tryWaysOut('analyst', ways, scope),
  };
}

import type { Report } from '../engine/report/report.ts';
import type { RunbookStep } from '../engine/report/runbook.ts';
import type { Inputs, RedactedSet } from '../engine/session/inputs.ts';
import { knownHost } from '../engine/session/known-host.ts';
import { soundReport } from '../engine/session/sound-report.ts';
import { refusalsOf } from '../engine/syntax/refusals.ts';
import type { Host } from '../engine/text/host.ts';
import type { Analyst } from './analyst.ts';

/** What there is to say about the inputs as they are. */
export interface Opinion {
  readonly report: Report;
  readonly runbook: readonly RunbookStep[];
}

export interface Consultation {
  /** @param statedHost asked anew for every attempt, as it can depend on the inputs */
  ask(statedHost: () => Partial<Host>): Promise<Opinion>;
}

/**
 * The steps of the engine's `analyzeRedacted` on this side of the boundary: the daemons' refusals before, and the trial of the
 * fixes after, the analyst was asked. One question at a time, and again when the inputs changed meanwhile.
 */
export function createConsultation(inputs: Inputs, analyst: Analyst): Consultation {
  let readSet: RedactedSet | null = null;
  let observed: Partial<Host> = {};
  let last: { readonly key: string; readonly set: RedactedSet; readonly opinion: Opinion } | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const form = async (set: RedactedSet, stated: Partial<Host>): Promise<Opinion> => {
    if (readSet !== set) {
      readSet = null;
      observed = await analyst.read(set.documents, set.streamed);
      readSet = set;
    }
    const host = knownHost(stated, observed);
    const refusals = refusalsOf(set.documents, host);
    const { conclusions, runbook } = await analyst.conclude({ host, refusals });
    return { report: soundReport(set.documents, conclusions), runbook };
  };

  const settle = async (statedHost: () => Partial<Host>): Promise<Opinion> => {
    for (;;) {
      const set = inputs.set();
      const stated = statedHost();
      const key = JSON.stringify(stated);
      if (last?.set === set && last.key === key) return last.opinion;
      const opinion = await form(set, stated);
      last = { key, set, opinion };
    }
  };

  return {
    ask(statedHost) {
      const opinion = queue.then(() => settle(statedHost));
      queue = opinion.catch(() => null);
      return opinion;
    },
  };
}

import type { Report } from '../engine/report/report.ts';
import type { Inputs, RedactedSet } from '../engine/session/inputs.ts';
import { knownHost } from '../engine/session/known-host.ts';
import type { Host } from '../engine/text/host.ts';
import type { RequestAnswer } from '../engine/session/request-answer.ts';
import type { Analyst, AskedRequest } from './analyst.ts';
import type { Judge } from './judge.ts';

/** Who is asked; both are shown redacted documents only. */
export interface Experts {
  readonly analyst: Analyst;
  readonly judge: Judge;
}

export interface Consultation {
  /** @param stated what the user stated of the host; it counts before what a settings file says */
  ask(stated: Partial<Host>): Promise<Report>;
  /** Host facts of a settings file among the documents that were asked about last. */
  settings(): Partial<Host>;
  /** What a request meets. @param request asked for when the documents stand, as it carries their aliases */
  met(stated: Partial<Host>, request: () => AskedRequest): Promise<RequestAnswer>;
}

/**
 * The steps of the engine's `analyzeRedacted`, asked of two workers: what stands in the documents, what the daemons refuse,
 * what follows, and which fixes hold. One question at a time, and again when the inputs changed meanwhile.
 */
export function createConsultation(inputs: Inputs, { analyst, judge }: Experts): Consultation {
  let readSet: RedactedSet | null = null;
  let observed: Partial<Host> = {};
  let settings: Partial<Host> = {};
  let last: { readonly key: string; readonly set: RedactedSet; readonly report: Report } | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const form = async (set: RedactedSet, stated: Partial<Host>): Promise<Report> => {
    if (readSet !== set) {
      readSet = null;
      [observed, settings] = await Promise.all([analyst.read(set.documents, set.streamed), judge.read(set.documents)]);
      readSet = set;
    }
    const host = knownHost({ ...settings, ...stated }, observed);
    const refusals = await judge.refusals({ nginx: host.nginx, php: host.php });
    return judge.report(await analyst.conclude({ host, refusals }));
  };

  const settle = async (stated: Partial<Host>): Promise<Report> => {
    const key = JSON.stringify(stated);
    for (;;) {
      const set = inputs.set();
      if (last?.set === set && last.key === key) return last.report;
      last = { key, set, report: await form(set, stated) };
    }
  };

  const inTurn = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const answer = queue.then(ask);
    queue = answer.catch(() => null);
    return answer;
  };

  return {
    ask: (stated) => inTurn(() => settle(stated)),
    settings: () => settings,
    met: (stated, request) =>
      inTurn(async () => {
        await settle(stated);
        return analyst.met(request());
      }),
  };
}

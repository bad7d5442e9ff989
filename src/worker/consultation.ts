import type { Report } from '../engine/report/report.ts';
import type { Inputs, RedactedSet } from '../engine/session/inputs.ts';
import { knownHost } from '../engine/session/known-host.ts';
import type { Host } from '../engine/text/host.ts';
import type { Analyst } from './analyst.ts';
import type { Judge } from './judge.ts';

/** Who is asked; both are shown redacted documents only. */
export interface Experts {
  readonly analyst: Analyst;
  readonly judge: Judge;
}

export interface Consultation {
  /** @param statedHost asked anew for every attempt, as it can depend on the inputs */
  ask(statedHost: () => Partial<Host>): Promise<Report>;
}

/**
 * The steps of the engine's `analyzeRedacted`, asked of two workers: what stands in the documents, what the daemons refuse,
 * what follows, and which fixes hold. One question at a time, and again when the inputs changed meanwhile.
 */
export function createConsultation(inputs: Inputs, { analyst, judge }: Experts): Consultation {
  let readSet: RedactedSet | null = null;
  let observed: Partial<Host> = {};
  let last: { readonly key: string; readonly set: RedactedSet; readonly report: Report } | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const form = async (set: RedactedSet, stated: Partial<Host>): Promise<Report> => {
    if (readSet !== set) {
      readSet = null;
      [observed] = await Promise.all([analyst.read(set.documents, set.streamed), judge.read(set.documents)]);
      readSet = set;
    }
    const host = knownHost(stated, observed);
    const refusals = await judge.refusals({ nginx: host.nginx, php: host.php });
    return judge.report(await analyst.conclude({ host, refusals }));
  };

  const settle = async (statedHost: () => Partial<Host>): Promise<Report> => {
    for (;;) {
      const set = inputs.set();
      const stated = statedHost();
      const key = JSON.stringify(stated);
      if (last?.set === set && last.key === key) return last.report;
      last = { key, set, report: await form(set, stated) };
    }
  };

  return {
    ask(statedHost) {
      const report = queue.then(() => settle(statedHost));
      queue = report.catch(() => null);
      return report;
    },
  };
}

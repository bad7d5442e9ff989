import type { Report } from '../report/report.ts';
import type { Host } from '../text/host.ts';
import { createInputs, type Inputs, type RedactedSet, type Values } from './inputs.ts';
import type { AnalyzeOptions } from './options.ts';
import { analyzeRedacted, type Analysis } from './pipeline.ts';

/**
 * One incident: raw inputs and the vault stay in here; what comes out is redacted unless asked for `real`.
 * Everything is recomputed when asked for after a change, and only then.
 */
export interface Session extends Omit<Inputs, 'patchOf' | 'set' | 'look' | 'isShown'> {
  setHost(host: Partial<Host>): void;
  /** Paths and texts in it are redacted; edits refer to the redacted documents. */
  report(): Report;
  /** Unified diff of the chosen findings' fixes (default: `report().chosen`). */
  patch(chosen?: readonly string[], values?: Values): string;
  /** @internal for `analyze`, which answers in the caller's own coordinates. */
  inside(): Inside;
}

export interface Inside extends RedactedSet {
  readonly analysis: Analysis;
}

export function createSession(host: Partial<Host> = {}, options: AnalyzeOptions = {}): Session {
  const inputs = createInputs(options.redaction, options.accessKernel);
  let stated = host;
  let analyzed: Inside | null = null;
  let analyzedSet: RedactedSet | null = null;

  const inside = (): Inside => {
    const set = inputs.set();
    if (analyzed === null || analyzedSet !== set) {
      analyzed = { ...set, analysis: analyzeRedacted(set, stated, options.rulesOff) };
      analyzedSet = set;
    }
    return analyzed;
  };

  return {
    ...inputs,
    setHost(next) {
      stated = next;
      analyzed = null;
    },
    report: () => inside().analysis.report,
    patch(chosen, values = 'redacted') {
      const { report } = inside().analysis;
      return inputs.patchOf(report.findings, chosen ?? report.chosen, values);
    },
    inside,
  };
}

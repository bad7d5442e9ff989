import type { Report } from '../engine/report/report.ts';
import type { Conclusions } from '../engine/session/conclude.ts';
import { soundReport } from '../engine/session/sound-report.ts';
import { refusalsOf, type DaemonVersions, type Refusals } from '../engine/syntax/refusals.ts';
import type { Document } from '../engine/text/document.ts';
import type { Redacted } from '../engine/text/redacted.ts';
import type { Later } from './later.ts';
import { SHARED_WAYS, tryWaysOut, type Attempt, type WayOut } from './ways-out.ts';

type Documents = readonly Document<Redacted>[];

/** Speaks for nginx and PHP-FPM, in a worker of its own: what they refuse, before and after the fixes. */
export interface Judge {
  /** Takes these documents in place of those before. */
  read(documents: Documents): Later<void>;
  refusals(versions: DaemonVersions): Later<Refusals>;
  /** The report on the documents that were read last, without the fixes that a daemon would refuse. */
  report(conclusions: Conclusions): Later<Report>;
  prove(): Promise<readonly Attempt[]>;
}

export function createJudge(scope: EventTarget, ways: readonly WayOut[] = SHARED_WAYS): Judge {
  let documents: Documents = [];
  return {
    read(next) {
      documents = next;
    },
    refusals: (versions) => refusalsOf(documents, versions),
    report: (conclusions) => soundReport(documents, conclusions),
    prove: () => tryWaysOut('judge', ways, scope),
  };
}

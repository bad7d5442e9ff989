import type { Evidence } from '../evidence/evidence.ts';
import { readEvidence } from '../evidence/read.ts';
import type { Report } from '../report/report.ts';
import type { Stack } from '../stack/stack.ts';
import { refusalsOf } from '../syntax/refusals.ts';
import type { Host } from '../text/host.ts';
import { conclude } from './conclude.ts';
import type { RedactedSet } from './inputs.ts';
import { knownHost } from './known-host.ts';
import { soundReport } from './sound-report.ts';

export interface Analysis {
  readonly report: Report;
  readonly stack: Stack;
  readonly evidence: Evidence;
}

/**
 * Redacted documents in, report out: stack and evidence, plan, rules, diagnosis, verified fixes. The page takes the same
 * steps in three workers.
 */
export function analyzeRedacted(
  { documents, streamed }: Pick<RedactedSet, 'documents' | 'streamed'>,
  stated: Partial<Host>,
  rulesOff: readonly string[] = [],
): Analysis {
  const evidence = readEvidence(documents, streamed);
  const host = knownHost(stated, evidence.host);
  const refusals = refusalsOf(documents, host);
  const { conclusions, stack } = conclude({ documents, evidence, host, refusals, rulesOff });
  return { report: soundReport(documents, conclusions), stack, evidence };
}

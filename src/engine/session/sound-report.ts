import type { Report } from '../report/report.ts';
import type { Finding } from '../rules/finding.ts';
import type { Document } from '../text/document.ts';
import type { Host } from '../text/host.ts';
import type { Redacted } from '../text/redacted.ts';
import type { Conclusions } from './conclude.ts';
import { dropUnsound } from './sound.ts';

/** The report: conclusions whose fixes were tried on the documents they are for. */
export function soundReport(
  documents: readonly Document<Redacted>[],
  { host, findings: drawn, plan, diagnosis, timeline, runbook, firstMinute }: Conclusions,
): Report {
  const findings = dropUnsound(documents, drawn, chosenOf(drawn, diagnosis.findings));
  const chosen = chosenOf(findings, diagnosis.findings);
  return {
    version: 1,
    verdict: diagnosis.verdict,
    causes: diagnosis.causes,
    findings,
    plan,
    timeline,
    documents: documents.map(({ path, kind, recognisedBy }) => ({ path, kind, recognisedBy })),
    host,
    chosen,
    suggested: suggestedOf(findings, chosen, host),
    questions: diagnosis.questions,
    runbook,
    firstMinute,
  };
}

/** `fix` applies all fixes of the first cause and every fix that a reload or restart brings in. */
function chosenOf(findings: readonly Finding[], ofFirstCause: readonly string[]): string[] {
  const first = new Set(ofFirstCause);
  return findings
    .filter((finding) => finding.fix && (first.has(finding.id) || finding.fix.safety !== 'decide'))
    .map((finding) => finding.id);
}

/** With memory and worker memory stated the user is asking for a pool size: those fixes are on in the page. */
function suggestedOf(findings: readonly Finding[], chosen: readonly string[], host: Host): string[] {
  if (host.memoryBytes === null || host.workerMemoryBytes === null) return [...chosen];
  const sizes = findings
    .filter((finding) => finding.fix && finding.rule.startsWith('pool-'))
    .map((finding) => finding.id);
  return [...new Set([...chosen, ...sizes])];
}

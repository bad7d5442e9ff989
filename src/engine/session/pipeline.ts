import { diagnose } from '../diagnosis/diagnose.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { readEvidence } from '../evidence/read.ts';
import { solvePlan } from '../plan/solve.ts';
import type { RedactedDocument } from '../redact/vault.ts';
import type { Report } from '../report/report.ts';
import type { Finding } from '../rules/finding.ts';
import { judge } from '../rules/index.ts';
import { buildStack } from '../stack/build.ts';
import type { Stack } from '../stack/stack.ts';
import { UNKNOWN_HOST, type Host } from '../text/host.ts';
import { dropUnsound } from './sound.ts';

export interface Analysis {
  readonly report: Report;
  readonly stack: Stack;
  readonly evidence: Evidence;
}

/**
 * Redacted documents in, report out: stack and evidence, plan, rules, diagnosis, verified fixes.
 * @param evidence read already (streamed logs), else read here from the documents
 */
export function analyzeRedacted(
  redacted: readonly RedactedDocument[],
  stated: Partial<Host>,
  rulesOff: readonly string[] = [],
  evidence: Evidence = readEvidence(redacted.map((one) => one.document)),
): Analysis {
  const documents = redacted.map((one) => one.document);
  const host = knownHost(stated, evidence.host);
  const stack = buildStack(documents, host);
  const plan = solvePlan(stack, evidence);
  const off = new Set(rulesOff);
  const judged = judge({ stack, evidence, plan }).filter((finding) => !off.has(finding.rule));
  const diagnosed = diagnose({ stack, evidence, plan, findings: judged });
  const findings = dropUnsound(documents, judged, chosenOf(judged, diagnosed.findings));
  const chosen = chosenOf(findings, diagnosed.findings);
  const report: Report = {
    version: 1,
    verdict: diagnosed.verdict,
    causes: diagnosed.causes,
    findings,
    plan,
    timeline: evidence.timeline,
    documents: documents.map(({ path, kind, recognisedBy }) => ({ path, kind, recognisedBy })),
    host,
    chosen,
    suggested: suggestedOf(findings, chosen, host),
  };
  return { report, stack, evidence };
}

/** What the user states wins over what outputs say; the rest is unknown. */
function knownHost(stated: Partial<Host>, observed: Partial<Host>): Host {
  const host: Record<string, unknown> = { ...UNKNOWN_HOST };
  for (const source of [observed, stated]) {
    for (const [fact, value] of Object.entries(source)) if (value != null) host[fact] = value;
  }
  return host as unknown as Host;
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

import type { Plan } from '../../src/engine/plan/plan.ts';
import { solvePlan } from '../../src/engine/plan/solve.ts';
import { readEvidence } from '../../src/engine/evidence/read.ts';
import type { Evidence } from '../../src/engine/evidence/evidence.ts';
import { intake } from '../../src/engine/intake/intake.ts';
import { applyFindings } from '../../src/engine/refactor/apply.ts';
import { judge } from '../../src/engine/rules/index.ts';
import type { Finding } from '../../src/engine/rules/finding.ts';
import { refusalsOf } from '../../src/engine/syntax/refusals.ts';
import { buildStack } from '../../src/engine/stack/build.ts';
import type { Stack } from '../../src/engine/stack/stack.ts';
import type { Document } from '../../src/engine/text/document.ts';
import { UNKNOWN_HOST, type Host } from '../../src/engine/text/host.ts';
import type { Redacted } from '../../src/engine/text/redacted.ts';

/** Files by path, and what the user states of the host. */
export interface Situation {
  readonly files: Readonly<Record<string, string>>;
  readonly host?: Partial<Host>;
}

export interface Judgement {
  readonly documents: readonly Document<Redacted>[];
  readonly stack: Stack;
  readonly evidence: Evidence;
  readonly plan: Plan;
  readonly findings: readonly Finding[];
}

/** The engine's floors 1 to 6 over texts that need no redaction. */
export function judgeSituation({ files, host = {} }: Situation): Judgement {
  const inputs = Object.entries(files).map(([path, text]) => ({ path, text }));
  return judgeDocuments(intake(inputs) as Document<Redacted>[], host);
}

export function judgeDocuments(documents: readonly Document<Redacted>[], host: Partial<Host>): Judgement {
  const evidence = readEvidence(documents);
  const stack = buildStack(documents, { ...UNKNOWN_HOST, ...evidence.host, ...host });
  const plan = solvePlan(stack, evidence);
  const refusals = refusalsOf(documents, stack.host);
  return { documents, stack, evidence, plan, findings: judge({ stack, evidence, plan, refusals }) };
}

/** The same situation after all fixes (or those of one safety) were applied. */
export function cured(judgement: Judgement, host: Partial<Host> = {}, keep = (_: Finding) => true) {
  const ids = judgement.findings.filter(keep).map((finding) => finding.id);
  const refactored = applyFindings(judgement.documents, judgement.findings, ids);
  return { ...refactored, after: judgeDocuments(refactored.documents, host) };
}

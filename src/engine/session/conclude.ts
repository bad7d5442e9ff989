import type { Diagnosis } from '../diagnosis/cause.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Evidence, TimelineBucket } from '../evidence/evidence.ts';
import type { Plan } from '../plan/plan.ts';
import { solvePlan } from '../plan/solve.ts';
import { firstMinute, type FirstMinuteAction } from '../report/first-minute.ts';
import { runbook, type RunbookStep } from '../report/runbook.ts';
import type { Finding } from '../rules/finding.ts';
import { judge } from '../rules/index.ts';
import { buildStack } from '../stack/build.ts';
import type { Stack } from '../stack/stack.ts';
import type { Refusals } from '../syntax/refusals.ts';
import type { Document } from '../text/document.ts';
import type { Host } from '../text/host.ts';
import type { Redacted } from '../text/redacted.ts';

/** What is known before any fix was tried on the documents: plain data. */
export interface Conclusions {
  readonly host: Host;
  readonly findings: readonly Finding[];
  readonly plan: Plan;
  readonly diagnosis: Diagnosis;
  readonly timeline: readonly TimelineBucket[];
  readonly runbook: readonly RunbookStep[];
  readonly firstMinute: readonly FirstMinuteAction[];
}

/** Everything that an incident is judged from. */
export interface Grounds {
  readonly documents: readonly Document<Redacted>[];
  readonly evidence: Evidence;
  readonly host: Host;
  readonly refusals: Refusals;
  /** Names of rules not to apply. */
  readonly rulesOff?: readonly string[];
}

/** Stack, plan, rules and diagnosis, from redacted documents and the evidence read from them. */
export function conclude(grounds: Grounds): { conclusions: Conclusions; stack: Stack } {
  const { documents, evidence, host, refusals, rulesOff = [] } = grounds;
  const stack = buildStack(documents, host);
  const plan = solvePlan(stack, evidence);
  const off = new Set(rulesOff);
  const findings = judge({ stack, evidence, plan, refusals }).filter((finding) => !off.has(finding.rule));
  const diagnosis = diagnose({ stack, evidence, plan, findings });
  const conclusions: Conclusions = {
    host,
    findings,
    plan,
    diagnosis,
    timeline: evidence.timeline,
    runbook: runbook(evidence),
    firstMinute: firstMinute(diagnosis.verdict.cause),
  };
  return { conclusions, stack };
}

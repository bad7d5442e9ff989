import type { Evidence } from '../evidence/evidence.ts';
import type { Plan } from '../plan/plan.ts';
import type { Stack } from '../stack/stack.ts';
import type { Refusals } from '../syntax/refusals.ts';
import type { Place } from '../text/span.ts';
import type { Fix, Severity } from './finding.ts';

/** What a rule's `check` yields; id and sentence are added by the list. */
export interface RawFinding extends Place {
  readonly severity: Severity;
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly fix: Fix | null;
}

export interface RuleInput {
  readonly stack: Stack;
  readonly evidence: Evidence;
  readonly plan: Plan;
  readonly refusals: Refusals;
}

/** What a rule is about; each stands beside its rule and is found through `docs.ts`. */
export interface RuleDocs {
  readonly title: string;
  readonly why: string;
  readonly source: string;
}

/** One plain object a rule: its name, its sentences, one pure function. */
export interface Rule {
  readonly name: string;
  /** Sentences by code; `{name}` is replaced from `args`. */
  readonly messages: Readonly<Record<string, string>>;
  check(input: RuleInput): readonly RawFinding[];
}

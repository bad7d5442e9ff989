import type { Safety, Severity } from '../../src/engine/rules/finding.ts';
import type { Situation } from './situation.ts';

/** A situation in which a rule must find something. */
export interface FiringCase extends Situation {
  readonly name: string;
  readonly code: string;
  readonly severity: Severity;
  /** null: a finding without a fix. */
  readonly safety: Safety | null;
  /** Lines that the patch must add, without indentation; the finding's own and those that go along. */
  readonly adds?: readonly string[];
}

/** A situation in which a rule must say nothing. */
export interface QuietCase extends Situation {
  readonly name: string;
}

export interface RuleCases {
  readonly fires: readonly FiringCase[];
  readonly quiet: readonly QuietCase[];
}

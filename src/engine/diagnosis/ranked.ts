import type { Cause, Level, Weight } from './weighing.ts';

/** A cause with its weight after everything else that is shown was taken into account. */
export interface Ranked {
  readonly cause: Cause;
  readonly weight: Weight;
  /** After demotion: a mechanism that explains none of the failures is no more than an effect. */
  readonly level: Level;
  /** 0..1. */
  readonly score: number;
  /** Failures that it accounts for. */
  readonly failures: number;
}

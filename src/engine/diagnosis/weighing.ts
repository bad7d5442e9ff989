import type { EvidenceEvent } from '../evidence/event.ts';
import type { Signature } from '../evidence/signatures.ts';
import type { Facts } from './facts/facts.ts';
import type { CauseId, EvidenceLine } from './cause.ts';
import type { QuestionId } from './questions.ts';

/**
 * How well a cause is shown: the mechanism itself was seen, an effect was seen that fits this cause best, or only a bare effect
 * that several causes share.
 */
export type Level = 'mechanism' | 'effect' | 'bare';

/** What stands in a sentence. */
export type Args = Readonly<Record<string, string | number>>;

/** What one cause makes of the facts at hand. */
export interface Weight {
  readonly level: Level;
  /** Finer order within a level: −0.2 … +0.1. */
  readonly nuance: number;
  readonly lines: readonly EvidenceLine[];
  /** All kept events that it rests on, the ones not shown included: when it was at work. */
  readonly seen?: readonly EvidenceEvent[];
  readonly against: readonly EvidenceLine[];
  readonly args: Args;
  /** How many failures are its doing where times tell; unknown: all that have the look of it. */
  readonly failures?: number;
  /** The lines themselves show it, whoever pasted them into a sentence: they are no hearsay. */
  readonly firsthand?: true;
  /** What is asked instead of the cause's own questions, where the facts make those pointless. */
  readonly asks?: readonly QuestionId[];
}

/** Whom the failure hits: the gateway (502, 504), the application (500), one kind of request (4xx, 429), or nobody. */
export type Harm = 'gateway' | 'application' | 'request' | 'notice';

/** One cause as one plain object. */
export interface Cause {
  readonly id: CauseId;
  readonly harm: Harm;
  /** Effects that this cause produces: they count as explained by it, and attach to it as symptoms. */
  readonly explains: readonly Signature[];
  /** null when nothing speaks for it. Pure; never throws. */
  weigh(facts: Facts): Weight | null;
  /** The verdict in one English sentence. */
  sentence(args: Args): string;
  /** Evidence that would settle it, the most telling first; what is at hand is left out by the caller. */
  readonly asks: readonly QuestionId[];
}

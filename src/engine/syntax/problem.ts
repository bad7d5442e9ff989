import type { Position } from '../text/span.ts';

/** What a daemon refuses (or warns of) in one document, in the daemon's words, at the line that is really to blame. */
export interface Problem extends Position {
  readonly message: string;
  readonly directive: string | null;
  /** `error`: the daemon does not start. `warning`: it starts and reads something else than was written. */
  readonly severity: 'error' | 'warning';
  /** Offsets of the culprit, when it stands in the text. */
  readonly start?: number;
  readonly end?: number;
  /** What to write instead, when that can be said: a known name, a spelling. */
  readonly hint?: string;
}

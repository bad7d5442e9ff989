import type { Redacted } from '../text/redacted.ts';
import type { EpochSeconds } from '../text/units.ts';
import type { Signature } from './signatures.ts';

/** One kept line (or multi-line record). Counts live in `Evidence.counts`; only the first and last few of a signature are kept. */
export interface EvidenceEvent {
  readonly signature: Signature;
  readonly path: string;
  /** Line of the record's beginning, from 1. */
  readonly line: number;
  /** At most 500 characters. */
  readonly text: Redacted;
  readonly at: EpochSeconds | null;
  /** Host that wrote the line, where its carrier (syslog, the journal) names one; absent: unknown. */
  readonly machine?: string;
  /**
   * Typed facts of the line, by the field's own name:
   * `errno`, `address`, `action`, `pool`, `pid`, `signal`, `code`, `seconds`, `limit`, `request`, `server`, `client`, `script`, `bytes`, `status`, `host`.
   */
  readonly fields: Readonly<Record<string, string | number>>;
}

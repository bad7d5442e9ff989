import type { DocumentKind } from '../text/document.ts';
import type { Ledger } from './ledger.ts';

/** A line of a log that was too large to keep, as it stood there. */
export interface KeptLine {
  readonly line: number;
  readonly text: string;
}

/** What is known of a log that was read once, in chunks, and not kept: numbers, and a few of its lines. */
export interface LogSummary {
  readonly kind: DocumentKind;
  /** Lines read. */
  readonly lines: number;
  /** Bounded; raw, so they must be redacted before anybody sees them. */
  readonly kept: readonly KeptLine[];
  /** Writes it all into the ledger. @param redacted the kept lines, redacted, one for one */
  tell(ledger: Ledger, path: string, redacted: readonly string[]): void;
}

/** Takes the bytes of one log. */
export interface LogStream {
  /** The chunk may be reused by the caller afterwards. */
  push(chunk: Uint8Array): void;
  /** No more chunks will come. */
  end(): void;
  /** So far; may be asked for at any time. */
  summary(): LogSummary;
}

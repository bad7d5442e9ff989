import type { Ledger } from './ledger.ts';

/**
 * Reads one kind of record, line by line.
 * `line` returns false when the line is none of its own, so that another reader may try.
 */
export interface LineReader {
  line(text: string, number: number): boolean;
  /** The document is over: open records are closed. */
  end(): void;
}

export type MakeReader = (ledger: Ledger, path: string) => LineReader;

import { lineShape } from '../intake/line-kinds.ts';
import { CONFIG_KINDS, type DocumentKind } from '../text/document.ts';
import type { Ledger } from './ledger.ts';
import { LineFeed, recordsIn } from './lines.ts';
import type { LineReader } from './reader.ts';
import { CARRIED, READERS } from './readers.ts';
import { toldReader } from './told/reader.ts';

/** Takes the chunks of one document and hands each line to the reader that knows it. */
export interface DocumentReader {
  add(chunk: string): void;
  /** Counts lines that are read elsewhere. */
  skip(lines: number): void;
  /** Closes the record that the reader of one kind has open. */
  close(kind: DocumentKind): void;
  end(): void;
}

/** Access logs are read by a scanner that may be replaced. */
export type MakeAccessReader = (path: string) => LineReader;

/**
 * One document may hold lines of many kinds (a compose log, a journal, a paste): the reader that took the last line is asked
 * first, then the one for the document's kind, then the one whose shape the line has.
 */
export function documentReader(
  ledger: Ledger,
  path: string,
  kind: DocumentKind,
  accessReader: MakeAccessReader,
): DocumentReader | null {
  if (CONFIG_KINDS.has(kind)) return null;
  const open = new Map<DocumentKind, LineReader>();
  const readerFor = (wanted: DocumentKind): LineReader | null => {
    const known = open.get(wanted);
    if (known !== undefined) return known;
    const made = wanted === 'nginx-access-log' ? accessReader(path) : READERS.get(wanted)?.(ledger, path);
    if (made === undefined) return null;
    open.set(wanted, made);
    return made;
  };
  const told = toldReader(ledger, path);
  let last: LineReader | null = readerFor(kind);
  const offer = (wanted: DocumentKind, text: string, number: number): boolean => {
    const reader = readerFor(wanted);
    if (reader === null || reader === last || !reader.line(text, number)) return false;
    last = reader;
    if (wanted !== 'unknown') ledger.kinds.add(wanted);
    return true;
  };
  const feed = new LineFeed((line, number) => {
    for (const text of recordsIn(line)) {
      if (last?.line(text, number) === true) continue;
      if (text.trim() === '') {
        told.line(text, number);
        continue;
      }
      const shape = lineShape(text)?.kind;
      const order = new Set([kind, ...(shape === undefined ? [] : [shape]), ...CARRIED]);
      if (![...order].some((wanted) => offer(wanted, text, number))) told.line(text, number);
    }
  });
  return {
    add: (chunk) => {
      feed.add(chunk);
    },
    skip: (lines) => {
      feed.skip(lines);
    },
    close: (wanted) => {
      open.get(wanted)?.end();
    },
    end: () => {
      feed.end();
      told.end();
      for (const reader of open.values()) reader.end();
    },
  };
}

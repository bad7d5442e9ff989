import { lineShape } from '../intake/line-kinds.ts';
import type { DocumentKind } from '../text/document.ts';
import type { Ledger } from './ledger.ts';
import { LineFeed, recordsIn } from './lines.ts';
import type { LineReader } from './reader.ts';
import { READERS } from './readers.ts';

const CONFIGS: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['nginx', 'fpm', 'php-ini', 'settings', 'htpasswd']);

/** Takes the chunks of one document and hands each line to the reader that knows it. */
export interface DocumentReader {
  add(chunk: string): void;
  end(): void;
}

/**
 * One document may hold lines of many kinds (a compose log, a journal, a paste): the reader that took the last line is asked
 * first, then the one for the document's kind, then the one whose shape the line has.
 */
export function documentReader(ledger: Ledger, path: string, kind: DocumentKind): DocumentReader | null {
  if (CONFIGS.has(kind)) return null;
  const open = new Map<DocumentKind, LineReader>();
  const readerFor = (wanted: DocumentKind): LineReader | null => {
    const known = open.get(wanted);
    if (known !== undefined) return known;
    const make = READERS.find(([name]) => name === wanted)?.[1];
    if (make === undefined) return null;
    const made = make(ledger, path);
    open.set(wanted, made);
    return made;
  };
  let last: LineReader | null = readerFor(kind);
  const offer = (reader: LineReader | null, text: string, number: number): boolean => {
    if (reader?.line(text, number) !== true) return false;
    last = reader;
    return true;
  };
  const feed = new LineFeed((line, number) => {
    for (const text of recordsIn(line)) {
      if (offer(last, text, number)) continue;
      const own = readerFor(kind);
      if (own !== last && offer(own, text, number)) continue;
      const shape = lineShape(text)?.kind;
      if (shape !== undefined && shape !== kind) offer(readerFor(shape), text, number);
    }
  });
  return {
    add: (chunk) => {
      feed.add(chunk);
    },
    end: () => {
      feed.end();
      for (const reader of open.values()) reader.end();
    },
  };
}

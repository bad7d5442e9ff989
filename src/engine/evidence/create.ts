import { plainAccessScanner } from './access/plain-scanner.ts';
import type { MakeAccessScanner } from './access/scanner.ts';
import { LogFormats } from './access/formats.ts';
import { statedYear, statedZone } from '../syntax/lines/time.ts';
import type { DocumentKind } from '../text/document.ts';
import type { EpochSeconds } from '../text/units.ts';
import type { Redacted } from '../text/redacted.ts';
import type { Evidence } from './evidence.ts';
import { evidenceOf } from './evidence-of.ts';
import { Ledger } from './ledger.ts';
import { documentReader, type DocumentReader, type MakeAccessReader } from './router.ts';

/** Reads documents in chunks of any size; memory does not grow with them. */
export interface EvidenceReader {
  /** The next chunk of the document at `path`. nginx configs come before access logs: they hold the formats. */
  add(path: string, kind: DocumentKind, chunk: Redacted): void;
  /** No more chunks of `path` will come. */
  end(path: string): void;
  /** What was read so far; open documents count up to their last whole record. */
  result(): Evidence;
}

export interface EvidenceOptions {
  /** The year of stamps that state none (syslog). Otherwise the first year any document states is taken. */
  readonly year?: number | null;
  /** Zone of stamps that state none, seconds east of Greenwich. Otherwise UTC, until a document states a zone. */
  readonly zoneSeconds?: number | null;
  /** When the machine booted, for kernel times that count from there. */
  readonly bootAt?: EpochSeconds | null;
  /** Takes the place of the plain access-log scanner. */
  readonly accessScanner?: MakeAccessScanner;
}

export function createEvidence(options: EvidenceOptions = {}): EvidenceReader {
  const ledger = new Ledger();
  ledger.year = options.year ?? null;
  ledger.bootAt = options.bootAt ?? null;
  const formats = new LogFormats();
  const scanner = options.accessScanner ?? plainAccessScanner;
  const make: MakeAccessReader = (path) => scanner(ledger, path, formats.of(path));
  let zone = options.zoneSeconds ?? null;
  const open = new Map<string, DocumentReader | null>();
  return {
    add(path, kind, chunk) {
      ledger.year ??= statedYear(chunk.slice(0, 4096));
      zone ??= statedZone(chunk.slice(0, 4096));
      ledger.zoneSeconds = zone ?? 0;
      let reader = open.get(path);
      if (reader === undefined) {
        reader = documentReader(ledger, path, kind, make);
        open.set(path, reader);
        if (reader !== null && kind !== 'unknown' && chunk.trim() !== '') ledger.kinds.add(kind);
      }
      if (kind === 'nginx') formats.add(chunk);
      reader?.add(chunk);
    },
    end(path) {
      open.get(path)?.end();
      open.delete(path);
    },
    result: () => evidenceOf(ledger),
  };
}

import { statedZone } from '../syntax/lines/time.ts';
import type { Document } from '../text/document.ts';
import type { Redacted } from '../text/redacted.ts';
import type { Evidence } from './evidence.ts';
import { evidenceOf } from './evidence-of.ts';
import { Ledger } from './ledger.ts';
import type { LogSummary } from './streamed.ts';

const PEEK = 64 * 1024;

/** A log that was read while it came in; `document` holds its kept lines, redacted. */
export interface ToldDocument {
  readonly document: Document<Redacted>;
  readonly summary: LogSummary;
}

/** Evidence of logs that were streamed, and the paths of the documents that stand for them. Plain data. */
export interface StreamedEvidence {
  readonly paths: readonly string[];
  readonly evidence: Evidence;
}

/** @param documents all of the incident: one of them may state the zone of stamps that have none */
export function tellStreamed(
  streamed: readonly ToldDocument[],
  documents: readonly Document<Redacted>[],
): StreamedEvidence {
  const ledger = new Ledger();
  ledger.zoneSeconds = documents.map(({ text }) => statedZone(text.slice(0, PEEK))).find((zone) => zone !== null) ?? 0;
  for (const { document, summary } of streamed) {
    if (summary.lines > 0 && summary.kind !== 'unknown') ledger.kinds.add(summary.kind);
    summary.tell(ledger, document.path, document.text.split('\n'));
  }
  return { paths: streamed.map(({ document }) => document.path), evidence: evidenceOf(ledger) };
}

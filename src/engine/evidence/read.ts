import { statedBoot, statedYear, statedZone } from '../syntax/lines/time.ts';
import type { Document } from '../text/document.ts';
import type { Redacted } from '../text/redacted.ts';
import { createEvidence } from './create.ts';
import type { Evidence } from './evidence.ts';
import type { LogSummary } from './streamed.ts';

/** What dates the stamps that state no year or zone stands in some document's beginning. */
const PEEK = 64 * 1024;

/** A log that was read while it came in; `document` holds its kept lines, redacted. */
export interface ToldDocument {
  readonly document: Document<Redacted>;
  readonly summary: LogSummary;
}

/** Everything that logs and command outputs say. Configs are passed over; nothing throws. */
export function readEvidence(
  documents: readonly Document<Redacted>[],
  streamed: readonly ToldDocument[] = [],
): Evidence {
  const heads = [...documents, ...streamed.map(({ document }) => document)].map(({ text }) => text.slice(0, PEEK));
  const first = <Stated>(stated: (text: string) => Stated | null): Stated | null =>
    heads.map(stated).find((one) => one !== null) ?? null;
  const reader = createEvidence({ year: first(statedYear), zoneSeconds: first(statedZone), bootAt: first(statedBoot) });
  // Configs first: they hold the formats of the access logs.
  const ordered = [...documents].sort((a, b) => Number(b.kind === 'nginx') - Number(a.kind === 'nginx'));
  for (const { path, kind, text } of ordered) {
    reader.add(path, kind, text);
    reader.end(path);
  }
  for (const { document, summary } of streamed) reader.tell(document.path, summary, document.text.split('\n'));
  return reader.result();
}

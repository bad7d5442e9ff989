import { statedBoot, statedYear, statedZone } from '../syntax/lines/time.ts';
import type { Document } from '../text/document.ts';
import type { Redacted } from '../text/redacted.ts';
import { createEvidence } from './create.ts';
import type { Evidence } from './evidence.ts';
import { joinEvidence } from './join.ts';
import type { StreamedEvidence } from './tell.ts';

/** What dates the stamps that state no year or zone stands in some document's beginning. */
const PEEK = 64 * 1024;

/**
 * Everything that logs and command outputs say. Configs are passed over; nothing throws.
 * @param streamed logs that were read already; the documents that stand for them are passed over
 */
export function readEvidence(
  documents: readonly Document<Redacted>[],
  streamed: StreamedEvidence | null = null,
): Evidence {
  const heads = documents.map(({ text }) => text.slice(0, PEEK));
  const first = <Stated>(stated: (text: string) => Stated | null): Stated | null =>
    heads.map(stated).find((one) => one !== null) ?? null;
  const reader = createEvidence({ year: first(statedYear), zoneSeconds: first(statedZone), bootAt: first(statedBoot) });
  // Configs first: they hold the formats of the access logs.
  const ordered = [...documents].sort((a, b) => Number(b.kind === 'nginx') - Number(a.kind === 'nginx'));
  for (const { path, kind, text } of ordered) {
    if (streamed?.paths.includes(path)) continue;
    reader.add(path, kind, text);
    reader.end(path);
  }
  return streamed === null ? reader.result() : joinEvidence(reader.result(), streamed.evidence);
}

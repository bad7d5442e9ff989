import { statedYear } from '../syntax/lines/time.ts';
import type { Document } from '../text/document.ts';
import type { Redacted } from '../text/redacted.ts';
import { createEvidence } from './create.ts';
import type { Evidence } from './evidence.ts';

/** Everything that logs and command outputs say. Configs are passed over; nothing throws. */
export function readEvidence(documents: readonly Document<Redacted>[]): Evidence {
  const year = documents.map(({ text }) => statedYear(text.slice(0, 65_536))).find((stated) => stated !== null);
  const reader = createEvidence({ year: year ?? null });
  for (const { path, kind, text } of documents) {
    reader.add(path, kind, text);
    reader.end(path);
  }
  return reader.result();
}

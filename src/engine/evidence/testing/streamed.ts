import type { Document, DocumentKind } from '../../text/document.ts';
import type { Redacted } from '../../text/redacted.ts';
import type { Evidence } from '../evidence.ts';
import { readEvidence } from '../read.ts';
import type { LogStream, LogSummary } from '../streamed.ts';
import { tellStreamed } from '../tell.ts';

export function logDocument(text: string, kind: DocumentKind): Document<Redacted> {
  return { path: 'some.log', kind, text: text as Redacted, recognisedBy: 'test' };
}

/** Pushes a log in chunks through one buffer that is used again, as files are read. */
export function summaryOf(stream: LogStream, log: string, chunk: number): LogSummary {
  const bytes = new TextEncoder().encode(log);
  const buffer = new Uint8Array(chunk);
  for (let from = 0; from < bytes.length; from += chunk) {
    const piece = bytes.subarray(from, from + chunk);
    buffer.set(piece);
    stream.push(buffer.subarray(0, piece.length));
    buffer.fill(0);
  }
  stream.end();
  return stream.summary();
}

/** Evidence of a streamed log, redaction left out: the texts of these tests hold no secret. */
export function toldOf(summary: LogSummary, others: readonly Document<Redacted>[] = []): Evidence {
  const excerpt = logDocument(summary.kept.map(({ text }) => text).join('\n'), summary.kind);
  const documents = [excerpt, ...others];
  return readEvidence(documents, tellStreamed([{ document: excerpt, summary }], documents));
}

/** A record of several lines is kept line by line; only its blanks may differ. */
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 200);

/** What two readings of one log must agree on. */
export function comparable(evidence: Evidence) {
  const { counts, timeline, periods, longestRunSeconds, events, kinds, stacks, host, demand, pools } = evidence;
  return {
    counts: [...counts].sort(),
    timeline,
    periods: [...(periods ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1)),
    longestRunSeconds,
    kinds: [...kinds].sort(),
    host,
    pools: pools.map((seen) => ({ ...seen, pool: null })),
    stacks: stacks?.map(({ call, family, count, share }) => ({ call, family, count, share: share.toFixed(6) })),
    statuses: demand?.statuses,
    failing: demand?.failingRoutes?.map(({ route, failures }) => [route, failures]).sort(),
    events: events
      .map(({ line, signature, at, fields, text }) => ({
        line,
        signature,
        at,
        fields: Object.fromEntries(
          Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? squeezed(value) : value]),
        ),
        text: squeezed(text),
      }))
      .sort((a, b) => a.line - b.line || (a.signature < b.signature ? -1 : 1)),
  };
}

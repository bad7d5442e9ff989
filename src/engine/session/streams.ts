import { createPlainKernel } from '../evidence/access/bytes/plain-kernel.ts';
import type { MakeAccessKernel } from '../evidence/access/bytes/kernel.ts';
import { LogFormats } from '../evidence/access/formats.ts';
import { StreamedAccessLog } from '../evidence/access/streamed-log.ts';
import { StreamedErrorLog } from '../evidence/nginx-error/streamed-log.ts';
import { StreamedText } from '../evidence/raw/text-log.ts';
import type { LogStream, LogSummary } from '../evidence/streamed.ts';
import { intake } from '../intake/intake.ts';
import { isLog } from '../intake/line-kinds.ts';
import { recognise } from '../intake/recognise.ts';
import { CONFIG_KINDS, type DocumentKind } from '../text/document.ts';

/** A log beyond this is read while it comes in and not kept. */
export const STREAM_FROM = 16 * 1024 * 1024;
/** What is no log is kept up to here, because configs may stand in it; beyond, it is read like a log. */
export const KEEP_UP_TO = 256 * 1024 * 1024;

/** A log that grew large. */
export interface LargeLog {
  readonly path: string;
  /** What the user says it is. */
  readonly kind: DocumentKind | undefined;
  /** Its first bytes. */
  readonly head: string;
  /** In bytes, so far. */
  readonly size: number;
  /** The small documents at hand: they may hold the formats of access logs, a year, a zone. */
  readonly others: readonly string[];
}

/**
 * Opens a stream for a document that grew large; null when it is better kept.
 * @param kernel scans the bytes of access logs
 */
export function openStream(
  { path, kind, head, size, others }: LargeLog,
  kernel: MakeAccessKernel = createPlainKernel,
): LogStream | null {
  const known = kind ?? recognise(path, head).kind;
  const mayHoldConfigs = !isLog(known) || (kind === undefined && holdsConfigs(path, head));
  if (mayHoldConfigs && size < KEEP_UP_TO) return null;
  const formats = new LogFormats();
  for (const text of others) formats.add(text);
  if (known === 'nginx-access-log') return new StreamedAccessLog(kernel(), formats.of(path));
  const texts = [head, ...others];
  if (known === 'nginx-error-log') return new StreamedErrorLog(texts, formats.of(path));
  return new StreamedText(known, texts, formats.of(path));
}

/** A dump of many things may begin with a log. */
function holdsConfigs(path: string, head: string): boolean {
  return intake([{ path, text: head }]).some(({ kind }) => CONFIG_KINDS.has(kind));
}

/** Whether the lines of something large may be redacted one by one: it is no configuration and holds none. */
export function isRedactedByLine({ path, kind, head }: Pick<LargeLog, 'path' | 'kind' | 'head'>): boolean {
  return !CONFIG_KINDS.has(kind ?? recognise(path, head).kind) && (kind !== undefined || !holdsConfigs(path, head));
}

/** The document that stands for a streamed log: the lines that were kept of it. */
export function excerptOf(summary: LogSummary): string {
  return summary.kept.map(({ text }) => text).join('\n');
}

/** Says in the page what became of the log. */
export function streamedBecause({ kind, lines, kept }: LogSummary): string {
  const read = `its lines: ${lines} were read, the ${kept.length} that tell most are kept`;
  return isLog(kind) ? read : `${read}; beyond 256 MiB it was read as a log, and configs in it were not seen`;
}

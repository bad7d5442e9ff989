import { createPlainKernel } from '../evidence/access/bytes/plain-kernel.ts';
import type { MakeAccessKernel } from '../evidence/access/bytes/kernel.ts';
import { LogFormats } from '../evidence/access/formats.ts';
import { StreamedAccessLog } from '../evidence/access/streamed-log.ts';
import type { LogStream, LogSummary } from '../evidence/streamed.ts';
import { recognise } from '../intake/recognise.ts';
import type { DocumentKind } from '../text/document.ts';

/** A log beyond this is read while it comes in and not kept. */
export const STREAM_FROM = 16 * 1024 * 1024;

type MakeStream = (path: string, configs: readonly string[], kernel: MakeAccessKernel) => LogStream;

/** The kinds that can be streamed. */
const STREAMS: Readonly<Partial<Record<DocumentKind, MakeStream>>> = {
  'nginx-access-log': (path, configs, kernel) => {
    const formats = new LogFormats();
    for (const config of configs) formats.add(config);
    return new StreamedAccessLog(kernel(), formats.of(path));
  },
};

/**
 * Opens a stream for a log that grew large; null when it is none that can be streamed.
 * @param head its first bytes
 * @param configs texts of nginx that may hold its format
 */
export function openStream(
  path: string,
  kind: DocumentKind | undefined,
  head: string,
  configs: readonly string[],
  kernel: MakeAccessKernel = createPlainKernel,
): LogStream | null {
  const known = kind ?? recognise(path, head).kind;
  return STREAMS[known]?.(path, configs, kernel) ?? null;
}

/** The document that stands for a streamed log: the lines that were kept of it. */
export function excerptOf(summary: LogSummary): string {
  return summary.kept.map(({ text }) => text).join('\n');
}

/** Says in the page what became of the log. */
export function streamedBecause({ lines, kept }: LogSummary): string {
  return `its lines: ${lines} were read, the ${kept.length} that tell most are kept`;
}

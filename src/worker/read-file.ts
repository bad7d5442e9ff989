import type { ReadProgress } from './api.ts';

const GZIP_MAGIC = [0x1f, 0x8b];
/** Often enough to look alive, rarely enough to cost nothing. */
const PROGRESS_EVERY_MS = 100;

/**
 * Reads a file chunk by chunk, unpacked when it is gzip by its first bytes (names lie: `access.log.1` may be packed).
 * @param take receives unpacked bytes
 * @returns false when `signal` stopped it
 */
export async function readFile(
  file: File,
  take: (chunk: Uint8Array) => void,
  onProgress: (progress: ReadProgress) => void,
  signal: AbortSignal,
): Promise<boolean> {
  let read = 0;
  let reported = -Infinity;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        read += chunk.length;
        const now = performance.now();
        if (now - reported >= PROGRESS_EVERY_MS || read === file.size) {
          reported = now;
          onProgress({ read, total: file.size });
        }
        controller.enqueue(chunk);
      },
    }),
  );
  const bytes = (await isGzip(file)) ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
  const reader = bytes.getReader();
  for (;;) {
    if (signal.aborted) {
      await reader.cancel();
      return false;
    }
    const { done, value } = await reader.read();
    if (done) return true;
    take(value);
  }
}

async function isGzip(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, GZIP_MAGIC.length).arrayBuffer());
  return GZIP_MAGIC.every((byte, i) => head[i] === byte);
}

const GZIP_MAGIC = [0x1f, 0x8b];
/** Often enough to look alive, rarely enough to cost nothing. */
const PROGRESS_EVERY_MS = 100;
const BUFFER = 1 << 20;
/** Without a byte for so long the read has been lost. */
const STALLED_MS = 5000;
const STALLED = Symbol('stalled');

/**
 * What is being read. In Chromium a byte stream can be collected while a read is pending, which then never settles;
 * what a module holds is not collected.
 */
const underWay = new Set<object>();

/**
 * Reads a file chunk by chunk, unpacked when it is gzip by its first bytes (names lie: `access.log.1` may be packed).
 * A plain file is read into one buffer that is used again and again.
 * @param take receives unpacked bytes, which are overwritten afterwards
 * @param onProgress bytes read of the file as it lies on disk
 * @returns false when `signal` stopped it
 */
export async function readFile(
  file: File,
  take: (chunk: Uint8Array) => void,
  onProgress: (read: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const progress = throttled(file.size, onProgress);
  if (await isGzip(file)) return readPacked(file, take, progress, signal);
  let read = 0;
  let buffer = new ArrayBuffer(BUFFER);
  while (read < file.size) {
    const whole = await readFrom(file, read, signal, buffer, (chunk) => {
      take(chunk);
      read += chunk.length;
      progress(read);
    });
    if (whole === false) return false;
    if (whole === true) return true;
    // The stream stalled: its buffer is lost with it, and another one goes on where it stopped.
    buffer = new ArrayBuffer(BUFFER);
  }
  return true;
}

/** @returns true at the end, false when stopped, `STALLED` when nothing comes any more */
async function readFrom(
  file: File,
  from: number,
  signal: AbortSignal,
  first: ArrayBuffer,
  take: (chunk: Uint8Array) => void,
): Promise<boolean | typeof STALLED> {
  const part = from === 0 ? file : file.slice(from);
  const stream = part.stream();
  const reader = byteReader(stream);
  const held = { part, stream, reader };
  underWay.add(held);
  let buffer = first;
  try {
    for (;;) {
      if (signal.aborted) {
        await reader.cancel();
        return false;
      }
      const answer = await watched(reader.read(new Uint8Array(buffer)));
      if (answer === STALLED) return STALLED;
      if (answer.done) return true;
      take(answer.value);
      buffer = answer.value.buffer;
    }
  } finally {
    underWay.delete(held);
  }
}

interface ByteReader {
  read(into: Uint8Array<ArrayBuffer>): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>>;
  cancel(): Promise<void>;
}

/** Safari's files give no byte streams: there the ordinary reader serves. */
function byteReader(stream: ReadableStream<Uint8Array<ArrayBuffer>>): ByteReader {
  try {
    return stream.getReader({ mode: 'byob' });
  } catch {
    const reader = stream.getReader();
    return { read: () => reader.read(), cancel: () => reader.cancel() };
  }
}

async function watched<Answer>(pending: Promise<Answer>): Promise<Answer | typeof STALLED> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stall = new Promise<typeof STALLED>((resolve) => {
    timer = setTimeout(() => {
      resolve(STALLED);
    }, STALLED_MS);
  });
  try {
    return await Promise.race([pending, stall]);
  } finally {
    clearTimeout(timer);
  }
}

async function readPacked(
  file: File,
  take: (chunk: Uint8Array) => void,
  progress: (read: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  let read = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        read += chunk.length;
        progress(read);
        controller.enqueue(chunk);
      },
    }),
  );
  const reader = counted.pipeThrough(new DecompressionStream('gzip')).getReader();
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

function throttled(total: number, onProgress: (read: number) => void): (read: number) => void {
  let reported = -Infinity;
  return (read) => {
    const now = performance.now();
    if (now - reported < PROGRESS_EVERY_MS && read !== total) return;
    reported = now;
    onProgress(read);
  };
}

async function isGzip(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, GZIP_MAGIC.length).arrayBuffer());
  return GZIP_MAGIC.every((byte, i) => head[i] === byte);
}

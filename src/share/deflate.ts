/** No snapshot is larger than this when unpacked; what is larger is a bomb. */
export const MOST_INFLATED = 2 * 1024 * 1024;
const MOST_RATIO = 200;

export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/**
 * Unpacks piece by piece and stops at the first byte too many, so that a bomb costs no memory.
 * @returns 'too-large' over 2 MB or 200 times the packed size, 'damaged' when it is no deflate stream
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | 'too-large' | 'damaged'> {
  const limit = Math.min(MOST_INFLATED, Math.max(bytes.length * MOST_RATIO, 65_536));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > limit) {
        await reader.cancel();
        return 'too-large';
      }
      parts.push(value);
    }
  } catch {
    return 'damaged';
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

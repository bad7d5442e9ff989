/** Bytes as text, one byte to one character: loses nothing, whatever the encoding. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  const parts: string[] = [];
  for (let at = from; at < to; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, Math.min(to, at + 8192))));
  return parts.join('');
}

export function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

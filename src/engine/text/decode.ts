/**
 * Bytes to text the way the whole project reads files: valid UTF-8 is decoded (a BOM is kept), anything else is taken
 * as one byte to one character, so that no byte is lost and `encodeText` gives the same bytes back.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: decodeLatin1(bytes), encoding: 'latin1' };
  }
}

export type TextEncoding = 'utf-8' | 'latin1';

/** The bytes that `decodeText` read. Characters above U+00FF cannot stand in latin1 text: they are written as UTF-8. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0xff) return new TextEncoder().encode(text);
    bytes[i] = unit;
  }
  return bytes;
}

/** `TextDecoder('latin1')` is windows-1252 and would change 0x80–0x9F, so the mapping is done by hand, in slices. */
function decodeLatin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return parts.join('');
}

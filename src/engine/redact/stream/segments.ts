const SLOTS = 1 << 14;
const LONGEST = 512;

/** What a quoted field becomes: null when it stays as it is. */
export interface Segment {
  readonly raw: DataView;
  readonly length: number;
  readonly redacted: Uint8Array | null;
}

/** The hash of `[from, to)`, four bytes at a time. */
export function hashOf(view: DataView, from: number, to: number): number {
  let hash = to - from;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < to; at++) hash = Math.imul(hash ^ view.getUint8(at), 0x01000193);
  return hash ^ (hash >>> 13);
}

/** Fields of earlier lines: user agents, referrers and routes come again and again. Newer ones push out older ones. */
export class Segments {
  readonly #slots = new Array<Segment | undefined>(SLOTS).fill(undefined);

  get(view: DataView, from: number, to: number, hash: number): Segment | undefined {
    const known = this.#slots[hash & (SLOTS - 1)];
    if (known?.length !== to - from) return undefined;
    const { raw, length } = known;
    let at = 0;
    for (; at + 4 <= length; at += 4) if (raw.getInt32(at, true) !== view.getInt32(from + at, true)) return undefined;
    for (; at < length; at++) if (raw.getUint8(at) !== view.getUint8(from + at)) return undefined;
    return known;
  }

  put(bytes: Uint8Array, from: number, to: number, hash: number, redacted: Uint8Array | null): void {
    if (to - from > LONGEST) return;
    const raw = bytes.slice(from, to);
    this.#slots[hash & (SLOTS - 1)] = {
      raw: new DataView(raw.buffer, raw.byteOffset, raw.length),
      length: raw.length,
      redacted,
    };
  }
}

/** What the bytes of a field say about it. */
export const PLAIN = 0;

/** Marks by byte: 1 digit, 2 lower case, 4 upper case, 8 needs a look, 16 slash. */
export const MARKS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 48 && byte <= 57) return 1;
  if (byte >= 97 && byte <= 122) return 2;
  if (byte >= 65 && byte <= 90) return 4;
  if (byte === 47) return 16;
  return '=@%:\\'.includes(String.fromCharCode(byte)) || byte >= 128 || byte === 39 ? 8 : PLAIN;
});

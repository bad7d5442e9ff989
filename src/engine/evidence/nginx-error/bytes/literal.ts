/** Bytes that are looked for at an offset, eight at a time. */
export interface Literal {
  readonly size: number;
  /** The bytes as little-endian doubles, the last of which ends with the last byte. */
  readonly words: Float64Array;
}

/** Fewer bytes cannot be compared. */
export const SHORTEST = 8;
/** Bytes up to here never make a double that is no number or a second zero: those would not equal themselves, or another. */
const LAST_ASCII = 0x7e;

/** @returns null for bytes that cannot be compared in this way: too few, or not ASCII */
export function literalOf(bytes: Uint8Array): Literal | null {
  const { length } = bytes;
  if (length < SHORTEST || bytes.some((byte) => byte > LAST_ASCII)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const words = new Float64Array((length + SHORTEST - 1) >> 3);
  for (let index = 0; index < words.length; index++)
    words[index] = view.getFloat64(Math.min(index * SHORTEST, length - SHORTEST), true);
  return { size: length, words };
}

/** False also where too few bytes are at hand. @param limit their number */
export function stands(view: DataView, limit: number, at: number, literal: Literal): boolean {
  const { words, size } = literal;
  if (at + size > limit) return false;
  const last = words.length - 1;
  for (let index = 0, offset = at; index < last; index++, offset += 8)
    if (view.getFloat64(offset, true) !== words[index]) return false;
  return view.getFloat64(at + size - 8, true) === words[last];
}

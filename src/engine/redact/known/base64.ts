const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function base64(bytes: readonly number[]): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.slice(at, at + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    out += LETTERS.charAt(bits >> 18) + LETTERS.charAt((bits >> 12) & 63);
    out += b === undefined ? '=' : LETTERS.charAt((bits >> 6) & 63);
    out += c === undefined ? '=' : LETTERS.charAt(bits & 63);
  }
  return out;
}

/**
 * The letters that are certain when `bytes` stand anywhere inside something that was encoded as a whole:
 * one string for each of the three positions that a byte can have in its group.
 */
export function base64Cores(bytes: readonly number[]): string[] {
  return [0, 1, 2].map((lead) => {
    const encoded = base64([...new Array<number>(lead).fill(0), ...bytes]);
    const from = Math.ceil((lead * 8) / 6);
    const to = Math.floor(((lead + bytes.length) * 8) / 6);
    return encoded.slice(from, to);
  });
}

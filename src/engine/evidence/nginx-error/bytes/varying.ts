const QUOTE = 34;
const UNDERSCORE = 95;

const ORDINARY = 0;
const LOOK = 1;
const NEVER = 2;

/** Bytes that neither end a path nor could mean anything to the reader of a message. */
const IN_PATH = new Uint8Array(256).fill(NEVER);
for (let byte = 33; byte < 127; byte++) IN_PATH[byte] = ORDINARY;
for (const char of '"_') IN_PATH[char.charCodeAt(0)] = LOOK;
for (const char of ',\\()[]') IN_PATH[char.charCodeAt(0)] = NEVER;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

/**
 * Offset of the quote that ends a path which any other could stand for; -1 when its words may matter: blanks and brackets,
 * the names of temp directories (`fastcgi_temp`, `client_body`), the ten digits of a temp file, an error page (`50x.html`).
 */
export function quotedEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const kind = IN_PATH[byte];
    if (kind === ORDINARY) continue;
    if (kind === NEVER) return -1;
    if (byte === QUOTE) return isTelling(bytes, at) ? -1 : at;
    const next = bytes[at + 1];
    if (byte === UNDERSCORE && (next === 116 || next === 98)) return -1;
  }
  return -1;
}

function isTelling(bytes: Uint8Array, end: number): boolean {
  if (isDigit(bytes[end - 1])) return isDigit(bytes[end - 10]);
  return bytes[end - 5] === 46 && bytes[end - 6] === 120 && bytes[end - 8] === 53;
}

/** Offset behind a number, with the points and slashes inside it; -1 where none stands. */
export function numberEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let byte = bytes[at]; byte !== undefined && byte >= 46 && byte <= 57; byte = bytes[++at]);
  return at > from ? at : -1;
}

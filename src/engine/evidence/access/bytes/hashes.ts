const SLASH = 47;
const DASH = 45;
const DOT = 46;
/** A route is told by this much of its path, as in `routeOf`. */
const LONGEST_PATH = 200;

const DIGIT = 1;
const HEX = 2;
const OTHER = 4;
const HYPHEN = 8;

const classOf = (byte: number): number => {
  if (byte >= 48 && byte <= 57) return DIGIT;
  const lower = byte | 32;
  if (lower >= 97 && lower <= 102) return HEX;
  return byte === DASH ? HYPHEN : OTHER;
};

/** Whether a segment is an identifier: a number, a UUID, a long hexadecimal word. The rule of `routeOf`. */
function isRouteId(bytes: Uint8Array, from: number, length: number, classes: number): boolean {
  if (classes === DIGIT) return length <= 30;
  if ((classes & (OTHER | HYPHEN)) === 0) return length >= 16 && length <= 64;
  if (length !== 36 || (classes & OTHER) !== 0 || bytes[from + 8] !== DASH) return false;
  for (let at = from; at < from + 8; at++) if (bytes[at] === DASH) return false;
  return true;
}

/** Hash of a path with its identifiers folded: paths of one route have one hash. Never 0. */
export function routeHash(bytes: Uint8Array, from: number, end: number): number {
  const to = Math.min(end, from + LONGEST_PATH);
  let hash = 0x811c9dc5 | 0;
  let before = hash;
  let segment = from;
  let classes = 0;
  for (let at = from; at <= to; at++) {
    const byte = at < to ? (bytes[at] ?? 0) : SLASH;
    if (byte !== SLASH) {
      hash = Math.imul(hash ^ byte, 0x01000193);
      classes |= classOf(byte);
      continue;
    }
    if (isRouteId(bytes, segment, at - segment, classes)) hash = Math.imul(before ^ 0x3a6964, 0x01000193);
    hash = Math.imul(hash ^ SLASH, 0x01000193);
    before = hash;
    segment = at + 1;
    classes = 0;
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return hash === 0 ? 1 : hash;
}

/** An IPv4 address as its number, anything else as a hash. Never 0. */
export function clientKey(bytes: Uint8Array, from: number, to: number): number {
  let address = 0;
  let octet = 0;
  let hash = 0x811c9dc5 | 0;
  let isAddress = true;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === DOT) {
      address = (address << 8) | octet;
      octet = 0;
    } else if (byte >= 48 && byte <= 57) octet = octet * 10 + byte - 48;
    else isAddress = false;
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  const key = isAddress ? (address << 8) | octet : hash;
  return key === 0 ? 1 : key;
}

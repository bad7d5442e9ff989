// AssemblyScript: what route a path belongs to.
import { block, blockMask, byte, find, mix, within } from './bytes';

const DASH: u8 = 45;
const SLASH: u8 = 47;
/** A route is told by this much of its path, as in `routeOf`. */
const LONGEST_PATH: i32 = 200;
const SEED: i64 = 0x2545f4914f6cdd1d;
const IDENTIFIER: i64 = 0x61c8864680b583eb;
const BOUNDARY: i64 = 0x165667b19e3779f9;

@inline
function isHex(one: u8): bool {
  const lower = one | 32;
  return (one >= 48 && one <= 57) || (lower >= 97 && lower <= 102);
}

/** A UUID, or a word of hexadecimal digits alone; longer than a block. */
function isLongId(from: i32, length: i32): bool {
  let dashes = 0;
  let digits = 0;
  for (let place = from; place < from + length; place++) {
    const one = byte(place);
    if (one >= 48 && one <= 57) digits++;
    else if (one == DASH) dashes++;
    else if (!isHex(one)) return false;
  }
  if (digits == length) return length <= 30;
  if (dashes == 0) return length <= 64;
  if (length != 36 || byte(from + 8) != DASH) return false;
  for (let place = from; place < from + 8; place++) if (byte(place) == DASH) return false;
  return true;
}

/** Whether a segment is an identifier: a number, a UUID, a long hexadecimal word. The rule of `routeOf`. */
@inline
function isRouteId(from: i32, length: i32): bool {
  if (length > 16) return isLongId(from, length);
  const bytes = v128.load(from);
  const digits = within(bytes, 48, 10);
  const mask = blockMask(length);
  if (!v128.any_true(v128.andnot(mask, digits))) return length > 0;
  if (length < 16) return false;
  return i8x16.all_true(v128.or(digits, within(v128.or(bytes, i8x16.splat(32)), 97, 6)));
}

/** Hash of a path with its identifiers folded: paths of one route have one hash. Never 0. */
export function routeHash(from: i32, end: i32): i32 {
  const to = min(end, from + LONGEST_PATH);
  let hash: i64 = SEED;
  for (let place = from; ; ) {
    const slash = find(place, to, SLASH);
    if (isRouteId(place, slash - place)) hash ^= IDENTIFIER;
    else {
      for (; place + 16 < slash; place += 16) hash = mix(hash, v128.load(place));
      hash = mix(hash, block(place, slash - place));
    }
    if (slash >= to) break;
    hash = (hash ^ (hash >>> 32) ^ BOUNDARY) * SEED;
    place = slash + 1;
  }
  const folded = (hash ^ (hash >>> 32)) as i32;
  return folded == 0 ? 1 : folded;
}

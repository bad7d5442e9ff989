// AssemblyScript: what all scanners do with the bytes of their memory.

@inline
export function word(address: i32): i32 {
  return load<i32>(address);
}

@inline
export function byte(address: i32): u8 {
  return load<u8>(address);
}

/** The first `wanted` between two addresses; `to` when there is none. The memory goes on behind `to`. */
export function find(from: i32, to: i32, wanted: u8): i32 {
  const all = i8x16.splat(wanted as i8);
  for (let place = from; place < to; place += 16) {
    const mask = i8x16.bitmask(i8x16.eq(v128.load(place), all));
    if (mask != 0) return min(place + ctz(mask), to);
  }
  return to;
}

@inline
export function add(address: i32): void {
  store<i32>(address, load<i32>(address) + 1);
}

@inline
export function digit(address: i32): u32 {
  return (load<u8>(address) as u32) - 48;
}

/** Ones where a block of so many bytes has one, zeros behind. */
@inline
export function blockMask(size: i32): v128 {
  return i8x16.lt_u(i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), i8x16.splat(size as i8));
}

/** Up to sixteen bytes, zeros behind them. */
@inline
export function block(place: i32, size: i32): v128 {
  return v128.and(v128.load(place), blockMask(size));
}

/** Where a block has bytes from `first` on, `count` of them. */
@inline
export function within(bytes: v128, first: u8, count: u8): v128 {
  return i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(first as i8)), i8x16.splat(count as i8));
}

@inline
export function mix(hash: i64, bytes: v128): i64 {
  hash = (hash ^ v128.extract_lane<i64>(bytes, 0)) * 0x9fb21c651e98df25;
  hash ^= hash >>> 32;
  hash = (hash ^ v128.extract_lane<i64>(bytes, 1)) * 0x3c79ac492ba7b653;
  return hash ^ (hash >>> 29);
}

export function isAt(place: i32, literal: i32, length: i32): bool {
  for (let k = 0; k < length; k++) if (byte(place + k) != byte(literal + k)) return false;
  return true;
}

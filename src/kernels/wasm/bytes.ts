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

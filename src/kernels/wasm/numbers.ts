// AssemblyScript: numbers of a log line.
import { byte, digit } from './bytes';

const DOT: u8 = 46;
/** Milliseconds that fit beside others. */
const LONGEST: i32 = 2000000000;

export function integer(from: i32, to: i32): i32 {
  let value: i64 = 0;
  for (let place = from; place < to; place++) {
    const one = digit(place);
    if (one > 9) return -1;
    value = min<i64>(value * 10 + one, LONGEST);
  }
  return to > from ? (value as i32) : -1;
}

export function milliseconds(from: i32, to: i32): i32 {
  let value: i64 = 0;
  let place = from;
  for (; place < to; place++) {
    const one = digit(place);
    if (one > 9) break;
    value = min<i64>(value * 10 + one, LONGEST);
  }
  if (place == from || (place < to && byte(place) != DOT)) return -1;
  value *= 1000;
  for (let unit = 100, next = place + 1; next < to; next++, unit /= 10) {
    const one = digit(next);
    if (one > 9) return -1;
    value += one * unit;
  }
  return min<i64>(value, LONGEST) as i32;
}

export function sumOfTries(from: i32, to: i32): i32 {
  let sum: i64 = -1;
  for (let place = from; place < to; ) {
    let end = place;
    for (; end < to; end++) if (digit(end) > 9 && byte(end) != DOT) break;
    const one = end > place ? milliseconds(place, end) : -1;
    if (one != -1) sum = max<i64>(sum, 0) + one;
    place = end + 1;
  }
  return min<i64>(sum, LONGEST) as i32;
}

/** Reading numbers and instants from bytes, without making strings or objects. Offsets are addresses in `bytes`. */

const DOT = 46;
/** Longest time that is counted, in milliseconds: 32 bits hold it. */
const LONGEST = 2_000_000_000;

function digitAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) - 48;
}

/** A whole number; -1 when there is none (`-`, letters). */
export function integer(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = digitAt(bytes, at);
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return to > from ? value : -1;
}

/** `0.123` in milliseconds; -1 when it is no time. */
export function milliseconds(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  let at = from;
  for (; at < to; at++) {
    const digit = digitAt(bytes, at);
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  if (at === from || (at < to && bytes[at] !== DOT)) return -1;
  value *= 1000;
  for (let unit = 100, next = at + 1; next < to; next++, unit /= 10) {
    const digit = digitAt(bytes, next);
    if (digit < 0 || digit > 9) return -1;
    if (unit >= 1) value += digit * unit;
  }
  return Math.min(value, LONGEST);
}

/** The times of all tries together, `0.001, 0.002 : 0.003`; -1 when none of them is a time. */
export function sumOfTries(bytes: Uint8Array, from: number, to: number): number {
  let sum = -1;
  for (let at = from; at < to;) {
    let end = at;
    for (; end < to; end++) {
      const digit = digitAt(bytes, end);
      if ((digit < 0 || digit > 9) && bytes[end] !== DOT) break;
    }
    const one = end > at ? milliseconds(bytes, at, end) : -1;
    if (one !== -1) sum = Math.max(sum, 0) + one;
    at = end + 1;
  }
  return Math.min(sum, LONGEST);
}

/** Days from 1970 to a date of the Gregorian calendar. */
export function daysTo(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

/** Month by the last two letters of its English name, which no two months share. */
export function monthAt(bytes: Uint8Array, at: number): number {
  const letters = (((bytes[at + 1] ?? 0) | 32) << 8) | ((bytes[at + 2] ?? 0) | 32);
  switch (letters) {
    case 0x616e:
      return 1;
    case 0x6562:
      return 2;
    case 0x6172:
      return 3;
    case 0x7072:
      return 4;
    case 0x6179:
      return 5;
    case 0x756e:
      return 6;
    case 0x756c:
      return 7;
    case 0x7567:
      return 8;
    case 0x6570:
      return 9;
    case 0x6374:
      return 10;
    case 0x6f76:
      return 11;
    case 0x6563:
      return 12;
    default:
      return 0;
  }
}

/** Bucket of a time in the log-linear histogram: 16 steps a power of two, as in `TimeHistogram`. */
export function bucketOf(ms: number): number {
  if (ms < 16) return ms;
  const power = 31 - Math.clz32(ms);
  return Math.min(16 * (power - 3) + ((ms >>> (power - 4)) & 15), 447);
}

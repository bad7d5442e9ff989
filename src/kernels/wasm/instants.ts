// AssemblyScript: the stamps of log lines.
import * as at from '../../engine/evidence/access/bytes/layout';
import { byte, word } from './bytes';
import { integer } from './numbers';

const PLUS: u8 = 43;
const DASH: u8 = 45;
const SLASH: u8 = 47;
const COLON: u8 = 58;

function daysTo(year: i32, month: i32, day: i32): i32 {
  const shifted = month <= 2 ? year - 1 : year;
  const era = shifted / 400;
  const ofEra = shifted - era * 400;
  const ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719468;
}

function monthAt(place: i32): i32 {
  switch (((byte(place + 1) | 32) as i32 << 8) | (byte(place + 2) | 32)) {
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

function zone(sign: i32, minutes: i32): i32 {
  const seconds = integer(sign + 1, sign + 3) * 3600 + integer(minutes, minutes + 2) * 60;
  return byte(sign) == DASH ? -seconds : seconds;
}

function clock(from: i32): i32 {
  const hours = integer(from, from + 2);
  const minutes = integer(from + 3, from + 5);
  const seconds = integer(from + 6, from + 8);
  return hours < 0 || minutes < 0 || seconds < 0 ? -1 : hours * 3600 + minutes * 60 + seconds;
}

function isKnownDay(one: i32, two: i32, three: i32, rest: i32): bool {
  return one == word(at.DAY_ONE) && two == word(at.DAY_TWO) && three == word(at.DAY_THREE) && rest == word(at.DAY_FOUR);
}

function remember(one: i32, two: i32, three: i32, rest: i32, midnight: i32): void {
  store<i32>(at.DAY_ONE, one);
  store<i32>(at.DAY_TWO, two);
  store<i32>(at.DAY_THREE, three);
  store<i32>(at.DAY_FOUR, rest);
  store<i32>(at.MIDNIGHT, midnight);
}

function isSign(place: i32): bool {
  return byte(place) == PLUS || byte(place) == DASH;
}

function sinceMidnight(from: i32): i32 {
  const time = byte(from + 2) == COLON && byte(from + 5) == COLON ? clock(from) : -1;
  return time < 0 ? -1 : word(at.MIDNIGHT) + time;
}

// The words that tell days apart overlap bytes that are the same in all stamps; there the bytes left over are laid in.
export function timeLocal(from: i32, to: i32): i32 {
  if (to - from != 26 || byte(from + 2) != SLASH || byte(from + 6) != SLASH || byte(from + 11) != COLON) return -1;
  const one = load<i32>(from);
  const two = load<i32>(from + 4);
  const three = load<i32>(from + 8) ^ ((byte(from + 21) as i32) << 24);
  const rest = load<i32>(from + 22);
  if (!isKnownDay(one, two, three, rest)) {
    const month = monthAt(from + 3);
    const year = integer(from + 7, from + 11);
    const day = integer(from, from + 2);
    if (month == 0 || year < 1970 || day < 1 || !isSign(from + 21)) return -1;
    remember(one, two, three, rest, daysTo(year, month, day) * 86400 - zone(from + 21, from + 24));
  }
  return sinceMidnight(from + 12);
}

export function timeIso(from: i32, to: i32): i32 {
  if (to - from != 25 || byte(from + 4) != DASH || byte(from + 7) != DASH || byte(from + 22) != COLON) return -1;
  const one = load<i32>(from);
  const two = load<i32>(from + 5) ^ ((byte(from + 9) as i32) << 16);
  const three = load<i32>(from + 19);
  const rest = load<i32>(from + 21);
  if (!isKnownDay(one, two, three, rest)) {
    const year = integer(from, from + 4);
    const month = integer(from + 5, from + 7);
    const day = integer(from + 8, from + 10);
    if (year < 1970 || month < 1 || day < 1 || !isSign(from + 19)) return -1;
    remember(one, two, three, rest, daysTo(year, month, day) * 86400 - zone(from + 19, from + 23));
  }
  return sinceMidnight(from + 11);
}

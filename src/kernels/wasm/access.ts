// AssemblyScript: the scanner of access logs with 128-bit compares. Its twin in JavaScript is
// src/engine/evidence/access/bytes/plain-kernel.ts; both work in the memory that layout.ts describes.
import * as at from '../../engine/evidence/access/bytes/layout';

const LINE_FEED: u8 = 10;
const RETURN: u8 = 13;
const BLANK: u8 = 32;
const QUOTE: u8 = 34;
const HASH: u8 = 35;
const PLUS: u8 = 43;
const COMMA: u8 = 44;
const DASH: u8 = 45;
const DOT: u8 = 46;
const SLASH: u8 = 47;
const COLON: u8 = 58;
const QUESTION: u8 = 63;
const GOLDEN: i32 = 0x9e3779b1;
const LONGEST: i32 = 2000000000;

// What was read of the current line; -1 is unknown.
let clientAt: i32 = 0;
let clientEnd: i32 = 0;
let instant: i32 = -1;
let methodAt: i32 = 0;
let methodEnd: i32 = 0;
let pathAt: i32 = 0;
let pathEnd: i32 = 0;
let status: i32 = -1;
let isEmpty: bool = false;
let requestTime: i32 = -1;
let upstreamTime: i32 = -1;
let size: i32 = -1;
let wasRetried: bool = false;
let lastIndex: i32 = -1;
let lastRow: i32 = -1;

@inline
function word(address: i32): i32 {
  return load<i32>(address);
}

@inline
function add(address: i32): void {
  store<i32>(address, load<i32>(address) + 1);
}

@inline
function byte(address: i32): u8 {
  return load<u8>(address);
}

@inline
function digit(address: i32): u32 {
  return (load<u8>(address) as u32) - 48;
}

/** The first `wanted` between two addresses; `to` when there is none. The memory goes on behind `to`. */
function find(from: i32, to: i32, wanted: u8): i32 {
  const all = i8x16.splat(wanted as i8);
  for (let place = from; place < to; place += 16) {
    const mask = i8x16.bitmask(i8x16.eq(v128.load(place), all));
    if (mask != 0) return min(place + ctz(mask), to);
  }
  return to;
}

function isAt(place: i32, literal: i32, length: i32): bool {
  for (let k = 0; k < length; k++) if (byte(place + k) != byte(literal + k)) return false;
  return true;
}

@inline
function isInList(blank: i32): bool {
  return byte(blank - 1) == COMMA || byte(blank - 1) == COLON || byte(blank + 1) == COLON;
}

function forward(from: i32, end: i32, literal: i32, length: i32, list: bool): i32 {
  const first = byte(literal);
  const last = end - length + 1;
  for (let place = find(from, last, first); place < last; place = find(place + 1, last, first)) {
    if (!isAt(place, literal, length)) continue;
    if (!list || first != BLANK || !isInList(place)) return place;
  }
  return -1;
}

function backward(from: i32, end: i32, literal: i32, length: i32): i32 {
  const last = byte(literal + length - 1);
  for (let place = end - length; place >= from; place--)
    if (byte(place + length - 1) == last && isAt(place, literal, length)) return place;
  return -1;
}

function integer(from: i32, to: i32): i32 {
  let value: i64 = 0;
  for (let place = from; place < to; place++) {
    const one = digit(place);
    if (one > 9) return -1;
    value = min<i64>(value * 10 + one, LONGEST);
  }
  return to > from ? (value as i32) : -1;
}

function milliseconds(from: i32, to: i32): i32 {
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

function sumOfTries(from: i32, to: i32): i32 {
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
function timeLocal(from: i32, to: i32): i32 {
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

function timeIso(from: i32, to: i32): i32 {
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

function uri(from: i32, end: i32): i32 {
  let stop = from;
  for (; stop < end; stop++) {
    const one = byte(stop);
    if (one <= BLANK || one == QUESTION || one == HASH || one == QUOTE) break;
  }
  pathAt = from;
  pathEnd = stop;
  return stop;
}

function request(from: i32, end: i32): i32 {
  let place = from;
  while (place < end && byte(place) != BLANK && byte(place) != QUOTE) place++;
  methodAt = from;
  methodEnd = place;
  return place < end && byte(place) == BLANK ? uri(place + 1, end) : uri(place, place);
}

function take(role: i32, from: i32, to: i32): bool {
  switch (role) {
    case at.CLIENT:
      clientAt = from;
      clientEnd = to;
      return true;
    case at.TIME_LOCAL:
      instant = timeLocal(from, to);
      return instant >= 0;
    case at.TIME_ISO:
      instant = timeIso(from, to);
      return instant >= 0;
    case at.MSEC: {
      if (to - from <= 4 || byte(to - 4) != DOT) return false;
      let seconds: i64 = 0;
      for (let place = from; place < to - 4; place++) {
        if (digit(place) > 9) return false;
        seconds = min<i64>(seconds * 10 + digit(place), 0x7fffffff);
      }
      instant = seconds as i32;
      return true;
    }
    case at.REQUEST:
      request(from, to);
      return true;
    case at.STATUS:
      status = to - from == 3 ? integer(from, to) : -1;
      return status >= 0;
    case at.BODY_BYTES:
      isEmpty = to - from == 1 && byte(from) == 48;
      return true;
    case at.REQUEST_TIME:
      requestTime = milliseconds(from, to);
      return true;
    case at.UPSTREAM_TIME:
      upstreamTime = sumOfTries(from, to);
      return true;
    case at.REQUEST_LENGTH:
      size = integer(from, to);
      return true;
    case at.METHOD:
      methodAt = from;
      methodEnd = to;
      return true;
    case at.URI:
      uri(from, to);
      return true;
    case at.UPSTREAM_STATUS:
      wasRetried = to - from > 3;
      return true;
    default:
      return true;
  }
}

function begin(): void {
  clientEnd = clientAt;
  instant = status = requestTime = upstreamTime = size = -1;
  methodEnd = methodAt;
  pathEnd = pathAt;
  isEmpty = wasRetried = false;
}

function read(start: i32, end: i32): bool {
  begin();
  const prefix = word(at.PREFIX_SIZE);
  if (start + prefix > end || !isAt(start, word(at.PREFIX_AT), prefix)) return false;
  let place = start + prefix;
  let step = at.PROGRAM;
  for (let left = word(at.HEAD_STEPS); left > 0; left--, step += 16) {
    const role = word(step);
    const literal = word(step + 4);
    const length = word(step + 8);
    const isQuoted = role == at.REQUEST && byte(literal) == QUOTE;
    const from = isQuoted ? request(place, end) : place;
    const stop = length == 0 ? end : forward(from, end, literal, length, word(step + 12) == 1);
    if (stop == -1 || !take(isQuoted ? at.SKIP : role, place, stop)) return false;
    place = stop + length;
  }
  const suffix = word(at.SUFFIX_SIZE);
  if (suffix == -1) return place == end;
  let right = end - suffix;
  if (right < place || !isAt(right, word(at.SUFFIX_AT), suffix)) return false;
  for (let left = word(at.TAIL_STEPS); left > 0; left--, step += 16) {
    const length = word(step + 8);
    const stop = backward(place, right, word(step + 4), length);
    if (stop == -1 || !take(word(step), stop + length, right)) return false;
    right = stop;
  }
  return true;
}

function columnOf(code: i32): i32 {
  const known = byte(at.COLUMNS + code) as i32;
  if (known != 0) return known - 1;
  const column = word(at.COLUMN_COUNT);
  if (column >= at.TIME_WORDS - at.FIRST_COLUMN) return -1;
  store<i32>(at.COLUMN_COUNT, column + 1);
  store<u8>(at.COLUMNS + code, (column + 1) as u8);
  return column;
}

function bucketOf(ms: i32): i32 {
  if (ms < 16) return ms;
  const power = 31 - clz(ms);
  return min(16 * (power - 3) + ((ms >>> (power - 4)) & 15), 447);
}

function timeRow(): i32 {
  const index = instant / word(at.TIME_UNIT);
  if (index == lastIndex && lastRow < word(at.TIME_COUNT) && word(at.TIME_KEYS + lastRow * 4) == index) return lastRow;
  let slot = (index * GOLDEN) >>> 18;
  let row = -1;
  for (;;) {
    row = word(at.TIME_SLOTS + slot * 4) - 1;
    if (row == -1) {
      row = word(at.TIME_COUNT);
      store<i32>(at.TIME_COUNT, row + 1);
      store<i32>(at.TIME_KEYS + row * 4, index);
      store<i32>(at.TIME_SLOTS + slot * 4, row + 1);
      break;
    }
    if (word(at.TIME_KEYS + row * 4) == index) break;
    slot = (slot + 1) & (at.TIME_SLOT_COUNT - 1);
  }
  lastIndex = index;
  lastRow = row;
  return row;
}

function countTime(column: i32, failed: bool, service: i32): void {
  const row = timeRow();
  const first = at.TIME_ROWS + row * (at.TIME_WORDS * 4);
  add(first);
  if (failed) add(first + 4);
  if (service >= 0) {
    add(first + 8);
    store<f64>(at.TIME_SUMS + row * 8, load<f64>(at.TIME_SUMS + row * 8) + service);
  }
  add(first + (at.FIRST_COLUMN + column) * 4);
  if (instant > word(at.LATEST)) store<i32>(at.LATEST, instant);
  if (instant < word(at.EARLIEST)) store<i32>(at.EARLIEST, instant);
}

@inline
function classOf(one: u8): i32 {
  if (one >= 48 && one <= 57) return 1;
  const lower = one | 32;
  if (lower >= 97 && lower <= 102) return 2;
  return one == DASH ? 8 : 4;
}

function isRouteId(from: i32, length: i32, classes: i32): bool {
  if (classes == 1) return length <= 30;
  if ((classes & 12) == 0) return length >= 16 && length <= 64;
  if (length != 36 || (classes & 4) != 0 || byte(from + 8) != DASH) return false;
  for (let place = from; place < from + 8; place++) if (byte(place) == DASH) return false;
  return true;
}

function routeHash(): i32 {
  const to = min(pathEnd, pathAt + 200);
  let hash: i32 = 0x811c9dc5;
  let before = hash;
  let segment = pathAt;
  let classes = 0;
  for (let place = pathAt; place <= to; place++) {
    const one = place < to ? byte(place) : SLASH;
    if (one != SLASH) {
      hash = (hash ^ one) * 0x01000193;
      classes |= classOf(one);
      continue;
    }
    if (isRouteId(segment, place - segment, classes)) hash = (before ^ 0x3a6964) * 0x01000193;
    hash = (hash ^ SLASH) * 0x01000193;
    before = hash;
    segment = place + 1;
    classes = 0;
  }
  hash ^= hash >>> 15;
  hash *= 0x2c1b3c6d;
  hash ^= hash >>> 13;
  return hash == 0 ? 1 : hash;
}

function routeRow(hash: i32): i32 {
  let slot = hash >>> 20;
  let place = at.ROUTE_SLOTS + slot * 8;
  let row = word(place + 4) - 1;
  while (row != -1 && word(place) != hash) {
    slot = (slot + 1) & (at.ROUTE_SLOT_COUNT - 1);
    place = at.ROUTE_SLOTS + slot * 8;
    row = word(place + 4) - 1;
  }
  if (row != -1) return row;
  const next = word(at.ROUTE_COUNT) + 1;
  if (next >= at.MOST_ROUTES) return 0;
  store<i32>(at.ROUTE_COUNT, next);
  store<i32>(place, hash);
  store<i32>(place + 4, next + 1);
  return next;
}

function countRoute(failed: bool, service: i32, bucket: i32): i32 {
  const row = routeRow(routeHash());
  const first = at.ROUTE_ROWS + row * (at.ROUTE_WORDS * 4);
  add(first);
  if (failed) add(first + 4);
  if (service < 0) return row;
  add(first + 8);
  if (service > word(first + 12)) store<i32>(first + 12, service);
  add(at.ROUTE_TIMES + (row * at.BUCKETS + bucket) * 4);
  return row;
}

function clientKey(): i32 {
  let address = 0;
  let octet = 0;
  let place = clientAt;
  for (; place < clientEnd; place++) {
    const one = digit(place);
    if (one <= 9) octet = octet * 10 + one;
    else if (byte(place) == DOT) {
      address = (address << 8) | octet;
      octet = 0;
    } else break;
  }
  let key = (address << 8) | octet;
  if (place < clientEnd) {
    key = 0x811c9dc5;
    for (place = clientAt; place < clientEnd; place++) key = (key ^ byte(place)) * 0x01000193;
  }
  return key == 0 ? 1 : key;
}

function countClient(): void {
  const key = clientKey();
  let slot = (key * GOLDEN) >>> 16;
  for (;;) {
    const place = at.CLIENT_SLOTS + slot * 8;
    const known = word(place);
    if (known == key) {
      add(place + 4);
      return;
    }
    if (known == 0) {
      if (word(at.CLIENT_COUNT) >= at.MOST_CLIENTS) add(at.CLIENTS_DROPPED);
      else {
        add(at.CLIENT_COUNT);
        store<i32>(place, key);
        store<i32>(place + 4, 1);
      }
      return;
    }
    slot = (slot + 1) & (at.CLIENT_SLOT_COUNT - 1);
  }
}

function countMethod(failed: bool): void {
  const length = methodEnd - methodAt;
  if (length < 3 || length > 10) return;
  let one = 0;
  let two = 0;
  let three = 0;
  for (let k = 0; k < length; k++) {
    const letter = byte(methodAt + k) as i32;
    if (letter < 65 || letter > 90) return;
    if (k < 4) one |= letter << (k * 8);
    else if (k < 8) two |= letter << (k * 8 - 32);
    else three |= letter << (k * 8 - 64);
  }
  const rows = word(at.METHOD_COUNT);
  let place = at.METHODS;
  for (let row = 0; row < rows; row++, place += at.METHOD_WORDS * 4)
    if (word(place + 12) == one && word(place + 16) == two && word(place + 20) == three) {
      add(place + 4);
      if (failed) add(place + 8);
      return;
    }
  if (rows >= at.MOST_METHODS) return;
  store<i32>(at.METHOD_COUNT, rows + 1);
  store<i32>(place + 4, 1);
  store<i32>(place + 8, failed ? 1 : 0);
  store<i32>(place + 12, one);
  store<i32>(place + 16, two);
  store<i32>(place + 20, three);
}

function countSize(failed: bool): void {
  const step = size <= 16384 ? 0 : size <= 1048576 ? 1 : size <= 8388608 ? 2 : 3;
  add(at.SIZES + step * 8);
  if (failed) add(at.SIZES + step * 8 + 4);
}

function found(flags: i32, start: i32, end: i32, row: i32, service: i32): void {
  const place = at.FOUND + word(at.FOUND_COUNT) * (at.FOUND_WORDS * 4);
  store<i32>(place, flags);
  store<i32>(place + 4, start);
  store<i32>(place + 8, end);
  store<i32>(place + 12, word(at.LINES));
  store<i32>(place + 16, row);
  store<i32>(place + 20, status);
  store<i32>(place + 24, service);
  store<i32>(place + 28, instant);
  add(at.FOUND_COUNT);
}

function count(start: i32, end: i32): bool {
  const column = status >= 0 && status < 1000 ? columnOf(status) : -1;
  if (column == -1) return false;
  const service = status == 101 ? -1 : upstreamTime >= 0 ? upstreamTime : requestTime;
  const failed = (status >= 500 && status < 600) || status == 413;
  const bucket = service >= 0 ? bucketOf(service) : 0;
  add(at.STATUSES + status * 4);
  if (service >= 0) {
    add(at.TIMES + bucket * 4);
    if (service > word(at.LONGEST)) store<i32>(at.LONGEST, service);
    if (status != 499 && service > word(at.LONGEST_RUN)) store<i32>(at.LONGEST_RUN, service);
  }
  if (instant >= 0) countTime(column, failed || status == 499, service);
  const routes = word(at.ROUTE_COUNT);
  const row = countRoute(failed, service, bucket);
  if (clientEnd > clientAt) countClient();
  countMethod(failed);
  if (size >= 0) countSize(failed);
  const mayBeCut = status == 200 && isEmpty && word(at.KNOWS_RECEIVED) == 1;
  const tells = byte(at.TELLING + status) == 1 || (status < 400 && (wasRetried || mayBeCut));
  const flags = (word(at.ROUTE_COUNT) > routes ? at.IS_NEW_ROUTE : 0) | (tells ? at.IS_TELLING : 0);
  if (flags != 0) found(flags, start, end, row, service);
  return true;
}

export function scan(from: i32, to: i32): i32 {
  let start = from;
  while (start < to && word(at.FOUND_COUNT) < at.MOST_FOUND && word(at.TIME_COUNT) < at.MOST_TIMES) {
    const next = find(start, to, LINE_FEED);
    let end = next;
    while (end > start && (byte(end - 1) == RETURN || byte(end - 1) == BLANK)) end--;
    add(at.LINES);
    if (end > start && !(read(start, end) && count(start, end))) found(at.IS_UNREAD, start, end, 0, -1);
    start = next + 1;
  }
  return min(start, to);
}

// AssemblyScript: the tables that lines are counted in.
import * as at from '../../engine/evidence/access/bytes/layout';
import { add, block, blockMask, byte, digit, within, word } from './bytes';
import * as line from './line';
import { routeHash } from './routes';

const DOT: u8 = 46;
const GOLDEN: i32 = 0x9e3779b1;

let lastIndex: i32 = -1;
let lastRow: i32 = -1;

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
  const index = line.instant / word(at.TIME_UNIT);
  if (index == lastIndex && lastRow < word(at.TIME_COUNT) && word(at.TIME_KEYS + lastRow * 4) == index) return lastRow;
  let slot = (index * GOLDEN) >>> 20;
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
  if (line.instant > word(at.LATEST)) store<i32>(at.LATEST, line.instant);
  if (line.instant < word(at.EARLIEST)) store<i32>(at.EARLIEST, line.instant);
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
  const row = routeRow(routeHash(line.pathAt, line.pathEnd));
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
  let place = line.clientAt;
  for (; place < line.clientEnd; place++) {
    const one = digit(place);
    if (one <= 9) octet = octet * 10 + one;
    else if (byte(place) == DOT) {
      address = (address << 8) | octet;
      octet = 0;
    } else break;
  }
  let key = (address << 8) | octet;
  if (place < line.clientEnd) {
    key = 0x811c9dc5;
    for (place = line.clientAt; place < line.clientEnd; place++) key = (key ^ byte(place)) * 0x01000193;
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

/** The letters themselves are the key: twelve bytes in three words. */
function countMethod(failed: bool): void {
  const length = line.methodEnd - line.methodAt;
  if (length < 3 || length > 10) return;
  const letters = block(line.methodAt, length);
  if (v128.any_true(v128.andnot(blockMask(length), within(letters, 65, 26)))) return;
  const one = v128.extract_lane<i32>(letters, 0);
  const two = v128.extract_lane<i32>(letters, 1);
  const three = v128.extract_lane<i32>(letters, 2);
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
  const step = line.size <= 16384 ? 0 : line.size <= 1048576 ? 1 : line.size <= 8388608 ? 2 : 3;
  add(at.SIZES + step * 8);
  if (failed) add(at.SIZES + step * 8 + 4);
}

export function found(flags: i32, start: i32, end: i32, row: i32, service: i32): void {
  const place = at.FOUND + word(at.FOUND_COUNT) * (at.FOUND_WORDS * 4);
  store<i32>(place, flags);
  store<i32>(place + 4, start);
  store<i32>(place + 8, end);
  store<i32>(place + 12, word(at.LINES));
  store<i32>(place + 16, row);
  store<i32>(place + 20, line.status);
  store<i32>(place + 24, service);
  store<i32>(place + 28, line.instant);
  store<i32>(place + 32, line.pathAt);
  store<i32>(place + 36, line.pathEnd);
  add(at.FOUND_COUNT);
}

export function count(start: i32, end: i32): bool {
  const column = line.status >= 0 && line.status < 1000 ? columnOf(line.status) : -1;
  if (column == -1) return false;
  const service = line.status == 101 ? -1 : line.upstreamTime >= 0 ? line.upstreamTime : line.requestTime;
  const failed = (line.status >= 500 && line.status < 600) || line.status == 413;
  const bucket = service >= 0 ? bucketOf(service) : 0;
  add(at.STATUSES + line.status * 4);
  if (service >= 0) {
    add(at.TIMES + bucket * 4);
    if (service > word(at.LONGEST)) store<i32>(at.LONGEST, service);
    if (line.status != 499 && service > word(at.LONGEST_RUN)) store<i32>(at.LONGEST_RUN, service);
  }
  if (line.instant >= 0) countTime(column, failed || line.status == 499, service);
  const routes = word(at.ROUTE_COUNT);
  const row = countRoute(failed, service, bucket);
  if (line.clientEnd > line.clientAt) countClient();
  countMethod(failed);
  if (line.size >= 0) countSize(failed);
  const mayBeCut = line.status == 200 && line.isEmpty && word(at.KNOWS_RECEIVED) == 1;
  const tells = byte(at.TELLING + line.status) == 1 || (line.status < 400 && (line.wasRetried || mayBeCut));
  const flags = (word(at.ROUTE_COUNT) > routes ? at.IS_NEW_ROUTE : 0) | (tells ? at.IS_TELLING : 0);
  if (flags != 0) found(flags, start, end, row, service);
  return true;
}

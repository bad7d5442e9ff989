import { bucketOf } from './fields.ts';
import { clientKey, routeHash } from './hashes.ts';
import * as at from './layout.ts';

/** What was read of the current line; -1 is unknown. */
interface LineFacts {
  clientAt: number;
  clientEnd: number;
  instant: number;
  methodAt: number;
  methodEnd: number;
  pathAt: number;
  pathEnd: number;
  status: number;
  isEmpty: boolean;
  requestTime: number;
  upstreamTime: number;
  size: number;
  wasRetried: boolean;
}

/** Counts one line after the other into the tables of `layout.ts`. */
export interface Counter {
  /** One object for all lines. */
  readonly line: LineFacts;
  begin(): void;
  /** Counts the line. @returns false when a table has no column for it: it must be read closely */
  take(start: number, end: number): boolean;
  found(flags: number, start: number, end: number): void;
}

const GOLDEN = 0x9e3779b1;
const MOST_COLUMNS = at.TIME_WORDS - at.FIRST_COLUMN;
const KIB = 1024;

export function counter(memory: ArrayBuffer): Counter {
  const bytes = new Uint8Array(memory);
  const words = new Int32Array(memory);
  const sums = new Float64Array(memory);
  const word = (address: number): number => words[address >> 2] ?? 0;
  const add = (index: number): void => {
    words[index] = (words[index] ?? 0) + 1;
  };
  const raise = (address: number, value: number): void => {
    if (value > word(address)) words[address >> 2] = value;
  };
  const line: LineFacts = {
    clientAt: 0,
    clientEnd: 0,
    instant: -1,
    methodAt: 0,
    methodEnd: 0,
    pathAt: 0,
    pathEnd: 0,
    status: -1,
    isEmpty: false,
    requestTime: -1,
    upstreamTime: -1,
    size: -1,
    wasRetried: false,
  };

  const columnOf = (status: number): number => {
    const known = bytes[at.COLUMNS + status] ?? 0;
    if (known !== 0) return known - 1;
    const column = word(at.COLUMN_COUNT);
    if (column >= MOST_COLUMNS) return -1;
    words[at.COLUMN_COUNT >> 2] = column + 1;
    bytes[at.COLUMNS + status] = column + 1;
    return column;
  };

  let lastIndex = -1;
  let lastRow = -1;

  const timeRow = (instant: number): number => {
    const index = Math.floor(instant / word(at.TIME_UNIT));
    if (index === lastIndex && lastRow < word(at.TIME_COUNT) && words[(at.TIME_KEYS >> 2) + lastRow] === index)
      return lastRow;
    let slot = Math.imul(index, GOLDEN) >>> 20;
    for (;;) {
      const row = (words[(at.TIME_SLOTS >> 2) + slot] ?? 0) - 1;
      if (row === -1) break;
      if (words[(at.TIME_KEYS >> 2) + row] === index) {
        lastIndex = index;
        lastRow = row;
        return row;
      }
      slot = (slot + 1) & (at.TIME_SLOT_COUNT - 1);
    }
    const row = word(at.TIME_COUNT);
    words[at.TIME_COUNT >> 2] = row + 1;
    words[(at.TIME_KEYS >> 2) + row] = index;
    words[(at.TIME_SLOTS >> 2) + slot] = row + 1;
    lastIndex = index;
    lastRow = row;
    return row;
  };

  const countTime = (column: number, failed: boolean, service: number): void => {
    const row = timeRow(line.instant);
    const first = (at.TIME_ROWS >> 2) + row * at.TIME_WORDS;
    add(first);
    if (failed) add(first + 1);
    if (service >= 0) {
      add(first + 2);
      sums[(at.TIME_SUMS >> 3) + row] = (sums[(at.TIME_SUMS >> 3) + row] ?? 0) + service;
    }
    add(first + at.FIRST_COLUMN + column);
    raise(at.LATEST, line.instant);
    if (line.instant < word(at.EARLIEST)) words[at.EARLIEST >> 2] = line.instant;
  };

  const routeRow = (hash: number): number => {
    let slot = hash >>> 20;
    for (;;) {
      const place = (at.ROUTE_SLOTS >> 2) + slot * 2;
      const row = (words[place + 1] ?? 0) - 1;
      if (row === -1) break;
      if (words[place] === hash) return row;
      slot = (slot + 1) & (at.ROUTE_SLOT_COUNT - 1);
    }
    const row = word(at.ROUTE_COUNT) + 1;
    if (row >= at.MOST_ROUTES) return 0;
    words[at.ROUTE_COUNT >> 2] = row;
    words[(at.ROUTE_SLOTS >> 2) + slot * 2] = hash;
    words[(at.ROUTE_SLOTS >> 2) + slot * 2 + 1] = row + 1;
    return row;
  };

  const countRoute = (failed: boolean, service: number, bucket: number): number => {
    const row = routeRow(routeHash(bytes, line.pathAt, line.pathEnd));
    const first = (at.ROUTE_ROWS >> 2) + row * at.ROUTE_WORDS;
    add(first);
    if (failed) add(first + 1);
    if (service < 0) return row;
    add(first + 2);
    if (service > (words[first + 3] ?? 0)) words[first + 3] = service;
    add((at.ROUTE_TIMES >> 2) + row * at.BUCKETS + bucket);
    return row;
  };

  const countClient = (): void => {
    const key = clientKey(bytes, line.clientAt, line.clientEnd);
    let slot = Math.imul(key, GOLDEN) >>> 16;
    for (;;) {
      const place = (at.CLIENT_SLOTS >> 2) + slot * 2;
      if (words[place] === key) {
        add(place + 1);
        return;
      }
      if (words[place] === 0) {
        if (word(at.CLIENT_COUNT) >= at.MOST_CLIENTS) add(at.CLIENTS_DROPPED >> 2);
        else {
          add(at.CLIENT_COUNT >> 2);
          words[place] = key;
          words[place + 1] = 1;
        }
        return;
      }
      slot = (slot + 1) & (at.CLIENT_SLOT_COUNT - 1);
    }
  };

  /** The letters themselves are the key: twelve bytes in three words. */
  const countMethod = (failed: boolean): void => {
    const size = line.methodEnd - line.methodAt;
    if (size < 3 || size > 10) return;
    let one = 0;
    let two = 0;
    let three = 0;
    for (let k = 0; k < size; k++) {
      const byte = bytes[line.methodAt + k] ?? 0;
      if (byte < 65 || byte > 90) return;
      if (k < 4) one |= byte << (k * 8);
      else if (k < 8) two |= byte << (k * 8 - 32);
      else three |= byte << (k * 8 - 64);
    }
    const rows = word(at.METHOD_COUNT);
    let place = at.METHODS >> 2;
    for (let row = 0; row < rows; row++, place += at.METHOD_WORDS)
      if (words[place + 3] === one && words[place + 4] === two && words[place + 5] === three) {
        add(place + 1);
        if (failed) add(place + 2);
        return;
      }
    if (rows >= at.MOST_METHODS) return;
    words[at.METHOD_COUNT >> 2] = rows + 1;
    words[place + 1] = 1;
    words[place + 2] = failed ? 1 : 0;
    words[place + 3] = one;
    words[place + 4] = two;
    words[place + 5] = three;
  };

  const countSize = (failed: boolean): void => {
    const step = line.size <= 16 * KIB ? 0 : line.size <= KIB * KIB ? 1 : line.size <= 8 * KIB * KIB ? 2 : 3;
    add((at.SIZES >> 2) + step * 2);
    if (failed) add((at.SIZES >> 2) + step * 2 + 1);
  };

  const found = (flags: number, start: number, end: number, row = 0, service = -1): void => {
    const place = (at.FOUND >> 2) + word(at.FOUND_COUNT) * at.FOUND_WORDS;
    words[place] = flags;
    words[place + 1] = start;
    words[place + 2] = end;
    words[place + 3] = word(at.LINES);
    words[place + 4] = row;
    words[place + 5] = line.status;
    words[place + 6] = service;
    words[place + 7] = line.instant;
    words[place + 8] = line.pathAt;
    words[place + 9] = line.pathEnd;
    words[at.FOUND_COUNT >> 2] = word(at.FOUND_COUNT) + 1;
  };

  return {
    line,
    found,
    begin() {
      line.clientEnd = line.clientAt;
      line.instant = line.status = line.requestTime = line.upstreamTime = line.size = -1;
      line.methodEnd = line.methodAt;
      line.pathEnd = line.pathAt;
      line.isEmpty = line.wasRetried = false;
    },
    take(start, end) {
      const { status } = line;
      const column = status >= 0 && status < 1000 ? columnOf(status) : -1;
      if (column === -1) return false;
      const service = status === 101 ? -1 : line.upstreamTime >= 0 ? line.upstreamTime : line.requestTime;
      const failed = (status >= 500 && status < 600) || status === 413;
      const bucket = service >= 0 ? bucketOf(service) : 0;
      add((at.STATUSES >> 2) + status);
      if (service >= 0) {
        add((at.TIMES >> 2) + bucket);
        raise(at.LONGEST, service);
        if (status !== 499) raise(at.LONGEST_RUN, service);
      }
      if (line.instant >= 0) countTime(column, failed || status === 499, service);
      const routes = word(at.ROUTE_COUNT);
      const row = countRoute(failed, service, bucket);
      if (line.clientEnd > line.clientAt) countClient();
      countMethod(failed);
      if (line.size >= 0) countSize(failed);
      const mayBeCut = status === 200 && line.isEmpty && word(at.KNOWS_RECEIVED) === 1;
      const tells = bytes[at.TELLING + status] === 1 || (status < 400 && (line.wasRetried || mayBeCut));
      const flags = (word(at.ROUTE_COUNT) > routes ? at.IS_NEW_ROUTE : 0) | (tells ? at.IS_TELLING : 0);
      if (flags !== 0) found(flags, start, end, row, service);
      return true;
    },
  };
}

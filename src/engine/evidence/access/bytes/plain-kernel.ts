import { counter } from './counter.ts';
import { daysTo, integer, milliseconds, monthAt, sumOfTries } from './fields.ts';
import type { AccessKernel } from './kernel.ts';
import * as at from './layout.ts';

const LINE_FEED = 10;
const RETURN = 13;
const BLANK = 32;
const QUOTE = 34;
const HASH = 35;
const PLUS = 43;
const COMMA = 44;
const DASH = 45;
const SLASH = 47;
const COLON = 58;
const QUESTION = 63;

/** The scanner in JavaScript: the fallback where WebAssembly is refused, and what the other one is measured by. */
export function createPlainKernel(): AccessKernel {
  const memory = new ArrayBuffer(at.MEMORY_PAGES * 65536);
  const bytes = new Uint8Array(memory);
  const words = new Int32Array(memory);
  const count = counter(memory);
  const line = count.line;

  const word = (address: number): number => words[address >> 2] ?? 0;

  /** Blanks beside a comma or a colon belong to a list of tries. */
  const isInList = (blank: number): boolean =>
    bytes[blank - 1] === COMMA || bytes[blank - 1] === COLON || bytes[blank + 1] === COLON;

  const isAt = (place: number, literal: number, size: number): boolean => {
    for (let k = 0; k < size; k++) if (bytes[place + k] !== bytes[literal + k]) return false;
    return true;
  };

  const forward = (from: number, end: number, literal: number, size: number, list: boolean): number => {
    const first = bytes[literal];
    for (let place = from; place + size <= end; place++) {
      if (bytes[place] !== first || !isAt(place, literal, size)) continue;
      if (!list || first !== BLANK || !isInList(place)) return place;
    }
    return -1;
  };

  const backward = (from: number, end: number, literal: number, size: number): number => {
    const last = bytes[literal + size - 1];
    for (let place = end - size; place >= from; place--)
      if (bytes[place + size - 1] === last && isAt(place, literal, size)) return place;
    return -1;
  };

  /** `10:00:00` in seconds; -1 when it is none. */
  const clock = (from: number): number => {
    const hours = integer(bytes, from, from + 2);
    const minutes = integer(bytes, from + 3, from + 5);
    const seconds = integer(bytes, from + 6, from + 8);
    return hours < 0 || minutes < 0 || seconds < 0 ? -1 : hours * 3600 + minutes * 60 + seconds;
  };

  const four = (a: number, b: number, c: number, d: number): number =>
    (bytes[a] ?? 0) | ((bytes[b] ?? 0) << 8) | ((bytes[c] ?? 0) << 16) | ((bytes[d] ?? 0) << 24);

  const zone = (sign: number, minutes: number): number => {
    const seconds = integer(bytes, sign + 1, sign + 3) * 3600 + integer(bytes, minutes, minutes + 2) * 60;
    return bytes[sign] === DASH ? -seconds : seconds;
  };

  const isKnownDay = (one: number, two: number, three: number, rest: number): boolean =>
    one === word(at.DAY_ONE) && two === word(at.DAY_TWO) && three === word(at.DAY_THREE) && rest === word(at.DAY_FOUR);

  const remember = (one: number, two: number, three: number, rest: number, midnight: number): void => {
    words[at.DAY_ONE >> 2] = one;
    words[at.DAY_TWO >> 2] = two;
    words[at.DAY_THREE >> 2] = three;
    words[at.DAY_FOUR >> 2] = rest;
    words[at.MIDNIGHT >> 2] = midnight;
  };

  const isSign = (place: number): boolean => bytes[place] === PLUS || bytes[place] === DASH;

  const sinceMidnight = (from: number): number => {
    const time = bytes[from + 2] === COLON && bytes[from + 5] === COLON ? clock(from) : -1;
    return time < 0 ? -1 : word(at.MIDNIGHT) + time;
  };

  /** `20/Nov/2026:10:00:00 +0000`; the day is worked out when it changes. */
  const timeLocal = (from: number, to: number): number => {
    if (to - from !== 26 || bytes[from + 2] !== SLASH || bytes[from + 6] !== SLASH || bytes[from + 11] !== COLON)
      return -1;
    const one = four(from, from + 1, from + 3, from + 4);
    const two = four(from + 5, from + 7, from + 8, from + 9);
    const three = four(from + 10, from + 21, from + 22, from + 23);
    const rest = four(from + 24, from + 25, from + 6, from + 6);
    if (!isKnownDay(one, two, three, rest)) {
      const month = monthAt(bytes, from + 3);
      const year = integer(bytes, from + 7, from + 11);
      const day = integer(bytes, from, from + 2);
      if (month === 0 || year < 1970 || day < 1 || !isSign(from + 21)) return -1;
      remember(one, two, three, rest, daysTo(year, month, day) * 86400 - zone(from + 21, from + 24));
    }
    return sinceMidnight(from + 12);
  };

  /** `2026-11-20T10:00:00+00:00`, as `$time_iso8601` writes it. */
  const timeIso = (from: number, to: number): number => {
    if (to - from !== 25 || bytes[from + 4] !== DASH || bytes[from + 7] !== DASH || bytes[from + 22] !== COLON)
      return -1;
    const one = four(from, from + 1, from + 2, from + 3);
    const two = four(from + 5, from + 6, from + 8, from + 9);
    const three = four(from + 19, from + 20, from + 21, from + 23);
    const rest = four(from + 24, from + 7, from + 7, from + 7);
    if (!isKnownDay(one, two, three, rest)) {
      const year = integer(bytes, from, from + 4);
      const month = integer(bytes, from + 5, from + 7);
      const day = integer(bytes, from + 8, from + 10);
      if (year < 1970 || month < 1 || day < 1 || !isSign(from + 19)) return -1;
      remember(one, two, three, rest, daysTo(year, month, day) * 86400 - zone(from + 19, from + 23));
    }
    return sinceMidnight(from + 11);
  };

  /** The request line: its method, and the path of its URI. @returns where the path ends */
  const request = (from: number, end: number): number => {
    let place = from;
    while (place < end && bytes[place] !== BLANK && bytes[place] !== QUOTE) place++;
    line.methodAt = from;
    line.methodEnd = place;
    return place < end && bytes[place] === BLANK ? uri(place + 1, end) : uri(place, place);
  };

  const uri = (from: number, end: number): number => {
    let stop = from;
    for (; stop < end; stop++) {
      const byte = bytes[stop] ?? 0;
      if (byte <= BLANK || byte === QUESTION || byte === HASH || byte === QUOTE) break;
    }
    line.pathAt = from;
    line.pathEnd = stop;
    return stop;
  };

  /** @returns false when the value is not what its variable holds */
  const take = (role: number, from: number, to: number): boolean => {
    switch (role) {
      case at.CLIENT:
        line.clientAt = from;
        line.clientEnd = to;
        return true;
      case at.TIME_LOCAL:
        line.instant = timeLocal(from, to);
        return line.instant >= 0;
      case at.TIME_ISO:
        line.instant = timeIso(from, to);
        return line.instant >= 0;
      case at.MSEC:
        line.instant = to - from > 4 ? integer(bytes, from, to - 4) : -1;
        return line.instant >= 0 && bytes[to - 4] === 46;
      case at.REQUEST:
        request(from, to);
        return true;
      case at.STATUS:
        line.status = to - from === 3 ? integer(bytes, from, to) : -1;
        return line.status >= 0;
      case at.BODY_BYTES:
        line.isEmpty = to - from === 1 && bytes[from] === 48;
        return true;
      case at.REQUEST_TIME:
        line.requestTime = milliseconds(bytes, from, to);
        return true;
      case at.UPSTREAM_TIME:
        line.upstreamTime = sumOfTries(bytes, from, to);
        return true;
      case at.REQUEST_LENGTH:
        line.size = integer(bytes, from, to);
        return true;
      case at.METHOD:
        line.methodAt = from;
        line.methodEnd = to;
        return true;
      case at.URI:
        uri(from, to);
        return true;
      case at.UPSTREAM_STATUS:
        line.wasRetried = to - from > 3;
        return true;
      default:
        return true;
    }
  };

  const read = (start: number, end: number): boolean => {
    count.begin();
    const prefix = word(at.PREFIX_SIZE);
    if (start + prefix > end || !isAt(start, word(at.PREFIX_AT), prefix)) return false;
    let place = start + prefix;
    let step = at.PROGRAM;
    for (let left = word(at.HEAD_STEPS); left > 0; left--, step += 16) {
      const role = word(step);
      const literal = word(step + 4);
      const size = word(step + 8);
      // nginx escapes quotes: the path of a quoted request line can be read before its end is known.
      const isQuoted = role === at.REQUEST && bytes[literal] === QUOTE;
      const from = isQuoted ? request(place, end) : place;
      const stop = size === 0 ? end : forward(from, end, literal, size, word(step + 12) === 1);
      if (stop === -1 || !take(isQuoted ? at.SKIP : role, place, stop)) return false;
      place = stop + size;
    }
    const suffix = word(at.SUFFIX_SIZE);
    if (suffix === -1) return place === end;
    let right = end - suffix;
    if (right < place || !isAt(right, word(at.SUFFIX_AT), suffix)) return false;
    for (let left = word(at.TAIL_STEPS); left > 0; left--, step += 16) {
      const size = word(step + 8);
      const stop = backward(place, right, word(step + 4), size);
      if (stop === -1 || !take(word(step), stop + size, right)) return false;
      right = stop;
    }
    return true;
  };

  return {
    memory,
    scan(from, to) {
      let start = from;
      while (start < to && word(at.FOUND_COUNT) < at.MOST_FOUND && word(at.TIME_COUNT) < at.MOST_TIMES) {
        const feed = bytes.indexOf(LINE_FEED, start);
        const next = feed === -1 || feed >= to ? to : feed;
        let end = next;
        while (end > start && (bytes[end - 1] === RETURN || bytes[end - 1] === BLANK)) end--;
        words[at.LINES >> 2] = word(at.LINES) + 1;
        if (end > start && !(read(start, end) && count.take(start, end))) count.found(at.IS_UNREAD, start, end);
        start = next + 1;
      }
      return Math.min(start, to);
    },
  };
}

// AssemblyScript: what was read of the current line; -1 is unknown.
import * as at from '../../engine/evidence/access/bytes/layout';
import { byte, digit } from './bytes';
import { timeIso, timeLocal } from './instants';
import { integer, milliseconds, sumOfTries } from './numbers';

const BLANK: u8 = 32;
const QUOTE: u8 = 34;
const HASH: u8 = 35;
const DOT: u8 = 46;
const QUESTION: u8 = 63;

export let clientAt: i32 = 0;
export let clientEnd: i32 = 0;
export let instant: i32 = -1;
export let methodAt: i32 = 0;
export let methodEnd: i32 = 0;
export let pathAt: i32 = 0;
export let pathEnd: i32 = 0;
export let status: i32 = -1;
export let isEmpty: bool = false;
export let requestTime: i32 = -1;
export let upstreamTime: i32 = -1;
export let size: i32 = -1;
export let wasRetried: bool = false;

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

export function request(from: i32, end: i32): i32 {
  let place = from;
  while (place < end && byte(place) != BLANK && byte(place) != QUOTE) place++;
  methodAt = from;
  methodEnd = place;
  return place < end && byte(place) == BLANK ? uri(place + 1, end) : uri(place, place);
}

export function take(role: i32, from: i32, to: i32): bool {
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

export function begin(): void {
  clientEnd = clientAt;
  instant = status = requestTime = upstreamTime = size = -1;
  methodEnd = methodAt;
  pathEnd = pathAt;
  isEmpty = wasRetried = false;
}

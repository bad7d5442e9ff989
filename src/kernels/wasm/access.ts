// AssemblyScript: the scanner of access logs with 128-bit compares. Its twin in JavaScript is
// src/engine/evidence/access/bytes/plain-kernel.ts; both work in the memory that layout.ts describes.
import * as at from '../../engine/evidence/access/bytes/layout';
import { add, byte, find, isAt, word } from './bytes';
import { begin, request, take } from './line';
import { count, found } from './tables';

const LINE_FEED: u8 = 10;
const RETURN: u8 = 13;
const BLANK: u8 = 32;
const QUOTE: u8 = 34;
const COMMA: u8 = 44;
const COLON: u8 = 58;

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

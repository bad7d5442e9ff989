// AssemblyScript: finds in a log what must be redacted and writes the redacted log, with 128-bit compares. Its twin in
// JavaScript is src/engine/redact/stream/bytes/plain-scanner.ts; both work in the memory that layout.ts describes.
import * as at from '../../engine/redact/stream/bytes/layout';
import { block, byte, find, mix, within, word } from './bytes';

const LINE_FEED: u8 = 10;
const BLANK: u8 = 32;
const QUOTE: u8 = 34;
const DASH: u8 = 45;
const DOT: u8 = 46;
const COLON: u8 = 58;
const EQUALS: u8 = 61;
const BRACKET: u8 = 91;
const GOLDEN: i32 = 0x9e3779b1;
/** Pieces under the hash of their bytes, and under that of their bytes with all digits made equal. */
const AS_THEY_STAND: i64 = 0x2545f4914f6cdd1d;
const WITHOUT_DIGITS: i64 = 0x61c8864680b583eb;

@inline
function sameDigits(bytes: v128): v128 {
  return v128.bitselect(i8x16.splat(48), bytes, within(bytes, 48, 10));
}

@inline
function hashOf(from: i32, to: i32): i64 {
  let hash: i64 = AS_THEY_STAND * (to - from + 1);
  let place = from;
  for (; place + 16 <= to; place += 16) hash = mix(hash, v128.load(place));
  return place < to ? mix(hash, block(place, to - place)) : hash;
}

@inline
function hashWithoutDigits(from: i32, to: i32): i64 {
  let hash: i64 = WITHOUT_DIGITS * (to - from + 1);
  let place = from;
  for (; place + 16 <= to; place += 16) hash = mix(hash, sameDigits(v128.load(place)));
  return place < to ? mix(hash, sameDigits(block(place, to - place))) : hash;
}

@inline
function known(hash: i64): i32 {
  let place = at.PIECES + ((hash as i32) & (at.PIECE_SLOTS - 1)) * at.PIECE_BYTES;
  while (word(place + 8) != 0 && load<i64>(place) != hash) {
    place += at.PIECE_BYTES;
    if (place == at.NETWORKS) place = at.PIECES;
  }
  return word(place + 8);
}

function change(from: i32, to: i32, address: i32, size: i32): i32 {
  const count = word(at.CHANGE_COUNT);
  const place = at.CHANGES + count * at.CHANGE_BYTES;
  store<i32>(place, from);
  store<i32>(place + 4, to);
  store<i32>(place + 8, address);
  store<i32>(place + 12, size);
  store<i32>(at.CHANGE_COUNT, count + 1);
  return count;
}

function look(kind: i32, from: i32, to: i32, folded: i64, exact: i64): void {
  const count = word(at.LOOK_COUNT);
  const place = at.LOOKS + count * at.LOOK_BYTES;
  store<i32>(place, kind);
  store<i32>(place + 4, from);
  store<i32>(place + 8, to);
  store<i32>(place + 12, change(from, to, at.NOTHING, 0));
  store<i64>(place + 16, folded);
  store<i64>(place + 24, exact);
  store<i32>(at.LOOK_COUNT, count + 1);
}

function apply(edits: i32, from: i32): void {
  const end = edits + 4 + word(edits) * 16;
  for (let edit = edits + 4; edit < end; edit += 16)
    change(from + word(edit), from + word(edit + 4), word(edit + 8), word(edit + 12));
}

function piece(from: i32, to: i32): void {
  if (to - from < 2) return;
  if (to - from > at.LONGEST_PIECE) return look(at.LINE, from, to, 0, 0);
  const folded = hashWithoutDigits(from, to);
  let value = known(folded);
  if (value == at.CLEAN) return;
  if (value == 0) {
    const exact = hashOf(from, to);
    value = known(exact);
    if (value == at.CLEAN) return;
    if (value == 0) return look(at.PIECE, from, to, folded, exact);
  }
  apply(value, from);
}

function client(from: i32, to: i32, address: u32): void {
  const network = address >>> 8;
  let slot = (network * GOLDEN) >>> 16;
  for (;;) {
    const place = at.NETWORKS + slot * 8;
    const key = word(place);
    if (key == 0) return look(at.NETWORK, from, to, address, 0);
    if (key == ((network | at.IS_USED) as i32)) {
      const alias = word(place + 4);
      if (alias == at.LOOK_CLOSELY) piece(from, to);
      else if (alias != (network as i32)) change(from, to, at.IPV4, (alias << 8) | ((address & 255) as i32));
      return;
    }
    slot = (slot + 1) & (at.NETWORK_SLOTS - 1);
  }
}

@inline
function isAddressByte(one: u8): bool {
  if (one >= 48 && one <= 58) return true;
  const lower = one | 32;
  return one == DOT || (lower >= 97 && lower <= 102);
}

/** Reads `1.2.3.4 - - [20/Nov/2026:10:00:00 +0000] `. @returns where the first quote stands; -1 when the line is none of these */
function head(start: i32, end: i32): i32 {
  const limit = min(end, start + at.LONGEST_ADDRESS);
  let place = start;
  let address: u32 = 0;
  let octet: u32 = 0;
  let dots = 0;
  let digits = 0;
  let isIpv4 = true;
  for (; place < limit; place++) {
    const one = byte(place);
    if (one >= 48 && one <= 57) {
      if (digits > 0 && octet == 0) isIpv4 = false;
      octet = octet * 10 + (one - 48);
      digits++;
      if (octet > 255) isIpv4 = false;
    } else if (one == DOT) {
      if (digits == 0 || dots == 3) isIpv4 = false;
      address = (address << 8) | octet;
      octet = 0;
      digits = 0;
      dots++;
    } else if (isAddressByte(one)) isIpv4 = false;
    else break;
  }
  if (place - start < 3 || place + 7 > end || byte(place) != BLANK || byte(place + 1) != DASH || byte(place + 2) != BLANK)
    return -1;
  const addressEnd = place;
  const user = place + 3;
  place = find(user, min(end, user + at.LONGEST_USER), BLANK);
  if (place + 2 > end || byte(place) != BLANK || byte(place + 1) != BRACKET) return -1;
  const isAnonymous = place == user + 1 && byte(user) == DASH;
  const dateEnd = min(end, place + at.LONGEST_DATE);
  const quote = find(place, dateEnd, QUOTE);
  if (quote == dateEnd) return -1;
  if (!isAnonymous) piece(start, place + 2);
  else if (isIpv4 && dots == 3 && digits > 0 && word(at.KNOWS_NETWORKS) == 1)
    client(start, addressEnd, (address << 8) | octet);
  else piece(start, addressEnd);
  return quote;
}

/** Whether what stands between two quotes says nothing of what comes in the second pair: `rt=0.1 urt="` does. */
@inline
function standsAlone(quote: i32): bool {
  const before = byte(quote - 2);
  return byte(quote - 1) == BLANK && before != EQUALS && before != COLON;
}

function line(start: i32, end: i32): void {
  let quote = end - start > at.LONGEST_LINE ? -1 : head(start, end);
  if (quote == -1) return look(at.LINE, start, end, 0, 0);
  let from = quote + 1;
  quote = find(from, end, QUOTE);
  piece(from, quote);
  while (quote < end) {
    from = quote + 1;
    quote = find(from, end, QUOTE);
    if (quote < end && !standsAlone(quote)) quote = find(quote + 1, end, QUOTE);
    else if (quote < end) {
      piece(from, quote);
      from = quote + 1;
      quote = find(from, end, QUOTE);
    }
    piece(from, quote);
  }
}

/**
 * Notes changes and looks of the lines in `[from, to)`; the last one may lack its line feed.
 * @returns how far it got: it stops where one more line might not fit
 */
export function scan(from: i32, to: i32): i32 {
  store<i32>(at.CHANGE_COUNT, 0);
  store<i32>(at.LOOK_COUNT, 0);
  store<i32>(at.WRITE_CHANGE, 0);
  store<i32>(at.WRITTEN, from);
  let start = from;
  while (
    start < to &&
    word(at.CHANGE_COUNT) < at.MOST_CHANGES - at.MOST_OF_A_LINE &&
    word(at.LOOK_COUNT) < at.MOST_LOOKS - at.MOST_OF_A_LINE
  ) {
    const feed = find(start, to, LINE_FEED);
    if (feed > start) line(start, feed);
    start = feed + 1;
  }
  return min(start, to);
}

/** Copies in blocks of sixteen: what is written behind the end is written over afterwards. */
@inline
function copy(into: i32, from: i32, size: i32): i32 {
  for (let k = 0; k < size; k += 16) v128.store(into + k, v128.load(from + k));
  return into + size;
}

@inline
function writeOctet(into: i32, value: u32): i32 {
  const digits = word(at.OCTETS + value * 4);
  store<i32>(into, digits);
  return into + (digits >>> 24);
}

function writeIpv4(into: i32, address: u32): i32 {
  for (let shift = 24; shift > 0; shift -= 8) {
    into = writeOctet(into, (address >>> shift) & 255);
    store<u8>(into++, DOT);
  }
  return writeOctet(into, address & 255);
}

/**
 * Writes the input up to `to` behind what stands in the output, with the changes made.
 * @returns false when the output is full: it must be emptied, and the call be made again
 */
export function write(to: i32): bool {
  const count = word(at.CHANGE_COUNT);
  const limit = at.OUTPUT + at.OUTPUT_BYTES - 64;
  let out = word(at.OUTPUT_END);
  let written = word(at.WRITTEN);
  let index = word(at.WRITE_CHANGE);
  let fits = true;
  for (; index < count; index++) {
    const place = at.CHANGES + index * at.CHANGE_BYTES;
    const address = word(place + 8);
    if (address == at.NOTHING) continue;
    const from = word(place);
    const size = address == at.IPV4 ? 15 : word(place + 12);
    fits = out + (from - written) + size <= limit;
    if (!fits) break;
    out = copy(out, written, from - written);
    out = address == at.IPV4 ? writeIpv4(out, word(place + 12)) : copy(out, address, size);
    written = word(place + 4);
  }
  if (fits && (fits = out + (to - written) <= limit)) {
    out = copy(out, written, to - written);
    written = to;
  }
  store<i32>(at.OUTPUT_END, out);
  store<i32>(at.WRITTEN, written);
  store<i32>(at.WRITE_CHANGE, index);
  return fits;
}

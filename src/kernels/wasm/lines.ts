// AssemblyScript: lines of logs taken to pieces.
import * as at from '../../engine/redact/stream/bytes/layout';
import { byte, find, word } from './bytes';
import { client, look, piece } from './pieces';

const BLANK: u8 = 32;
const QUOTE: u8 = 34;
const COMMA: u8 = 44;
const DASH: u8 = 45;
const DOT: u8 = 46;
const SLASH: u8 = 47;
const COLON: u8 = 58;
const EQUALS: u8 = 61;
const BRACKET: u8 = 91;
const BRACE: u8 = 123;

@inline
function isAddressByte(one: u8): bool {
  if (one >= 48 && one <= 58) return true;
  const lower = one | 32;
  return one == DOT || (lower >= 97 && lower <= 102);
}

/** The IPv4 address that `[start, end)` is; -1 when it is none. */
function ipv4In(start: i32, end: i32): i64 {
  let address: i64 = 0;
  let octet = 0;
  let dots = 0;
  let digits = 0;
  for (let place = start; place < end; place++) {
    const one = byte(place);
    if (one == DOT && digits > 0 && dots < 3) {
      address = (address << 8) | octet;
      octet = 0;
      digits = 0;
      dots++;
      continue;
    }
    if (one < 48 || one > 57 || (digits > 0 && octet == 0)) return -1;
    octet = octet * 10 + (one - 48);
    digits++;
    if (octet > 255) return -1;
  }
  return dots == 3 && digits > 0 ? (address << 8) | octet : -1;
}

/** A client's address, whatever its kind. */
function clientIn(start: i32, end: i32): void {
  const address = word(at.KNOWS_NETWORKS) == 1 ? ipv4In(start, end) : -1;
  if (address == -1) piece(start, end);
  else client(start, end, address as u32);
}

/** Reads `1.2.3.4 - - [20/Nov/2026:10:00:00 +0000] `. @returns where the first quote stands; -1 when the line is none of these */
function head(start: i32, end: i32): i32 {
  const limit = min(end, start + at.LONGEST_ADDRESS);
  let blank = start;
  while (blank < limit && isAddressByte(byte(blank))) blank++;
  if (blank - start < 3 || blank + 7 > end || byte(blank) != BLANK || byte(blank + 1) != DASH || byte(blank + 2) != BLANK)
    return -1;
  const user = blank + 3;
  const behind = find(user, min(end, user + at.LONGEST_USER), BLANK);
  if (behind + 2 > end || byte(behind) != BLANK || byte(behind + 1) != BRACKET) return -1;
  const dateEnd = min(end, behind + at.LONGEST_DATE);
  const quote = find(behind, dateEnd, QUOTE);
  if (quote == dateEnd) return -1;
  if (behind != user + 1 || byte(user) != DASH) piece(start, behind + 2);
  else clientIn(start, blank);
  return quote;
}

/** Whether what stands between two quotes says nothing of what comes in the second pair: `rt=0.1 urt="` does. */
@inline
function standsAlone(quote: i32): bool {
  const before = byte(quote - 2);
  return byte(quote - 1) == BLANK && before != EQUALS && before != COLON;
}

/** A line that begins with a client: pieces are what stands in quotes and between them. */
function accessLine(start: i32, end: i32): bool {
  let quote = head(start, end);
  if (quote == -1) return false;
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
  return true;
}

@inline
function isNameByte(one: u8): bool {
  const lower = one | 32;
  return (lower >= 97 && lower <= 122) || (one >= 48 && one <= 57) || one == 95 || one == DASH || one == DOT;
}

/** Behind `from` a name ends with `":`. */
function isKey(from: i32, end: i32): bool {
  const limit = min(end - 1, from + at.LONGEST_KEY);
  let place = from;
  while (place < limit && isNameByte(byte(place))) place++;
  return place > from && place < limit && byte(place) == QUOTE && byte(place + 1) == COLON;
}

/** `"value":` belongs to the name before it. */
@inline
function isValue(from: i32): bool {
  return (load<u32>(from) | 0x20202020) == 0x756c6176 && (byte(from + 4) | 32) == 101 && byte(from + 5) == QUOTE;
}

/** One object of JSON: pieces are its keys with their values. */
function jsonLine(start: i32, end: i32): bool {
  if (byte(start) != BRACE || byte(start + 1) != QUOTE || !isKey(start + 2, end)) return false;
  let from = start + 1;
  for (let comma = find(from, end, COMMA); comma < end; comma = find(comma + 1, end, COMMA)) {
    if (byte(comma + 1) != QUOTE || !isKey(comma + 2, end) || isValue(comma + 2)) continue;
    piece(from, comma);
    from = comma + 1;
  }
  piece(from, end);
  return true;
}

/** The place of a comma behind which a field of nginx's error log begins: a word, a colon and a blank; `end` when there is none. */
function fieldBefore(from: i32, end: i32): i32 {
  for (let comma = find(from, end, COMMA); comma < end; comma = find(comma + 1, end, COMMA)) {
    if (byte(comma + 1) != BLANK) continue;
    const limit = min(end - 1, comma + 2 + at.LONGEST_KEY);
    let place = comma + 2;
    while (place < limit && byte(place) >= 97 && byte(place) <= 122) place++;
    if (place > comma + 2 && place < limit && byte(place) == COLON && byte(place + 1) == BLANK) return comma;
  }
  return end;
}

@inline
function isClient(field: i32, end: i32): bool {
  return field + 10 < end && load<u32>(field + 2) == 0x65696c63 && load<u32>(field + 6) == 0x203a746e;
}

/** `2026/11/20 06:00:00 [error] 8#8: *1 message, client: 1.2.3.4, server: x`: pieces are the message and the fields. */
function errorLine(start: i32, end: i32): bool {
  if (end - start < 32 || byte(start + 4) != SLASH || byte(start + 7) != SLASH || byte(start + 10) != BLANK) return false;
  if (byte(start + 13) != COLON || byte(start + 16) != COLON || byte(start + 19) != BLANK) return false;
  if (byte(start + 20) != BRACKET) return false;
  let field = fieldBefore(start + 20, end);
  while (field < end && !isClient(field, end)) field = fieldBefore(field + 1, end);
  if (field == end) return false;
  piece(start + 20, field);
  let next = fieldBefore(field + 1, end);
  clientIn(field + 10, next);
  while (next < end) {
    field = next + 2;
    next = fieldBefore(field, end);
    piece(field, next);
  }
  return true;
}

export function line(start: i32, end: i32): void {
  const isLong = end - start > at.LONGEST_LINE;
  if (isLong || !(accessLine(start, end) || jsonLine(start, end) || errorLine(start, end))) look(at.LINE, start, end, 0, 0);
}

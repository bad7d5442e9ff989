// AssemblyScript: finds in a log what must be redacted and writes the redacted log, with 128-bit compares. Its twin in
// JavaScript is src/engine/redact/stream/bytes/plain-scanner.ts; both work in the memory that layout.ts describes.
import * as at from '../../engine/redact/stream/bytes/layout';
import { find, word } from './bytes';
import { line } from './lines';

const LINE_FEED: u8 = 10;
const DOT: u8 = 46;

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

import * as at from './layout.ts';
import { pieceTable } from './piece-table.ts';
import type { LogScanner } from './scanner.ts';
import { createWriter } from './writer.ts';

const LINE_FEED = 10;
const BLANK = 32;
const QUOTE = 34;
const DASH = 45;
const DOT = 46;
const COLON = 58;
const EQUALS = 61;
const BRACKET = 91;
const GOLDEN = 0x9e3779b1;

/** The scanner in JavaScript: the fallback where WebAssembly is refused, and what the other one is measured by. */
export function createPlainScanner(): LogScanner {
  const memory = new ArrayBuffer(at.MEMORY_PAGES * 65536);
  const bytes = new Uint8Array(memory);
  const words = new Int32Array(memory);
  const pieces = pieceTable(bytes, words);
  const word = (address: number): number => words[address >> 2] ?? 0;

  const find = (from: number, to: number, wanted: number): number => {
    let place = from;
    while (place < to && bytes[place] !== wanted) place++;
    return place;
  };

  const change = (from: number, to: number, address: number, size: number): number => {
    const count = word(at.CHANGE_COUNT);
    const place = (at.CHANGES + count * at.CHANGE_BYTES) >> 2;
    words[place] = from;
    words[place + 1] = to;
    words[place + 2] = address;
    words[place + 3] = size;
    words[at.CHANGE_COUNT >> 2] = count + 1;
    return count;
  };

  const look = (kind: number, from: number, to: number): number => {
    const count = word(at.LOOK_COUNT);
    const place = (at.LOOKS + count * at.LOOK_BYTES) >> 2;
    words[place] = kind;
    words[place + 1] = from;
    words[place + 2] = to;
    words[place + 3] = change(from, to, at.NOTHING, 0);
    words[at.LOOK_COUNT >> 2] = count + 1;
    return place + 4;
  };

  const apply = (edits: number, from: number): void => {
    const end = edits + 4 + word(edits) * 16;
    for (let edit = edits + 4; edit < end; edit += 16)
      change(from + word(edit), from + word(edit + 4), word(edit + 8), word(edit + 12));
  };

  const piece = (from: number, to: number): void => {
    if (to - from < 2) return;
    if (to - from > at.LONGEST_PIECE) {
      look(at.LINE, from, to);
      return;
    }
    const value = pieces.known(from, to);
    if (value === at.CLEAN) return;
    if (value === 0) pieces.copyHashes(look(at.PIECE, from, to));
    else apply(value, from);
  };

  const client = (from: number, to: number, address: number): void => {
    const network = address >>> 8;
    let slot = Math.imul(network, GOLDEN) >>> 16;
    for (;;) {
      const place = at.NETWORKS + slot * 8;
      const key = word(place);
      if (key === 0) {
        words[look(at.NETWORK, from, to)] = address;
        return;
      }
      if (key === (network | at.IS_USED)) {
        const alias = word(place + 4);
        if (alias === at.LOOK_CLOSELY) piece(from, to);
        else if (alias !== network) change(from, to, at.IPV4, (alias << 8) | (address & 255));
        return;
      }
      slot = (slot + 1) & (at.NETWORK_SLOTS - 1);
    }
  };

  const isAddressByte = (one: number): boolean => {
    const lower = one | 32;
    return (one >= 48 && one <= 58) || one === DOT || (lower >= 97 && lower <= 102);
  };

  /** The client's part of the line, where it is an address: `at`, and the address as a number or -1. */
  const readAddress = (start: number, limit: number): { readonly end: number; readonly value: number } => {
    let place = start;
    while (place < limit && isAddressByte(bytes[place] ?? 0)) place++;
    let value = 0;
    let octet = 0;
    let digits = 0;
    let dots = 0;
    for (let next = start; next < place; next++) {
      const one = bytes[next] ?? 0;
      if (one === DOT && digits > 0 && dots < 3) {
        value = (value << 8) | octet;
        octet = digits = 0;
        dots++;
        continue;
      }
      if (one < 48 || one > 57 || (digits > 0 && octet === 0)) return { end: place, value: -1 };
      octet = octet * 10 + one - 48;
      digits++;
      if (octet > 255) return { end: place, value: -1 };
    }
    return { end: place, value: dots === 3 && digits > 0 ? ((value << 8) | octet) >>> 0 : -1 };
  };

  /** Reads `1.2.3.4 - - [20/Nov/2026:10:00:00 +0000] `. @returns where the first quote stands; -1 when the line is none of these */
  const head = (start: number, end: number): number => {
    const address = readAddress(start, Math.min(end, start + at.LONGEST_ADDRESS));
    const blank = address.end;
    const isHead = bytes[blank] === BLANK && bytes[blank + 1] === DASH && bytes[blank + 2] === BLANK;
    if (blank - start < 3 || blank + 7 > end || !isHead) return -1;
    const user = blank + 3;
    const behind = find(user, Math.min(end, user + at.LONGEST_USER), BLANK);
    if (behind + 2 > end || bytes[behind] !== BLANK || bytes[behind + 1] !== BRACKET) return -1;
    const dateEnd = Math.min(end, behind + at.LONGEST_DATE);
    const quote = find(behind, dateEnd, QUOTE);
    if (quote === dateEnd) return -1;
    if (behind !== user + 1 || bytes[user] !== DASH) piece(start, behind + 2);
    else if (address.value !== -1 && word(at.KNOWS_NETWORKS) === 1) client(start, blank, address.value);
    else piece(start, blank);
    return quote;
  };

  /** Whether what stands between two quotes says nothing of what comes in the second pair: `rt=0.1 urt="` does. */
  const standsAlone = (quote: number): boolean =>
    bytes[quote - 1] === BLANK && bytes[quote - 2] !== EQUALS && bytes[quote - 2] !== COLON;

  const line = (start: number, end: number): void => {
    let quote = end - start > at.LONGEST_LINE ? -1 : head(start, end);
    if (quote === -1) {
      look(at.LINE, start, end);
      return;
    }
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
  };

  return {
    memory,
    scan(from, to) {
      words[at.CHANGE_COUNT >> 2] = words[at.LOOK_COUNT >> 2] = words[at.WRITE_CHANGE >> 2] = 0;
      words[at.WRITTEN >> 2] = from;
      let start = from;
      while (
        start < to &&
        word(at.CHANGE_COUNT) < at.MOST_CHANGES - at.MOST_OF_A_LINE &&
        word(at.LOOK_COUNT) < at.MOST_LOOKS - at.MOST_OF_A_LINE
      ) {
        const feed = bytes.indexOf(LINE_FEED, start);
        const end = feed === -1 || feed > to ? to : feed;
        if (end > start) line(start, end);
        start = end + 1;
      }
      return Math.min(start, to);
    },
    write: createWriter(bytes, words),
  };
}

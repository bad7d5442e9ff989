import * as at from './layout.ts';
import { lineReader } from './lines.ts';
import { pieceTable } from './piece-table.ts';
import type { LogScanner } from './scanner.ts';
import { createWriter } from './writer.ts';

const LINE_FEED = 10;
const GOLDEN = 0x9e3779b1;

/** The scanner in JavaScript: the fallback where WebAssembly is refused, and what the other one is measured by. */
export function createPlainScanner(): LogScanner {
  const memory = new ArrayBuffer(at.MEMORY_PAGES * 65536);
  const bytes = new Uint8Array(memory);
  const words = new Int32Array(memory);
  const pieces = pieceTable(bytes, words);
  const word = (address: number): number => words[address >> 2] ?? 0;

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

  const line = lineReader(bytes, { piece, client, knowsNetworks: () => word(at.KNOWS_NETWORKS) === 1 });

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
        if (end > start && (end - start > at.LONGEST_LINE || !line(start, end))) look(at.LINE, start, end);
        start = end + 1;
      }
      return Math.min(start, to);
    },
    write: createWriter(bytes, words),
  };
}

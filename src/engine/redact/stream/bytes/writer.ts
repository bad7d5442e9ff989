import * as at from './layout.ts';
import type { LogScanner } from './scanner.ts';

const DOT = 46;
/** From this length on the engine's own copy is faster than a loop. */
const LONG = 96;

/** Writes the log with the changes made. */
export function createWriter(bytes: Uint8Array, words: Int32Array): LogScanner['write'] {
  const word = (address: number): number => words[address >> 2] ?? 0;

  const copy = (into: number, from: number, to: number): number => {
    if (to - from >= LONG) bytes.copyWithin(into, from, to);
    else for (let k = 0; k < to - from; k++) bytes[into + k] = bytes[from + k] ?? 0;
    return into + to - from;
  };

  const writeIpv4 = (into: number, address: number): number => {
    let end = into;
    for (let shift = 24; shift >= 0; shift -= 8) {
      const digits = at.OCTETS + ((address >>> shift) & 255) * 4;
      end = copy(end, digits, digits + (bytes[digits + 3] ?? 0));
      if (shift > 0) bytes[end++] = DOT;
    }
    return end;
  };

  return (to) => {
    const count = word(at.CHANGE_COUNT);
    const limit = at.OUTPUT + at.OUTPUT_BYTES - 64;
    let out = word(at.OUTPUT_END);
    let written = word(at.WRITTEN);
    let index = word(at.WRITE_CHANGE);
    let fits = true;
    for (; index < count; index++) {
      const place = at.CHANGES + index * at.CHANGE_BYTES;
      const address = word(place + 8);
      if (address === at.NOTHING) continue;
      const from = word(place);
      const size = address === at.IPV4 ? 15 : word(place + 12);
      fits = out + from - written + size <= limit;
      if (!fits) break;
      out = copy(out, written, from);
      out = address === at.IPV4 ? writeIpv4(out, word(place + 12)) : copy(out, address, address + size);
      written = word(place + 4);
    }
    if (fits && (fits = out + to - written <= limit)) {
      out = copy(out, written, to);
      written = to;
    }
    words[at.OUTPUT_END >> 2] = out;
    words[at.WRITTEN >> 2] = written;
    words[at.WRITE_CHANGE >> 2] = index;
    return fits;
  };
}

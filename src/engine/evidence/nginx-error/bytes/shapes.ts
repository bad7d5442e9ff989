import { messageEnd, type Shape } from './shape.ts';

/** Shapes that begin alike; one that is met moves up, and a new one takes the last one's place. */
const MOST_ALIKE = 12;
const BUCKETS = 1024;
/** Bytes of a message that its bucket is found by; shorter beginnings are looked for by their first eight bytes. */
const LONG = 32;
const STDERR = 96;
/** `Fast`: PHP's words begin where nginx's own end. */
const FAST = 0x7473_6146;

const mix = (hash: number, word: number): number => Math.imul(hash ^ word, 0x9e37_79b1);

function longHash(view: DataView, at: number, first: number): number {
  let hash = mix(first, view.getInt32(at + 4, true));
  for (let offset = 16; offset < LONG; offset += 4) hash = mix(hash, view.getInt32(at + offset, true));
  if (first === FAST)
    for (let offset = 48; offset < STDERR; offset += 8) hash = mix(hash, view.getInt32(at + offset, true));
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}

function shortHash(view: DataView, at: number, first: number): number {
  const hash = mix(first, view.getInt32(at + 4, true));
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}

/** What is met often comes to stand in front. */
export function moveUp(list: unknown[], index: number): void {
  const above = list[index - 1];
  list[index - 1] = list[index];
  list[index] = above;
}

/** Shapes of messages by their first bytes. */
export class Shapes {
  readonly #long = Array.from({ length: BUCKETS }, (): Shape[] => []);
  readonly #short = Array.from({ length: BUCKETS }, (): Shape[] => []);
  /** Where the line goes on behind the message that was found. */
  end = 0;

  /** At least {@link HEAD_BYTES} bytes must stand behind `at`. */
  find(bytes: Uint8Array, view: DataView, at: number, level: number): Shape | null {
    if (at + STDERR > bytes.length) return null;
    const first = view.getInt32(at, true);
    return (
      this.#among(this.#long[longHash(view, at, first)], bytes, view, at, level) ??
      this.#among(this.#short[shortHash(view, at, first)], bytes, view, at, level)
    );
  }

  #among(alike: Shape[] | undefined, bytes: Uint8Array, view: DataView, at: number, level: number): Shape | null {
    if (alike === undefined) return null;
    for (let index = 0; index < alike.length; index++) {
      const shape = alike[index];
      if (shape?.level !== level) continue;
      const end = messageEnd(bytes, view, at, shape);
      if (end === -1) continue;
      this.end = end;
      if (index > 0) moveUp(alike, index);
      return shape;
    }
    return null;
  }

  /** @param at where a message of that shape stands */
  add(shape: Shape, view: DataView, at: number): void {
    if (at + STDERR > view.byteLength) return;
    const first = view.getInt32(at, true);
    const isLong = shape.begin.size >= (first === FAST ? STDERR : LONG);
    const buckets = isLong ? this.#long : this.#short;
    const alike = buckets[isLong ? longHash(view, at, first) : shortHash(view, at, first)];
    if (alike === undefined) return;
    alike[Math.min(alike.length, MOST_ALIKE - 1)] = shape;
  }
}

const LINE_FEED = 10;
/** Bytes behind a line that must be at hand, so that it can be seen how the next one begins. */
const AHEAD = 128;
/** Of a longer line only so much is read, as everywhere. */
const LONGEST_LINE = 64 * 1024;

/** Bytes with whole lines between `from` and `to`; what stands behind may be looked at. */
export interface Region {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly from: number;
  readonly to: number;
  /** No line follows. */
  readonly isEnd: boolean;
}

/**
 * Cuts chunks into regions of whole lines. Nearly all are looked at where they stand: only what lies across two chunks is
 * copied, and the last whole line with it, because how the next line begins belongs to it.
 */
export class Regions {
  readonly #scan: (region: Region) => void;
  #held = new Uint8Array(LONGEST_LINE * 2);
  #size = 0;
  /** The rest of an overlong line is passed over. */
  #isSkipping = false;

  constructor(scan: (region: Region) => void) {
    this.#scan = scan;
  }

  push(chunk: Uint8Array): void {
    let from = 0;
    if (this.#isSkipping) {
      from = chunk.indexOf(LINE_FEED);
      if (from === -1) return;
      this.#isSkipping = false;
    }
    if (this.#size > 0) {
      const feed = chunk.indexOf(LINE_FEED, from);
      if (feed === -1 || chunk.length - feed <= AHEAD) {
        this.#hold(chunk.subarray(from));
        this.#scanHeld();
        return;
      }
      const to = this.#size + feed + 1 - from;
      this.#hold(chunk.subarray(from, feed + 1 + AHEAD));
      this.#give(this.#held, 0, to, false);
      this.#size = 0;
      from = feed + 1;
    }
    const whole = lastLine(chunk, from, chunk.length);
    if (whole > from) this.#give(chunk, from, whole, false);
    this.#hold(chunk.subarray(whole));
    this.#cut();
  }

  end(): void {
    if (this.#size === 0) return;
    if (this.#held[this.#size - 1] !== LINE_FEED) this.#hold(Uint8Array.of(LINE_FEED));
    const to = this.#size;
    this.#hold(new Uint8Array(AHEAD));
    this.#give(this.#held, 0, to, true);
    this.#size = 0;
  }

  #scanHeld(): void {
    const whole = lastLine(this.#held, 0, this.#size);
    if (whole > 0) {
      this.#give(this.#held.subarray(0, this.#size), 0, whole, false);
      this.#held.copyWithin(0, whole, this.#size);
      this.#size -= whole;
    }
    this.#cut();
  }

  #give(bytes: Uint8Array, from: number, to: number, isEnd: boolean): void {
    this.#scan({ bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), from, to, isEnd });
  }

  #hold(bytes: Uint8Array): void {
    const size = this.#size + bytes.length;
    if (size > this.#held.length) {
      const larger = new Uint8Array(size * 2);
      larger.set(this.#held.subarray(0, this.#size));
      this.#held = larger;
    }
    this.#held.set(bytes, this.#size);
    this.#size = size;
  }

  /** Of a line that does not end only the beginning is held. */
  #cut(): void {
    const start = this.#held.subarray(0, this.#size).lastIndexOf(LINE_FEED) + 1;
    if (this.#size - start <= LONGEST_LINE) return;
    this.#size = start + LONGEST_LINE;
    this.#isSkipping = true;
  }
}

/** Where the last line begins that is whole; `from` when none but the first is. */
function lastLine(bytes: Uint8Array, from: number, to: number): number {
  const last = bytes.subarray(from, to).lastIndexOf(LINE_FEED);
  return last <= 0 ? from : bytes.subarray(from, from + last).lastIndexOf(LINE_FEED) + 1 + from;
}

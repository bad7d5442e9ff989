/** From this length on the engine's own copy is faster than a loop. */
const LONG = 96;

/** Grows as it is written to; reused from chunk to chunk. */
export class ByteSink {
  #bytes = new Uint8Array(1 << 20);
  #length = 0;

  /** Bytes written since the last call; a view that the next write overwrites. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return taken;
  }

  /** Copies `[from, to)`. */
  write(bytes: Uint8Array, from: number, to: number): void {
    this.reserve(to - from);
    const out = this.#bytes;
    let length = this.#length;
    if (to - from >= LONG) {
      out.set(bytes.subarray(from, to), length);
      length += to - from;
    } else for (let at = from; at < to; at++) out[length++] = bytes[at] as number;
    this.#length = length;
  }

  /** The four octets of an address, dotted. */
  writeIpv4(address: number): void {
    this.reserve(15);
    for (let shift = 24; shift >= 0; shift -= 8) {
      const octet = (address >>> shift) & 255;
      if (octet >= 100) this.#put(48 + ((octet / 100) | 0));
      if (octet >= 10) this.#put(48 + (((octet / 10) | 0) % 10));
      this.#put(48 + (octet % 10));
      if (shift > 0) this.#put(46);
    }
  }

  /** Makes room for so many bytes more. */
  reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }

  #put(byte: number): void {
    this.#bytes[this.#length++] = byte;
  }
}

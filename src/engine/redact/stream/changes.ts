/** What is to be replaced in one block of bytes: numbers in columns, because there is one or more a line. */
export class Changes {
  #from = new Int32Array(1 << 12);
  #to = new Int32Array(1 << 12);
  #alias = new Float64Array(1 << 12);
  readonly #bytes: (Uint8Array | null)[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = 0;
    this.#bytes.length = 0;
  }

  /** Replaces by an address. */
  addAddress(from: number, to: number, alias: number): void {
    this.#add(from, to, alias);
  }

  /** Replaces by bytes, which may be told later by {@link tell}; without any the stretch stays. @returns its number */
  addBytes(from: number, to: number, bytes: Uint8Array | null): number {
    this.#bytes.push(bytes);
    // Below zero: one less than the negative place in the list of bytes.
    return this.#add(from, to, -this.#bytes.length);
  }

  tell(change: number, bytes: Uint8Array | null): void {
    this.#bytes[-(this.#alias[change] ?? -1) - 1] = bytes;
  }

  fromOf(change: number): number {
    return this.#from[change] ?? 0;
  }

  toOf(change: number): number {
    return this.#to[change] ?? 0;
  }

  /** The address to write; negative when bytes are to be written. */
  addressOf(change: number): number {
    return this.#alias[change] ?? 0;
  }

  bytesOf(change: number): Uint8Array | null {
    return this.#bytes[-(this.#alias[change] ?? -1) - 1] ?? null;
  }

  #add(from: number, to: number, alias: number): number {
    if (this.#length === this.#from.length) this.#grow();
    this.#from[this.#length] = from;
    this.#to[this.#length] = to;
    this.#alias[this.#length] = alias;
    return this.#length++;
  }

  #grow(): void {
    const size = this.#length * 2;
    const from = new Int32Array(size);
    const to = new Int32Array(size);
    const alias = new Float64Array(size);
    from.set(this.#from);
    to.set(this.#to);
    alias.set(this.#alias);
    this.#from = from;
    this.#to = to;
    this.#alias = alias;
  }
}

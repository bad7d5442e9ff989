import * as at from './layout.ts';

/** Something that must be read as text before it is known what becomes of it. */
export interface Look {
  readonly kind: number;
  readonly from: number;
  readonly to: number;
  /** The change that waits for the answer. */
  readonly change: number;
  /** Place in the list, for what is remembered of the piece. */
  readonly index: number;
}

/** One stretch of a piece and what takes its place; offsets count from the piece's beginning. */
export interface PieceEdit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** The scanner's memory as the closer look sees it. */
export class ScanMemory {
  readonly bytes: Uint8Array;
  readonly #words: Int32Array;
  #heapEnd = at.HEAP;
  #pieces = 0;
  #networks = 0;

  constructor(memory: ArrayBuffer, knowsNetworks: boolean) {
    this.bytes = new Uint8Array(memory);
    this.#words = new Int32Array(memory);
    for (let octet = 0; octet < 256; octet++) {
      const digits = Array.from(String(octet), (digit) => digit.charCodeAt(0));
      this.bytes.set(digits, at.OCTETS + octet * 4);
      this.bytes[at.OCTETS + octet * 4 + 3] = digits.length;
    }
    this.#set(at.KNOWS_NETWORKS, knowsNetworks ? 1 : 0);
    this.#set(at.OUTPUT_END, at.OUTPUT);
  }

  #get(address: number): number {
    return this.#words[address >> 2] ?? 0;
  }

  #set(address: number, value: number): void {
    this.#words[address >> 2] = value;
  }

  /** What was written since the last {@link emptyOutput}; a view that the next bytes overwrite. */
  get output(): Uint8Array {
    return this.bytes.subarray(at.OUTPUT, this.#get(at.OUTPUT_END));
  }

  emptyOutput(): void {
    this.#set(at.OUTPUT_END, at.OUTPUT);
  }

  /**
   * What is to be read as text: lines, pieces, and clients of networks that are not treated as a whole.
   * @param aliasOf what becomes of a network, its upper 24 bits: those of its alias, or `LOOK_CLOSELY`
   */
  looks(aliasOf: (network: number) => number): Look[] {
    const looks: Look[] = [];
    const count = this.#get(at.LOOK_COUNT);
    for (let index = 0; index < count; index++) {
      const place = at.LOOKS + index * at.LOOK_BYTES;
      const kind = this.#get(place);
      if (kind === at.NETWORK && this.#tellClient(place, aliasOf)) continue;
      looks.push({ kind, from: this.#get(place + 4), to: this.#get(place + 8), change: this.#get(place + 12), index });
    }
    return looks;
  }

  #tellClient(look: number, aliasOf: (network: number) => number): boolean {
    const address = this.#get(look + 16);
    const network = address >>> 8;
    const slot = this.#slotOf(network);
    const alias = this.#get(slot) === 0 ? aliasOf(network) : this.#get(slot + 4);
    if (this.#get(slot) === 0) this.#rememberNetwork(slot, network, alias);
    if (alias === at.LOOK_CLOSELY) return false;
    if (alias === network) return true;
    const place = at.CHANGES + this.#get(look + 12) * at.CHANGE_BYTES;
    this.#set(place + 8, at.IPV4);
    this.#set(place + 12, (alias << 8) | (address & 255));
    return true;
  }

  /** Tells pieces apart that differ in more than the digits they hold. */
  shapeOf(look: Look): string {
    const place = at.LOOKS + look.index * at.LOOK_BYTES + 16;
    return `${this.#get(place)} ${this.#get(place + 4)}`;
  }

  /** Puts an edit in the place of a change. @returns false when there is no room */
  tellEdit({ change, from }: Look, { start, end, bytes }: PieceEdit): boolean {
    const address = this.#keep(bytes);
    if (address === null) return false;
    const place = at.CHANGES + change * at.CHANGE_BYTES;
    this.#set(place, from + start);
    this.#set(place + 4, from + end);
    this.#set(place + 8, address);
    this.#set(place + 12, bytes.length);
    return true;
  }

  /** The slot of a network, or the empty one where it would go. */
  #slotOf(network: number): number {
    let slot = Math.imul(network, 0x9e3779b1) >>> 16;
    for (;;) {
      const place = at.NETWORKS + slot * 8;
      const key = this.#get(place);
      if (key === 0 || key === (network | at.IS_USED)) return place;
      slot = (slot + 1) & (at.NETWORK_SLOTS - 1);
    }
  }

  #rememberNetwork(slot: number, network: number, alias: number): void {
    let place = slot;
    if (this.#networks >= at.MOST_NETWORKS) {
      this.forgetNetworks();
      place = this.#slotOf(network);
    }
    this.#networks++;
    this.#set(place, network | at.IS_USED);
    this.#set(place + 4, alias);
  }

  /** @param anyDigits the answer holds for all pieces of this shape, whatever their digits are */
  rememberPiece(look: Look, edits: readonly PieceEdit[], anyDigits: boolean): void {
    if (look.kind !== at.PIECE || this.#pieces >= at.MOST_PIECES) return;
    const value = edits.length === 0 ? at.CLEAN : this.#keepList(edits);
    if (value === null) return;
    const hash = at.LOOKS + look.index * at.LOOK_BYTES + (anyDigits ? 16 : 24);
    const low = this.#get(hash);
    let place = at.PIECES + (low & (at.PIECE_SLOTS - 1)) * at.PIECE_BYTES;
    while (this.#get(place + 8) !== 0) {
      if (this.#get(place) === low && this.#get(place + 4) === this.#get(hash + 4)) return;
      place += at.PIECE_BYTES;
      if (place === at.NETWORKS) place = at.PIECES;
    }
    this.#pieces++;
    this.#set(place, low);
    this.#set(place + 4, this.#get(hash + 4));
    this.#set(place + 8, value);
  }

  /** Whether what is remembered has grown so far that the next lines might have no room. */
  get isCrowded(): boolean {
    return this.#heapEnd - at.HEAP > at.HEAP_BYTES / 4 || this.#pieces >= at.MOST_PIECES;
  }

  forgetNetworks(): void {
    this.#words.fill(0, at.NETWORKS >> 2, at.CHANGES >> 2);
    this.#networks = 0;
  }

  /** Must not be called between a scan and the writing of its lines. */
  forgetPieces(): void {
    this.#words.fill(0, at.PIECES >> 2, at.NETWORKS >> 2);
    this.#pieces = 0;
    this.#heapEnd = at.HEAP;
  }

  #keepList(edits: readonly PieceEdit[]): number | null {
    const kept = edits.map(({ start, end, bytes }) => [start, end, this.#keep(bytes), bytes.length] as const);
    const list = (this.#heapEnd + 3) & ~3;
    const size = 4 + edits.length * 16;
    if (list + size > at.HEAP + at.HEAP_BYTES - 16) return null;
    this.#heapEnd = list + size;
    this.#set(list, edits.length);
    let word = list + 4;
    for (const values of kept)
      for (const value of values) {
        if (value === null) return null;
        this.#set(word, value);
        word += 4;
      }
    return list;
  }

  #keep(bytes: Uint8Array): number | null {
    const address = this.#heapEnd;
    if (address + bytes.length > at.HEAP + at.HEAP_BYTES - 16) return null;
    this.bytes.set(bytes, address);
    this.#heapEnd += bytes.length;
    return address;
  }
}

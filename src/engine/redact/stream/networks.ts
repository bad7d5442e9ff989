import { fateOfIpv4, isLoneResolver } from '../address/ipv4.ts';
import type { AliasBook } from '../alias/alias-book.ts';

const BITS = 18;
const EMPTY = -1;

/** Remembers what became of the networks of the last clients, without an object an address. */
export class Networks {
  readonly #keys = new Int32Array(1 << BITS).fill(EMPTY);
  readonly #aliases = new Int32Array(1 << BITS);
  readonly #book: AliasBook;

  constructor(book: AliasBook) {
    this.#book = book;
  }

  /** The alias of an address; the address itself when it stays; -1 when the closer look must decide. */
  aliasOf(address: number): number {
    const network = address >>> 8;
    const slot = Math.imul(network, 0x9e3779b1) >>> (32 - BITS);
    if (this.#keys[slot] !== network) {
      this.#keys[slot] = network;
      this.#aliases[slot] = this.#look(network * 256);
    }
    const alias = this.#aliases[slot] ?? EMPTY;
    return alias === EMPTY ? EMPTY : alias * 256 + (address & 255);
  }

  #look(network: number): number {
    // Single addresses that stay share their network with others: those networks are always looked at closely.
    if (isLoneResolver(network)) return EMPTY;
    const fate = fateOfIpv4(network + 1);
    if (fate === 'private') return EMPTY;
    const alias = fate === 'stays' ? network : this.#book.ipv4.aliasOfNetwork(network);
    return alias === null ? EMPTY : alias / 256;
  }
}

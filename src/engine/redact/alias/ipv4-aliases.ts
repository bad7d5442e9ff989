import { block, isWithin, networkOf, type Block } from '../address/ipv4.ts';

/** Networks of RFC 5737, then 2544 (benchmarks), then 1112 (reserved): none of them is anybody's. */
const POOLS: readonly Block[] = [
  '192.0.2.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '198.18.0.0/15',
  '240.0.0.0/5',
].map(block);
const PRIVATE_POOLS: readonly Block[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].map(block);

/** Whether an address is one that aliases are taken from. */
export function isAliasAddress(address: number): boolean {
  return POOLS.some((pool) => isWithin(address, pool));
}

/** An original network with the alias network it became; what is allotted inside counts from `next`. */
interface Allotment {
  readonly from: Block;
  readonly to: Block;
  next: number;
}

/**
 * Prefix-preserving aliases: networks of the text first (widest first), then each /24, the last octet as it was.
 * So equality, containment and network addresses hold, and a CIDR keeps its length.
 */
export class Ipv4Aliases {
  readonly #allotments: Allotment[] = [];
  readonly #networks = new Map<number, number>();
  readonly #next = new Map<Block, number>();
  readonly #taken: ReadonlySet<number>;

  /** @param taken /24 networks inside the pools that occur in some input */
  constructor(taken: ReadonlySet<number>) {
    this.#taken = taken;
  }

  /** Makes room for networks wider than a /24; call with all of them, before the first address. */
  reserve(networks: readonly Block[]): void {
    for (const network of [...networks].sort((a, b) => a.bits - b.bits || a.base - b.base)) {
      if (network.bits >= 24 || network.bits < 6) continue;
      if (this.#allotments.some(({ from }) => from.base === network.base && from.bits === network.bits)) continue;
      const base = this.#allot(network);
      if (base !== null) this.#allotments.unshift({ from: network, to: { base, bits: network.bits }, next: base });
    }
  }

  /** Alias of an address, or of the network address of a CIDR with `bits`. */
  aliasOf(address: number, bits = 32): number | null {
    if (bits < 24) {
      const known = this.#allotments.find(({ from }) => from.bits === bits && from.base === networkOf(address, bits));
      if (known) return known.to.base + (networkOf(address, 24) === known.from.base ? address - known.from.base : 0);
    }
    const network = networkOf(address, 24);
    let alias = this.#networks.get(network);
    if (alias === undefined) {
      const made = this.#allot({ base: network, bits: 24 });
      if (made === null) return null;
      this.#networks.set(network, made);
      alias = made;
    }
    return alias + (address - network);
  }

  /** Alias of a whole /24; for readers that keep the last octet themselves. */
  aliasOfNetwork(network: number): number | null {
    const alias = this.aliasOf(network);
    return alias === null ? null : networkOf(alias, 24);
  }

  #allot(network: Block): number | null {
    const parent = this.#allotments.find(({ from }) => from.bits < network.bits && isWithin(network.base, from));
    if (parent) {
      // The first network of a range keeps its place, so that the range's own address is the network's.
      if (network.base === parent.from.base) return parent.to.base;
      const size = 2 ** (32 - network.bits);
      const first = parent.next === parent.to.base ? parent.to.base + size : parent.next;
      const base = Math.ceil(first / size) * size;
      if (base + size <= parent.to.base + 2 ** (32 - parent.to.bits)) {
        parent.next = base + size;
        return base;
      }
      return null;
    }
    const own = PRIVATE_POOLS.find((pool) => isWithin(network.base, pool));
    return this.#fromPools(own ? [own] : POOLS, 2 ** (32 - network.bits), network.bits);
  }

  #fromPools(pools: readonly Block[], size: number, bits: number): number | null {
    for (const pool of pools) {
      if (pool.bits > bits) continue;
      const end = pool.base + 2 ** (32 - pool.bits);
      const next = this.#next.get(pool) ?? pool.base;
      if (next >= end) continue;
      for (let base = Math.ceil(next / size) * size; base + size <= end; base += size) {
        if (this.#isTaken(base, size)) continue;
        this.#next.set(pool, base + size);
        return base;
      }
    }
    return null;
  }

  #isTaken(base: number, size: number): boolean {
    if (size === 256) return this.#taken.has(base);
    for (const network of this.#taken) if (network >= base && network < base + size) return true;
    return false;
  }
}

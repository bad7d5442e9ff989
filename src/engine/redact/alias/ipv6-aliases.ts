import { parseIpv6 } from '../address/ipv6.ts';

const DOCUMENTATION = parseIpv6('2001:db8::') ?? 0n;
/** RFC 9637: for everything that does not fit under 2001:db8::/32. */
const OVERFLOW = parseIpv6('3fff::') ?? 0n;
const HOST_MASK = (1n << 64n) - 1n;
/** Interface ids up to this one are hand-given (`::1`, `::53`) and stay. */
const HAND_GIVEN = 0xffffn;

interface Allotment {
  readonly base: bigint;
  readonly bits: number;
  readonly to: bigint;
  next: bigint;
}

/** Each /64 becomes 2001:db8:n::/64; wider networks of the text get a block of their own length first. */
export class Ipv6Aliases {
  readonly #allotments: Allotment[] = [];
  readonly #networks = new Map<bigint, bigint>();
  readonly #hosts = new Map<bigint, bigint>();
  readonly #hostCounts = new Map<bigint, bigint>();
  readonly #taken: ReadonlySet<bigint>;
  #site = 0n;
  #wide = 0n;

  /** @param taken /48 networks inside 2001:db8::/32 that occur in some input */
  constructor(taken: ReadonlySet<bigint>) {
    this.#taken = taken;
  }

  reserve(networks: readonly { readonly base: bigint; readonly bits: number }[]): void {
    for (const { base, bits } of [...networks].sort((a, b) => a.bits - b.bits || (a.base < b.base ? -1 : 1))) {
      if (bits >= 64 || bits < 24 || this.#allotments.some((one) => one.bits === bits && one.base === base)) continue;
      const to = this.#allot(base, bits);
      this.#allotments.unshift({ base, bits, to, next: to });
    }
  }

  aliasOf(address: bigint, bits = 128): bigint {
    if (bits < 64) {
      const known = this.#allotments.find((one) => one.bits === bits && within(address, one));
      if (known) return known.to;
    }
    const network = (address >> 64n) << 64n;
    let alias = this.#networks.get(network);
    if (alias === undefined) {
      alias = this.#allot(network, 64);
      this.#networks.set(network, alias);
    }
    return alias | this.#hostOf(address);
  }

  #hostOf(address: bigint): bigint {
    const host = address & HOST_MASK;
    if (host <= HAND_GIVEN) return host;
    const known = this.#hosts.get(address);
    if (known !== undefined) return known;
    const network = address >> 64n;
    const count = (this.#hostCounts.get(network) ?? HAND_GIVEN) + 1n;
    this.#hostCounts.set(network, count);
    this.#hosts.set(address, count);
    return count;
  }

  #allot(base: bigint, bits: number): bigint {
    const parent = this.#allotments.find((one) => one.bits < bits && within(base, one));
    const size = 1n << BigInt(128 - bits);
    if (parent) {
      if (base === parent.base) return parent.to;
      const from = parent.next === parent.to ? parent.to + size : parent.next;
      const at = ((from + size - 1n) / size) * size;
      parent.next = at + size;
      return at;
    }
    if (bits >= 48 && this.#site < 0xffffn) {
      do this.#site++;
      while (this.#taken.has(DOCUMENTATION | (this.#site << 80n)));
      return DOCUMENTATION | (this.#site << 80n);
    }
    const step = bits > 32 ? 1n << 96n : size;
    const at = ((OVERFLOW + this.#wide + step - 1n) / step) * step;
    this.#wide = at + step - OVERFLOW;
    return at;
  }
}

function within(address: bigint, { base, bits }: { readonly base: bigint; readonly bits: number }): boolean {
  const shift = BigInt(128 - bits);
  return address >> shift === base >> shift;
}

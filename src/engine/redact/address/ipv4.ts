/** Reads a dotted quad as an unsigned 32-bit number; null when it is none (`256`, `01`). */
export function parseIpv4(text: string): number | null {
  let value = 0;
  let octet = 0;
  let digits = 0;
  let octets = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT) {
      if (digits === 0 || ++octets > 4) return null;
      value = value * 256 + octet;
      octet = digits = 0;
      continue;
    }
    const isLeadingZero = digits > 0 && octet === 0;
    if (code < ZERO || code > NINE || isLeadingZero) return null;
    octet = octet * 10 + code - ZERO;
    digits++;
    if (octet > 255) return null;
  }
  return octets === 4 && digits > 0 ? value * 256 + octet : null;
}

const DOT = 46;
const ZERO = 48;
const NINE = 57;

export function formatIpv4(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}

export interface Block {
  readonly base: number;
  readonly bits: number;
}

export const block = (cidr: string): Block => {
  const [address = '', bits = '32'] = cidr.split('/');
  return { base: parseIpv4(address) ?? 0, bits: Number(bits) };
};

/** The network an address lies in. Arithmetic instead of masks: shifts by 32 do nothing in JavaScript. */
export function networkOf(address: number, bits: number): number {
  const size = 2 ** (32 - bits);
  return Math.floor(address / size) * size;
}

export const isWithin = (address: number, { base, bits }: Block): boolean => networkOf(address, bits) === base;

interface Range {
  readonly first: number;
  readonly last: number;
}

const ranges = (text: string): readonly Range[] =>
  text.split(' ').map((cidr) => {
    const { base, bits } = block(cidr);
    return { first: base, last: base + 2 ** (32 - bits) - 1 };
  });
const isIn = (address: number, list: readonly Range[]): boolean =>
  list.some(({ first, last }) => address >= first && address <= last);

/** Loopback, unspecified, broadcast, multicast, link-local, and the ranges of RFC 5737, 2544 and 1112 that aliases use. */
const STAYS = ranges(
  '0.0.0.0/8 127.0.0.0/8 169.254.0.0/16 224.0.0.0/3 192.0.2.0/24 198.51.100.0/24 203.0.113.0/24 198.18.0.0/15 192.0.0.0/24 192.88.99.0/24',
);
const PRIVATE = ranges('10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10');
/** Ranges that their owners publish, and public resolvers: Cloudflare, Fastly, Google's balancers. */
const PUBLISHED = ranges(
  '173.245.48.0/20 103.21.244.0/22 103.22.200.0/22 103.31.4.0/22 141.101.64.0/18 108.162.192.0/18 190.93.240.0/20 ' +
    '188.114.96.0/20 197.234.240.0/22 198.41.128.0/17 162.158.0.0/15 104.16.0.0/13 104.24.0.0/14 172.64.0.0/13 ' +
    '131.0.72.0/22 23.235.32.0/20 43.249.72.0/22 103.244.50.0/24 103.245.222.0/23 103.245.224.0/24 104.156.80.0/20 ' +
    '140.248.64.0/18 140.248.128.0/17 146.75.0.0/17 151.101.0.0/16 157.52.64.0/18 167.82.0.0/17 167.82.128.0/20 ' +
    '167.82.160.0/20 167.82.224.0/20 172.111.64.0/18 185.31.16.0/22 199.27.72.0/21 199.232.0.0/16 ' +
    '130.211.0.0/22 35.191.0.0/16 1.1.1.1/32 1.0.0.1/32 8.8.8.8/32 8.8.4.4/32 9.9.9.9/32 149.112.112.112/32 ' +
    '208.67.222.222/32 208.67.220.220/32',
);

const RESOLVERS = PUBLISHED.filter((one) => one.first === one.last);

/** Whether a /24 holds a public resolver: one address of it stays, the others do not. */
export function isLoneResolver(network: number): boolean {
  return RESOLVERS.some((one) => networkOf(one.first, 24) === network);
}

export type AddressFate = 'stays' | 'private' | 'public';

/** What becomes of an address: stays as it is, is private (optional class), or must get an alias. */
export function fateOfIpv4(address: number): AddressFate {
  if (isIn(address, PRIVATE)) return 'private';
  return isIn(address, STAYS) || isIn(address, PUBLISHED) ? 'stays' : 'public';
}

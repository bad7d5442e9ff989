import { parseIpv4 } from './ipv4.ts';
import type { AddressFate } from './ipv4.ts';

const GROUP = /^[0-9a-fA-F]{1,4}$/;

/** Reads any spelling of an IPv6 address, with an embedded IPv4 tail too; null when it is none. */
export function parseIpv6(text: string): bigint | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const head = groupsOf(halves[0] ?? '');
  const tail = halves.length === 2 ? groupsOf(halves[1] ?? '') : [];
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  return [...head, ...new Array<number>(missing).fill(0), ...tail].reduce(
    (sum, group) => (sum << 16n) | BigInt(group),
    0n,
  );
}

function groupsOf(text: string): number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [at, part] of parts.entries()) {
    const quad = at === parts.length - 1 && part.includes('.') ? parseIpv4(part) : null;
    if (quad !== null) groups.push(quad >>> 16, quad & 0xffff);
    else if (GROUP.test(part)) groups.push(parseInt(part, 16));
    else return null;
  }
  return groups;
}

/** The canonical spelling of RFC 5952. */
export function formatIpv6(value: bigint): string {
  const groups = groupsOfValue(value);
  const zeros = longestZeroRun(groups);
  const text = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':');
  if (zeros.length < 2) return text(groups);
  return `${text(groups.slice(0, zeros.start))}::${text(groups.slice(zeros.start + zeros.length))}`;
}

/** All eight groups, each with at least `digits` digits. */
export function expandIpv6(value: bigint, digits: number): string {
  return groupsOfValue(value)
    .map((group) => group.toString(16).padStart(digits, '0'))
    .join(':');
}

function groupsOfValue(value: bigint): number[] {
  return [7n, 6n, 5n, 4n, 3n, 2n, 1n, 0n].map((shift) => Number((value >> (shift * 16n)) & 0xffffn));
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}

/** The IPv4 address inside `::ffff:a.b.c.d`, else null. */
export function mappedIpv4(value: bigint): number | null {
  return value >> 32n === 0xffffn ? Number(value & 0xffffffffn) : null;
}

interface Block6 {
  readonly base: bigint;
  readonly bits: bigint;
}

const blocks = (text: string): readonly Block6[] =>
  text.split(' ').map((cidr) => {
    const [address = '', bits = '128'] = cidr.split('/');
    return { base: parseIpv6(address) ?? 0n, bits: BigInt(bits) };
  });
const isWithin = (value: bigint, { base, bits }: Block6): boolean => value >> (128n - bits) === base >> (128n - bits);

const STAYS = blocks('::/127 2001:db8::/32 3fff::/20 ff00::/8 64:ff9b::/96 100::/64');
const PRIVATE = blocks('fc00::/7 fe80::/10');
const PUBLISHED = blocks(
  '2400:cb00::/32 2606:4700::/32 2803:f800::/32 2405:b500::/32 2405:8100::/32 2a06:98c0::/29 2c0f:f248::/32 ' +
    '2a04:4e40::/32 2a04:4e42::/32 2001:4860:4860::8888/128 2001:4860:4860::8844/128 2620:fe::fe/128',
);

/** As `fateOfIpv4`; a mapped IPv4 address is judged by that address, elsewhere. */
export function fateOfIpv6(value: bigint): AddressFate {
  if (PRIVATE.some((one) => isWithin(value, one))) return 'private';
  return STAYS.some((one) => isWithin(value, one)) || PUBLISHED.some((one) => isWithin(value, one))
    ? 'stays'
    : 'public';
}

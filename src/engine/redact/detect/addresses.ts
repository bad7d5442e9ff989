import { fateOfIpv4, parseIpv4, type AddressFate } from '../address/ipv4.ts';
import { fateOfIpv6, mappedIpv4, parseIpv6 } from '../address/ipv6.ts';
import type { Detector, Find, Scene } from '../find.ts';

const QUAD =
  /(?:(?<![0-9A-Za-z_.-]|[0-9]\\\.)|(?<=%[0-9A-Fa-f]{2}|\\n))[0-9]{1,3}(?:\\?\.[0-9]{1,3}){3}(?![0-9A-Za-z_]|\\?\.[0-9])/g;
const AFTER_DASH = /(?<![0-9A-Za-z_.])-([0-9]{1,3}(?:\.[0-9]{1,3}){3})(?![0-9A-Za-z_]|\.[0-9])/g;
const VERSION_BEFORE =
  /(?:(?:^|[^A-Za-z])(?:v|ver|version|release|build|rev|revision|firmware|sdk|oid)["']?[ =:/_-]{0,3})$/i;
const COLONS =
  /(?<![0-9A-Za-z_:.\\-])[0-9A-Fa-f:]{2,39}(?:[0-9]{1,3}(?:\.[0-9]{1,3}){3})?(?![0-9A-Za-z_:.-]{1,2}[0-9A-Za-z(])/g;
const PREFIX = /^\/([0-9]{1,3})(?![0-9./])/;

/** Class 16 and 17: IPv4 addresses and networks, also with escaped dots inside a regular expression. */
export const ipv4: Detector = { name: 'ipv4', find: findIpv4 };

function findIpv4({ text }: Scene, found: Find[]): void {
  for (const match of text.matchAll(QUAD)) addIpv4(text, match.index, match[0], found);
  if (text.includes('-')) {
    for (const match of text.matchAll(AFTER_DASH)) {
      const quad = match[1] ?? '';
      if (/[0-9]$/.test(text.slice(Math.max(0, match.index - 1), match.index)))
        addIpv4(text, match.index + 1, quad, found);
    }
  }
}

function addIpv4(text: string, start: number, written: string, found: Find[]): void {
  const value = written.replaceAll('\\.', '.');
  const address = parseIpv4(value);
  if (address === null || isVersion(text, start)) return;
  const end = start + written.length;
  const bits = prefixAfter(text, end, 32);
  const name = classOf(fateOfIpv4(address));
  if (name === null || bits === 0) return;
  found.push({ start, end, class: name, value, ...(bits !== undefined && { bits }) });
}

/** `Chrome/120.0.0.0`, `v1.2.3.4`, `version 1.2.3.4`; but `//1.2.3.4/` and `/path/1.2.3.4` are addresses. */
function isVersion(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (VERSION_BEFORE.test(before)) return true;
  return /(?:^|[\s"'(;,+])[A-Za-z][A-Za-z0-9_.+-]{0,22}\/$/.test(before) && !before.endsWith('//');
}

function prefixAfter(text: string, end: number, most: number): number | undefined {
  const bits = PREFIX.exec(text.slice(end, end + 6))?.[1];
  return bits === undefined || Number(bits) > most ? undefined : Number(bits);
}

function classOf(fate: AddressFate): string | null {
  if (fate === 'stays') return null;
  return fate === 'private' ? 'private-ip' : 'ip';
}

/** Class 16 and 17: IPv6 in any spelling, IPv4-mapped too. */
export const ipv6: Detector = { name: 'ipv6', find: findIpv6 };

function findIpv6({ text }: Scene, found: Find[]): void {
  for (const match of text.matchAll(COLONS)) {
    const trimmed = match[0].replace(/(?<!:):$/, '');
    if ((trimmed.match(/:/g)?.length ?? 0) < 2) continue;
    const value = trimmed;
    const address = parseIpv6(value);
    if (address === null || !/[0-9]/.test(value)) continue;
    const mapped = mappedIpv4(address);
    const name = classOf(mapped === null ? fateOfIpv6(address) : fateOfIpv4(mapped));
    const end = match.index + value.length;
    const bits = prefixAfter(text, end, 128);
    if (name === null || bits === 0) continue;
    found.push({ start: match.index, end, class: name, value, ...(bits !== undefined && { bits }) });
  }
}

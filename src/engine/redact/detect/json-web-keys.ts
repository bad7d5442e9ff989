import type { Detector, Find, Scene } from '../find.ts';

/** The private members of a JSON Web Key (RFC 7518 §6.2.2, §6.3.2, §6.4.1), by their names within an object that has `kty`. */
export const jsonWebKeys: Detector = { name: 'json-web-keys', find: findKeys };

const MEMBER = /\\?"(?:d|p|q|dp|dq|qi|k)\\?"\s{0,4}:\s{0,4}\\?"([A-Za-z0-9_-]{16,4096})={0,2}\\?"/g;
/** An object of a key is a few kilobytes: its `kty` stands within so many characters. */
const NEAR = 6000;

function findKeys({ text }: Scene, found: Find[]): void {
  if (!text.includes('"kty') && !text.includes('kty\\"')) return;
  for (const match of text.matchAll(MEMBER)) {
    const before = text.slice(Math.max(0, match.index - NEAR), match.index);
    const after = text.slice(match.index, match.index + NEAR);
    if (!/\{[^{}]*$/.test(before.slice(-NEAR)) || !`${before}${after}`.includes('kty')) continue;
    const value = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(value);
    found.push({ start, end: start + value.length, class: 'private-key', type: 'private_key' });
  }
}

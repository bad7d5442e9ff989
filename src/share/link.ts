import type { Snapshot } from '../engine/snapshot/snapshot.ts';
import { parseSnapshot, toWire } from '../engine/snapshot/wire.ts';
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import { canEncrypt, CIPHER_OVERHEAD, decrypt, encrypt } from './cipher.ts';
import { crc32 } from './crc32.ts';
import { deflate, inflate } from './deflate.ts';

/** Longest fragment that is read at all; Firefox takes no longer one. */
export const LONGEST_FRAGMENT = 1_000_000;
const END = '.e';
const HEADER = /^#?(s1e?)\.([0-9a-f]{8})\.([0-9a-z]{1,6})\./;

export interface LinkOptions {
  readonly passphrase?: string;
}

/** What came out of a link, or why nothing did. */
export type Decoded =
  | { readonly status: 'ok'; readonly snapshot: Snapshot; readonly encrypted: boolean }
  /** Characters of the fragment, `#` left out; `expected` is null when not even the header is whole. */
  | { readonly status: 'incomplete'; readonly got: number; readonly expected: number | null }
  | { readonly status: 'damaged' }
  | { readonly status: 'needs-passphrase' }
  | { readonly status: 'wrong-passphrase' }
  | { readonly status: 'too-large' }
  | { readonly status: 'no-cipher' }
  | { readonly status: 'not-a-link' }
  | { readonly status: 'invalid-schema'; readonly problem: string };

/**
 * A snapshot as the fragment of a link: `#s1.<crc32>.<length>.<payload>.e`, `#s1e` when encrypted.
 * The same snapshot gives the same link, unless it is encrypted.
 * @throws Error when a passphrase is given where there is no WebCrypto
 */
export async function encodeLink(snapshot: Snapshot, options: LinkOptions = {}): Promise<string> {
  const packed = await deflate(new TextEncoder().encode(JSON.stringify(toWire(snapshot))));
  if (options.passphrase === undefined || options.passphrase === '') return framed('s1', encodeBase64url(packed));
  if (!canEncrypt()) throw new Error('no encryption here: the page was not opened over https');
  const sealed = await encrypt(packed, options.passphrase, headerOf(lettersOf(packed.length + CIPHER_OVERHEAD)));
  return framed('s1e', encodeBase64url(sealed));
}

function framed(tag: string, payload: string): string {
  return `#${tag}.${crc32(payload)}.${payload.length.toString(36)}.${payload}${END}`;
}

/** What the cipher authenticates: the version and the length of the payload. */
const headerOf = (length: number): string => `s1e.${length.toString(36)}`;
const lettersOf = (bytes: number): number => Math.ceil((bytes * 4) / 3);

/** Reads a fragment with or without `#`. Nothing of a link that is not whole, sound and of the schema is given back. */
export async function decodeLink(fragment: string, options: LinkOptions = {}): Promise<Decoded> {
  if (fragment.length > LONGEST_FRAGMENT) return { status: 'too-large' };
  const given = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  const header = HEADER.exec(given);
  if (header === null) return withoutHeader(given);
  const [whole, tag = '', sum = '', size = ''] = header;
  const length = parseInt(size, 36);
  const expected = whole.length + length + END.length;
  if (given.length < expected) return { status: 'incomplete', got: given.length, expected };
  const payload = given.slice(whole.length, whole.length + length);
  if (given.length > expected || !given.endsWith(END) || crc32(payload) !== sum) return { status: 'damaged' };
  const bytes = decodeBase64url(payload);
  if (bytes === null) return { status: 'damaged' };
  if (tag === 's1') return unpacked(bytes, false);
  if (options.passphrase === undefined || options.passphrase === '') return { status: 'needs-passphrase' };
  if (!canEncrypt()) return { status: 'no-cipher' };
  const opened = await decrypt(bytes, options.passphrase, headerOf(length));
  return opened === null ? { status: 'wrong-passphrase' } : unpacked(opened, true);
}

/** A link cut inside its header still begins like one. */
function withoutHeader(given: string): Decoded {
  const cut = /^s1e?(?:$|\.[0-9a-f]{0,8}(?:$|\.[0-9a-z]{0,6}$))/.test(given) && given !== '';
  return cut
    ? { status: 'incomplete', got: given.length, expected: null }
    : { status: given.startsWith('s1') ? 'damaged' : 'not-a-link' };
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>, encrypted: boolean): Promise<Decoded> {
  const inflated = await inflate(bytes);
  if (typeof inflated === 'string') return { status: inflated };
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(inflated));
  } catch {
    return { status: 'damaged' };
  }
  const parsed = parseSnapshot(json);
  return parsed.ok
    ? { status: 'ok', snapshot: parsed.snapshot, encrypted }
    : { status: 'invalid-schema', problem: parsed.problem };
}

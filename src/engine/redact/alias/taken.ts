import { networkOf, parseIpv4 } from '../address/ipv4.ts';
import { parseIpv6 } from '../address/ipv6.ts';

const WORDS: readonly RegExp[] = [
  /REDACTED_[a-z0-9_]{1,60}/gi,
  /REDACTED_[a-z_]{1,40}[0-9]{1,9}/gi,
  /(?:site|host|unit)-[0-9]{1,9}/gi,
  /user-?[0-9]{1,9}/gi,
  /00[:-]00[:-]5[Ee][:-]00[:-]53[:-][0-9A-Fa-f]{2}/g,
  /\+1555010[0-9]{1,8}/g,
  /(?<![0-9])0{6}[0-9]{6}(?![0-9])/g,
];
const QUADS =
  /(?<![0-9.])(?:192\.0\.2|198\.51\.100|203\.0\.113|198\.1[89]\.[0-9]{1,3}|24[0-7]\.[0-9]{1,3}\.[0-9]{1,3})\.[0-9]{1,3}(?![0-9])/g;
const DOCUMENTATION6 = /2001:0?db8:[0-9a-f]{0,4}/gi;

/** Aliases without an end of their own: `user-1` stands in `user-1000` as well. */
const OPEN_ENDED = /^((?:user|unit)-)([0-9]{2,9})$/i;

/** What the inputs already contain of the forms that aliases have: aliases must differ from all of it. */
export class Taken {
  readonly words = new Set<string>();
  readonly networks = new Set<number>();
  readonly networks6 = new Set<bigint>();

  note(text: string): void {
    for (const pattern of WORDS) for (const [word] of text.matchAll(pattern)) this.#add(word.toLowerCase());
    for (const [quad] of text.matchAll(QUADS)) {
      const address = parseIpv4(quad);
      if (address !== null) this.networks.add(networkOf(address, 24));
    }
    for (const [start] of text.matchAll(DOCUMENTATION6)) {
      const network = parseIpv6(start.endsWith(':') ? `${start}:` : `${start}::`);
      if (network !== null) this.networks6.add(network);
    }
  }

  #add(word: string): void {
    this.words.add(word);
    const [, name = '', digits = ''] = OPEN_ENDED.exec(word) ?? [];
    for (let length = 1; length < digits.length; length++) this.words.add(name + digits.slice(0, length));
  }

  has(word: string): boolean {
    return this.words.has(word.toLowerCase());
  }
}

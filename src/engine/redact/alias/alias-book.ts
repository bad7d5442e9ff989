import { formatIpv4, fateOfIpv4, networkOf, parseIpv4 } from '../address/ipv4.ts';
import { expandIpv6, formatIpv6, mappedIpv4, parseIpv6 } from '../address/ipv6.ts';
import type { Find } from '../find.ts';
import { HostAliases } from './host-aliases.ts';
import { Ipv4Aliases, isAliasAddress } from './ipv4-aliases.ts';
import { Ipv6Aliases } from './ipv6-aliases.ts';
import { respelled } from './spelling.ts';
import type { Original } from '../original.ts';
import type { Taken } from './taken.ts';

/** A log of any size must fit: values after this many get an alias each time they come. */
const MOST_REMEMBERED = 250_000;
/** More ways to write one value than anybody uses. */
const MOST_SPELLINGS = 4096;

/**
 * One alias for each distinct value, everywhere the same; a value written in two ways has two spellings of its alias,
 * so that every alias leads back to one text.
 */
export class AliasBook {
  readonly #taken: Taken;
  readonly #hosts: HostAliases;
  readonly #ipv4: Ipv4Aliases;
  readonly #ipv6: Ipv6Aliases;
  readonly #counters = new Map<string, number>();
  readonly #bases = new Map<string, string>();
  readonly #spellings = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #originals = new Map<string, Original>();

  constructor(taken: Taken) {
    this.#taken = taken;
    this.#hosts = new HostAliases(taken);
    this.#ipv4 = new Ipv4Aliases(taken.networks);
    this.#ipv6 = new Ipv6Aliases(taken.networks6);
  }

  /** Addresses of streamed logs take their aliases straight from here: they are too many to be remembered one by one. */
  get ipv4(): Ipv4Aliases {
    return this.#ipv4;
  }

  /** Text that will stand beside the aliases: none of them may equal a part of it. Only before the first alias is given. */
  avoid(text: string): void {
    this.#taken.note(text);
  }

  /** @param network the upper 24 bits of addresses that occur in a text */
  avoidNetwork(network: number): void {
    if (isAliasAddress(network * 256)) this.#taken.networks.add(network * 256);
  }

  get originals(): ReadonlyMap<string, Original> {
    return this.#originals;
  }

  /** Networks keep their relations only when the wide ones are known before the narrow ones. */
  reserveNetworks(finds: Iterable<{ readonly find: Find; readonly text: string }>): void {
    const four: { base: number; bits: number }[] = [];
    const six: { base: bigint; bits: number }[] = [];
    for (const { find, text } of finds) {
      if (find.bits === undefined) continue;
      const plain = (find.value ?? text).toLowerCase();
      const v4 = parseIpv4(plain);
      const v6 = v4 === null ? parseIpv6(plain) : null;
      if (v4 !== null) four.push({ base: networkOf(v4, find.bits), bits: find.bits });
      else if (v6 !== null)
        six.push({ base: (v6 >> BigInt(128 - find.bits)) << BigInt(128 - find.bits), bits: find.bits });
    }
    this.#ipv4.reserve(four);
    this.#ipv6.reserve(six);
  }

  /**
   * The alias for one find.
   * @param written the text as it stands
   * @param glued whether a letter or digit follows directly: then the alias must not be the beginning of another one
   * @returns null when no alias can be had; the text stays
   */
  aliasOf(find: Find, written: string, glued: boolean): string | null {
    const key = `${find.class === 'ip' || find.class === 'private-ip' ? `${find.class}/${String(find.bits ?? '')}` : familyOf(find)}\0${written}\0${glued ? '+' : ''}`;
    const known = this.#spellings.get(key);
    if (known !== undefined) return known;
    const value = find.value ?? written;
    const base = this.#base(find, value);
    if (base === null) return null;
    const alias = this.#spell(find, base, written, value, glued);
    if (this.#spellings.size < MOST_REMEMBERED) {
      this.#spellings.set(key, alias);
      this.#originals.set(alias, { text: written, class: find.class });
    }
    return alias;
  }

  #base(find: Find, value: string): string | null {
    const family = familyOf(find);
    if (family === 'ip' || family === 'private-ip') return this.#address(value.toLowerCase(), find.bits);
    if (family === 'host') return this.#hosts.aliasOf(value.toLowerCase());
    const key = `${family}\0${value}`;
    const known = this.#bases.get(key);
    if (known !== undefined) return known;
    const base = this.#fresh(family, find);
    if (this.#bases.size < MOST_REMEMBERED) this.#bases.set(key, base);
    return base;
  }

  #address(text: string, bits: number | undefined): string | null {
    const v4 = parseIpv4(text);
    if (v4 !== null) {
      const alias = this.#ipv4.aliasOf(v4, bits);
      return alias === null ? null : formatIpv4(alias);
    }
    const v6 = parseIpv6(text);
    if (v6 === null) return null;
    const mapped = mappedIpv4(v6);
    if (mapped === null) return formatIpv6(this.#ipv6.aliasOf(v6, bits));
    const inner = fateOfIpv4(mapped) === 'stays' ? mapped : this.#ipv4.aliasOf(mapped);
    return inner === null ? null : `::ffff:${formatIpv4(inner)}`;
  }

  #fresh(family: string, find: Find): string {
    for (;;) {
      const counter = family === 'secret' ? `secret ${find.type ?? find.class}` : family;
      const count = (this.#counters.get(counter) ?? 0) + 1;
      this.#counters.set(counter, count);
      const alias = FORMS[family]?.(count) ?? `REDACTED_${typeOf(find)}_${String(count).padStart(2, '0')}`;
      if (!this.#taken.has(alias) && !this.#taken.has(alias.replace('@mail.example', ''))) return alias;
    }
  }

  #spell(find: Find, base: string, written: string, value: string, glued: boolean): string {
    const family = familyOf(find);
    const form = (spelled: string): string => inFormOf(family, written, spelled);
    const free = (alias: string): boolean => {
      const other = this.#originals.get(alias);
      return (other === undefined || other.text === written) && !this.#taken.has(alias);
    };
    if ((!glued || family !== 'secret') && free(form(base))) return form(base);
    const seen = `${family}\0${base}`;
    for (;;) {
      const nth = (this.#counts.get(seen) ?? 0) + 1;
      this.#counts.set(seen, nth);
      const alias = form(variant(family, base, nth, value));
      if (free(alias) || nth > MOST_SPELLINGS) return alias;
    }
  }
}

const FORMS: Readonly<Record<string, (count: number) => string>> = {
  mail: (count) => `user${String(count)}@mail.example`,
  user: (count) => `user-${String(count)}`,
  'certificate-name': (count) => `unit-${String(count)}`,
  'aws-account': (count) => String(count).padStart(12, '0'),
  phone: (count) => `+1555010${String(count)}`,
  mac: hardwareAddress,
};

/** RFC 7042 sets 256 addresses aside for documentation; what does not fit is locally administered. */
function hardwareAddress(count: number): string {
  const octet = (value: number): string => (value & 255).toString(16).padStart(2, '0');
  if (count < 256) return `00:00:5e:00:53:${octet(count)}`;
  return `02:00:5e:${octet(count >> 16)}:${octet(count >> 8)}:${octet(count)}`;
}

const ADDRESSED = new Set(['ip', 'private-ip', 'host']);

/** Finds of one family share their aliases: a secret is the same secret in whatever slot it was found. */
function familyOf(find: Find): string {
  return FORMS[find.class] || ADDRESSED.has(find.class) ? find.class : 'secret';
}

function typeOf(find: Find): string {
  return (find.type ?? find.class).replace(/[^a-z0-9]/g, '_');
}

/** Gives an alias the clothes of what it replaces: `%40` in a mail, `\.` in a regex, dashes in a hardware address. */
function inFormOf(family: string, written: string, alias: string): string {
  if (family === 'mail') return alias.replace('@', /%(?:25)?40/.exec(written)?.[0] ?? '@');
  if (written.includes('\\.')) {
    // Three octets are the beginning of an address.
    const begun = (family === 'ip' || family === 'private-ip') && written.split('\\.').length === 3;
    return (begun ? alias.replace(/\.[0-9]{1,3}$/, '') : alias).replaceAll('.', '\\.');
  }
  const colon = family === 'ip' || family === 'private-ip' ? /%3a/i.exec(written)?.[0] : undefined;
  if (colon !== undefined) return alias.replaceAll(':', colon);
  if (family === 'mac' && written.includes('-')) return alias.replaceAll(':', '-');
  if (family === 'phone') return written.startsWith('%2B') ? alias.replace('+', '%2B') : alias;
  return alias;
}

/** Another alias for another way of writing the same value. */
function variant(family: string, base: string, nth: number, value: string): string {
  if (family === 'secret') return `${base}${letters(nth)}`;
  if (family === 'ip' || family === 'private-ip') {
    const v6 = parseIpv6(value.toLowerCase());
    const alias = v6 === null ? null : parseIpv6(base);
    if (alias === null) return base;
    const spelled = [expandIpv6(alias, 4), expandIpv6(alias, 1), expandIpv6(alias, 2), expandIpv6(alias, 3)];
    return spelled[nth - 1] ?? respelled(expandIpv6(alias, 4), nth - 4);
  }
  return respelled(base, nth);
}

function letters(nth: number): string {
  const letter = String.fromCharCode(98 + ((nth - 1) % 24));
  return nth > 24 ? `${letters(Math.floor((nth - 1) / 24))}${letter}` : letter;
}

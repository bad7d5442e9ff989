import type { Taken } from './taken.ts';

/** Second levels under which names are sold: the registrable name has three labels there. */
const SOLD_BELOW = /^(?:co|com|net|org|gov|edu|ac|or|ne|go|gob|gouv|asn|id|ltd|plc|me|mil|nom|web)$/;

/** The name one can register: `shop.co.uk` of `www.shop.co.uk`. */
export function registrableOf(host: string): string {
  const labels = host.split('.');
  const country = (labels.at(-1)?.length ?? 0) === 2 && SOLD_BELOW.test(labels.at(-2) ?? '') && labels.length > 2;
  return labels.slice(country ? -3 : -2).join('.');
}

/** `shop.de` → `site-1.example`, `db.shop.de` → `a.site-1.example`, `web03` → `host-1.example`. */
export class HostAliases {
  readonly #taken: Taken;
  readonly #sites = new Map<string, string>();
  readonly #labels = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  #site = 0;
  #host = 0;

  constructor(taken: Taken) {
    this.#taken = taken;
  }

  /** @param host lower case, without a wildcard */
  aliasOf(host: string): string {
    if (!host.includes('.')) return this.#named(host, () => this.#nextHost());
    const site = registrableOf(host);
    let name = site;
    let alias = this.#named(site, () => this.#nextSite());
    const labels = host.slice(0, Math.max(0, host.length - site.length - 1));
    for (const label of labels === '' ? [] : labels.split('.').reverse()) {
      name = `${label}.${name}`;
      alias = `${this.#label(name, label, alias)}.${alias}`;
    }
    return alias;
  }

  #label(name: string, label: string, parent: string): string {
    // `_dmarc`, `_acme-challenge`: what a record is for.
    if (label === 'www' || label === '*' || label.startsWith('_')) return label;
    const known = this.#labels.get(name);
    if (known !== undefined) return known;
    const count = this.#counts.get(parent) ?? 0;
    this.#counts.set(parent, count + 1);
    const letters = count < 26 ? String.fromCharCode(97 + count) : `n${String(count)}`;
    this.#labels.set(name, letters);
    return letters;
  }

  #named(name: string, make: () => string): string {
    const known = this.#sites.get(name);
    if (known !== undefined) return known;
    const alias = make();
    this.#sites.set(name, alias);
    return alias;
  }

  #nextSite(): string {
    do this.#site++;
    while (this.#taken.has(`site-${String(this.#site)}`));
    return `site-${String(this.#site)}.example`;
  }

  #nextHost(): string {
    do this.#host++;
    while (this.#taken.has(`host-${String(this.#host)}`));
    return `host-${String(this.#host)}.example`;
  }
}

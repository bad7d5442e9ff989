import { GiB, KiB, MiB, type Bytes } from '../text/units.ts';

const UNITS = { g: GiB, m: MiB, k: KiB } as const;

/** A size as nginx and PHP both read it: the largest of G, M, K that divides it, else plain bytes. nginx buffers know no `g`. */
export function sizeWord(bytes: Bytes, units: 'kmg' | 'km' | 'KMG'): string {
  const order = units.toLowerCase() === 'km' ? (['m', 'k'] as const) : (['g', 'm', 'k'] as const);
  for (const unit of order) {
    const size = UNITS[unit];
    if (bytes >= size && bytes % size === 0)
      return `${String(bytes / size)}${units === 'KMG' ? unit.toUpperCase() : unit}`;
  }
  return String(bytes);
}

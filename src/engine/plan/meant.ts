import { GiB, KiB, MiB, type Bytes, type Seconds } from '../text/units.ts';

/**
 * What an author means by a written quantity, whatever the daemon makes of it: `500ms` is half a second, `1m30s` ninety,
 * `512MB` is 512 MiB. The daemons' own readings are in `syntax`; the gap between the two is a unit trap.
 */
const SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  sec: 1,
  secs: 1,
  seconds: 1,
  m: 60,
  min: 60,
  mins: 60,
  minutes: 60,
  h: 3600,
  hours: 3600,
  d: 86400,
  days: 86400,
};

const BYTES: Readonly<Record<string, number>> = {
  b: 1,
  bytes: 1,
  k: KiB,
  kb: KiB,
  kib: KiB,
  m: MiB,
  mb: MiB,
  mib: MiB,
  g: GiB,
  gb: GiB,
  gib: GiB,
  t: 1024 * GiB,
  tb: 1024 * GiB,
};

/** Seconds meant by `90`, `1m30s`, `500ms`, `1.5s`, `90 sec`; null when it is no duration. */
export function meantSeconds(written: string): Seconds | null {
  return sumOfParts(written, SECONDS, 1);
}

/** Bytes meant by `512MB`, `1.5G`, `16 k`; null when it is no size. */
export function meantBytes(written: string): Bytes | null {
  const bytes = sumOfParts(written, BYTES, 1);
  return bytes === null ? null : Math.round(bytes);
}

function sumOfParts(written: string, units: Readonly<Record<string, number>>, bare: number): number | null {
  const text = written
    .trim()
    .replace(/^(["'])(.*)\1$/su, '$2')
    .trim()
    .toLowerCase();
  let at = 0;
  let sum = 0;
  let parts = 0;
  while (at < text.length) {
    const number = /^\d{1,15}(?:\.\d{1,6})?/u.exec(text.slice(at, at + 24))?.[0];
    if (number === undefined) return null;
    at += number.length;
    while (text.charAt(at) === ' ') at++;
    const word = /^[a-z]{1,8}/u.exec(text.slice(at, at + 9))?.[0] ?? '';
    const unit = word === '' && parts === 0 && at >= text.length ? bare : units[word];
    if (unit === undefined) return null;
    at += word.length;
    while (text.charAt(at) === ' ') at++;
    sum += Number(number) * unit;
    parts++;
  }
  return parts === 0 ? null : sum;
}

/** A size as nginx and PHP both read it: the largest of G, M, K that divides it, else plain bytes. nginx buffers know no `g`. */
export function sizeWord(bytes: Bytes, units: 'kmg' | 'km' | 'KMG'): string {
  const order = units.toLowerCase() === 'km' ? (['m', 'k'] as const) : (['g', 'm', 'k'] as const);
  for (const unit of order) {
    const size = BYTES[unit] ?? 1;
    if (bytes >= size && bytes % size === 0)
      return `${String(bytes / size)}${units === 'KMG' ? unit.toUpperCase() : unit}`;
  }
  return String(bytes);
}

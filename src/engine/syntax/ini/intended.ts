/**
 * What people mean when they write a duration or a size in another tool's language: `1m30s`, `500ms`, `90 sec`, `128MB`, `1.5G`.
 * Only for explanations and corrections; what the daemons read stands in quantity.ts.
 */

const SECONDS: Readonly<Record<string, number | undefined>> = {
  '': 1,
  ms: 0.001,
  s: 1,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  m: 60,
  min: 60,
  mins: 60,
  minute: 60,
  minutes: 60,
  h: 3600,
  hr: 3600,
  hour: 3600,
  hours: 3600,
  d: 86_400,
  day: 86_400,
  days: 86_400,
  w: 604_800,
  week: 604_800,
  weeks: 604_800,
};

const BYTES: Readonly<Record<string, number | undefined>> = {
  '': 1,
  b: 1,
  byte: 1,
  bytes: 1,
  k: 1024,
  kb: 1024,
  kib: 1024,
  m: 1_048_576,
  mb: 1_048_576,
  mib: 1_048_576,
  g: 1_073_741_824,
  gb: 1_073_741_824,
  gib: 1_073_741_824,
  t: 1_099_511_627_776,
  tb: 1_099_511_627_776,
  tib: 1_099_511_627_776,
};

const OFF = new Set(['off', 'no', 'none', 'never', 'unlimited', 'disabled', '-1', 'infinite', 'inf']);

/** Sum of `number unit` pairs in a table's unit; null when the text is no such thing. */
function sum(text: string, units: Readonly<Record<string, number | undefined>>): number | null {
  const pairs = text
    .trim()
    .toLowerCase()
    .match(/[0-9][0-9_,]{0,30}(?:\.[0-9]{0,30})?|[a-z]{1,10}|[^0-9a-z ]/g);
  if (pairs === null || pairs.length > 20) return null;
  let total = 0;
  for (let at = 0; at < pairs.length;) {
    const amount = Number((pairs[at] ?? '').replace(/[_,]/g, ''));
    const unit = /^[a-z]/.test(pairs[at + 1] ?? '') ? (pairs[at + 1] ?? '') : '';
    const factor = units[unit];
    if (!Number.isFinite(amount) || factor === undefined) return null;
    total += amount * factor;
    at += unit === '' ? 1 : 2;
  }
  return total;
}

/** Seconds that were meant; 0 for words such as `off`; null when nothing sensible can be read. */
export function intendedSeconds(text: string): number | null {
  return OFF.has(text.trim().toLowerCase()) ? 0 : sum(text, SECONDS);
}

/** Bytes that were meant; null when nothing sensible can be read. */
export function intendedBytes(text: string): number | null {
  return sum(text, BYTES);
}

/** A count that was meant: `1k` is 1000, `1e3` too, `5.5` is 5. */
export function intendedCount(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  if (OFF.has(trimmed)) return 0;
  const match = /^([0-9]{1,15}(?:\.[0-9]{0,15})?)(k|m)?$/.exec(trimmed.replace(/[_,+]/g, ''));
  if (match) return Math.trunc(Number(match[1]) * (match[2] === 'k' ? 1000 : match[2] === 'm' ? 1_000_000 : 1));
  const number = Number(trimmed);
  return trimmed !== '' && Number.isFinite(number) ? Math.trunc(number) : null;
}

/** The shortest exact spelling in PHP's K, M and G: `128M`. */
export function spellBytes(bytes: number): string {
  const units = [
    ['G', 1_073_741_824],
    ['M', 1_048_576],
    ['K', 1024],
  ] as const;
  const whole = Math.ceil(bytes);
  const unit = units.find(([, size]) => whole >= size && whole % size === 0);
  return unit ? `${whole / unit[1]}${unit[0]}` : String(whole);
}

/** For people: `0.5 s`. */
export function saySeconds(seconds: number): string {
  return `${Number(seconds.toFixed(3))} s`;
}

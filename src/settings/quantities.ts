import { GiB, KiB, MiB, type Bytes, type Seconds } from '../engine/text/units.ts';

/** `16G`, `50M`, `512k`, `16GiB`, `1.5G` or plain bytes; powers of 1024. null when it is none of these. */
export function parseMemory(text: string): Bytes | null {
  const match = /^(\d{1,15}(?:\.\d{1,6})?)\s?([kmgt]?)(?:i?b)?$/i.exec(text.trim());
  if (!match) return null;
  const unit: Record<string, number> = { '': 1, k: KiB, m: MiB, g: GiB, t: 1024 * GiB };
  return Math.round(Number(match[1]) * (unit[(match[2] ?? '').toLowerCase()] ?? 1));
}

/** `90s`, `2m`, `1m30s`, `1h`, `500ms` or plain seconds, as people mean them. null when it is none of these. */
export function parseDuration(text: string): Seconds | null {
  const trimmed = text.trim();
  if (/^\d{1,9}(?:\.\d{1,6})?$/.test(trimmed)) return Number(trimmed);
  const match =
    /^(?:(\d{1,9})d)?\s?(?:(\d{1,9})h)?\s?(?:(\d{1,9})m)?\s?(?:(\d{1,9}(?:\.\d{1,6})?)s)?\s?(?:(\d{1,9})ms)?$/i.exec(
      trimmed,
    );
  if (!match || trimmed === '') return null;
  const [days, hours, minutes, seconds, milliseconds] = [1, 2, 3, 4, 5].map((group) => Number(match[group] ?? 0));
  return (
    (days ?? 0) * 86_400 + (hours ?? 0) * 3_600 + (minutes ?? 0) * 60 + (seconds ?? 0) + (milliseconds ?? 0) / 1000
  );
}

/** A whole number of cores, or a fraction in a container. */
export function parseCores(text: string): number | null {
  return /^\d{1,4}(?:\.\d{1,3})?$/.test(text.trim()) && Number(text) > 0 ? Number(text) : null;
}

/** `8.2` of `8.2`, `8.2.35`, `PHP 8.2.35`. */
export function parseVersion(text: string): string | null {
  return /(\d{1,3}\.\d{1,3})/.exec(text)?.[1] ?? null;
}

/** Bytes in the largest unit that says them exactly: "16G". */
export function writtenMemory(bytes: number): string {
  const unit = UNITS_WRITTEN.find(([, size]) => bytes >= size && bytes % size === 0);
  return unit ? `${bytes / unit[1]}${unit[0]}` : String(bytes);
}

const UNITS_WRITTEN = [
  ['G', GiB],
  ['M', MiB],
  ['K', KiB],
] as const;

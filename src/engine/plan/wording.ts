import { GiB, KiB, MiB, type Bytes, type Seconds } from '../text/units.ts';

/** "16 GiB", "128 MiB", "4 KiB", "100 bytes". */
export function bytesInWords(bytes: Bytes): string {
  for (const [unit, size] of [
    ['GiB', GiB],
    ['MiB', MiB],
    ['KiB', KiB],
  ] as const) {
    if (bytes >= size) return `${trimmed(bytes / size)} ${unit}`;
  }
  return `${trimmed(bytes)} bytes`;
}

export function secondsInWords(seconds: Seconds): string {
  return `${trimmed(seconds)} s`;
}

/** At most two decimals, none when they are zero. */
export function trimmed(value: number): string {
  return String(Math.round(value * 100) / 100);
}

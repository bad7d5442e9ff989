import type { SettingValue, Unit } from '../setting.ts';

/** What a value says, for people: "90 s", "16 KiB", "off". */
export function inWords(value: SettingValue | null, unit: Unit): string {
  if (value === null) return 'unknown';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (unit === 'seconds') return `${value} s`;
  if (unit === 'bytes' && typeof value === 'number') return bytesInWords(value);
  return String(value);
}

function bytesInWords(value: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [1024 ** 3, 'GiB'],
    [1024 ** 2, 'MiB'],
    [1024, 'KiB'],
  ];
  const step = steps.find(([size]) => value >= size && value % size === 0);
  return step ? `${value / step[0]} ${step[1]}` : `${value} bytes`;
}

import { FPM_KEYS } from '../../knowledge/php/fpm-keys.ts';

/** Further off it is no slip of the keyboard. */
const MAX_SLIPS = 2;

/** The key of a section, or of the other one, that a misspelt name most resembles. */
export function nearestKey(section: 'global' | 'pool', name: string): string | null {
  const wanted = name.toLowerCase().replaceAll('-', '_');
  const elsewhere = FPM_KEYS.find((key) => key.name === wanted && key.section !== section && key.section !== 'any');
  if (elsewhere) return `${elsewhere.name} belongs into ${elsewhere.section === 'global' ? '[global]' : 'a pool'}`;
  const dotted = FPM_KEYS.find((key) => key.name.replaceAll('.', '_') === wanted.replaceAll('.', '_'));
  if (dotted) return dotted.name;
  if (name.length > 60) return null;
  let best: string | null = null;
  let fewest = MAX_SLIPS + 1;
  for (const key of FPM_KEYS) {
    if (Math.abs(key.name.length - wanted.length) > MAX_SLIPS) continue;
    const slips = distance(wanted, key.name);
    if (slips < fewest) [best, fewest] = [key.name, slips];
  }
  return best;
}

/** Insertions, deletions, replacements between two short words. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      line.push(Math.min(replaced, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[b.length] ?? 0;
}

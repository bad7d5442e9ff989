import type { PlacedDirective } from '../include/placed.ts';
import type { Level } from '../inherit/level.ts';
import { compilePattern } from '../pattern/pattern.ts';
import { expandValue, type Lookup } from './expand-value.ts';

const PARAMETERS = new Set(['default', 'hostnames', 'volatile']);

/**
 * Value of a variable that a `map` makes (ngx_http_map_module.c): exact and host masks first, then patterns in order,
 * then `default`. null when no map makes it or its source is not known and the values differ.
 */
export function mapValue(http: Level | null, name: string, lookup: Lookup): string | null {
  const map = http?.block.named('map').findLast((each) => each.args[1] === `$${name}`);
  if (map?.block == null) return null;
  const entries = map.block.directives;
  const source = expandValue(map.args[0] ?? '', lookup);
  if (!source.complete) return soleValue(entries);
  const chosen = exactEntry(entries, source.text, map) ?? patternEntry(entries, source.text);
  if (chosen === undefined) return null;
  if (chosen === null && map.block.missing.length > 0) return null;
  const text = chosen?.args[0] ?? defaultOf(entries);
  const value = expandValue(text, lookup);
  return value.complete ? value.text : null;
}

/** Whatever the source is, a map with one value has that value. */
function soleValue(entries: readonly PlacedDirective[]): string | null {
  const values = new Set([
    defaultOf(entries),
    ...entries.filter((each) => !isParameter(each)).map((each) => each.args[0]),
  ]);
  const [first] = values;
  return values.size === 1 && first !== undefined && !first.includes('$') ? first : null;
}

function defaultOf(entries: readonly PlacedDirective[]): string {
  return entries.find((each) => each.name === 'default')?.args[0] ?? '';
}

function isParameter(entry: PlacedDirective): boolean {
  return PARAMETERS.has(entry.name);
}

function exactEntry(entries: readonly PlacedDirective[], source: string, map: PlacedDirective): PlacedDirective | null {
  const wanted = source.toLowerCase();
  const plain = entries.filter((each) => !isParameter(each) && !each.name.startsWith('~'));
  const exact = plain.find((each) => each.name.replace(/^\\/, '').toLowerCase() === wanted);
  if (exact !== undefined || !map.block?.last('hostnames')) return exact ?? null;
  const masks = plain.filter((each) => hostMatches(each.name.toLowerCase(), wanted));
  return (
    masks.sort(
      (a, b) =>
        Number(b.name.startsWith('*') || b.name.startsWith('.')) -
          Number(a.name.startsWith('*') || a.name.startsWith('.')) || b.name.length - a.name.length,
    )[0] ?? null
  );
}

function hostMatches(mask: string, host: string): boolean {
  if (mask.startsWith('.')) return host === mask.slice(1) || host.endsWith(mask);
  if (mask.startsWith('*.')) return host.endsWith(mask.slice(1)) && host.length > mask.length - 1;
  return mask.endsWith('.*') && host.startsWith(mask.slice(0, -1)) && host.length >= mask.length;
}

/** undefined: a pattern that nobody can decide stands before any that matches. */
function patternEntry(entries: readonly PlacedDirective[], source: string): PlacedDirective | null | undefined {
  for (const entry of entries) {
    if (!entry.name.startsWith('~')) continue;
    const ignoreCase = entry.name.startsWith('~*');
    const match = compilePattern(entry.name.slice(ignoreCase ? 2 : 1), ignoreCase)?.match(source);
    if (match === undefined) return undefined;
    if (match !== null) return entry;
  }
  return null;
}

import type { FpmKey } from '../../knowledge/php/fpm-key.ts';
import { findFpmKey, isGlobalSection } from './fpm-values.ts';
import type { IniEntry, IniFile, IniSection } from './tree.ts';

/** What one pool, or `[global]`, of a single file says, as far as FPM takes it. */
export interface SectionReading {
  /** As first written; null for `[global]`. */
  readonly name: string | null;
  readonly header: IniSection | null;
  readonly entries: IniEntry[];
  /** Accepted values by key; the last one counts. */
  readonly values: Map<string, { readonly value: string | number | boolean; readonly entry: IniEntry }>;
  /** Keys whose value FPM refuses or an environment variable decides: nothing is said about them twice. */
  readonly unclear: Set<string>;
  /** True when an `include` stands inside, so that absent keys may be there. */
  includes: boolean;
}

export interface FileReading {
  readonly global: SectionReading;
  readonly pools: readonly SectionReading[];
}

/** Sorts the entries of a file by section as FPM does: repeated sections continue, ignoring case. */
export function readFileSections(file: IniFile): FileReading {
  const global = emptyReading(null, null);
  const pools = new Map<string, SectionReading>();
  let current = global;
  for (const node of file.nodes) {
    if (node.kind === 'section') {
      const name = node.name.toLowerCase();
      current = isGlobalSection(name) ? global : (pools.get(name) ?? emptyReading(node.name, node));
      if (current !== global) pools.set(name, current);
    } else if (node.kind === 'entry') {
      current.entries.push(node);
      if (node.key.toLowerCase() === 'include' && node.value !== null) current.includes = true;
    }
  }
  return { global, pools: [...pools.values()] };
}

function emptyReading(name: string | null, header: IniSection | null): SectionReading {
  return { name, header, entries: [], values: new Map(), unclear: new Set(), includes: false };
}

/** Number of a key: as written, else FPM's default; null when unclear. */
export function numberOf(section: SectionReading, name: string): number | null {
  const value = valueOf(section, name);
  return typeof value === 'number' ? value : null;
}

/** Text of a key, '' when nothing is set; null when unclear. */
export function textOf(section: SectionReading, name: string): string | null {
  const value = valueOf(section, name);
  return typeof value === 'string' ? value : null;
}

function valueOf(section: SectionReading, name: string): string | number | boolean | null {
  if (section.unclear.has(name)) return null;
  const written = section.values.get(name);
  if (written) return written.value;
  if (section.includes) return null;
  const key = findFpmKey(section.name === null ? 'global' : 'pool', name);
  return key ? standardValue(key) : null;
}

function standardValue(key: FpmKey): string | number {
  if (key.type === 'integer' || key.type === 'time') return Number(key.default ?? 0) || 0;
  return key.type === 'word' ? '' : (key.default ?? '');
}

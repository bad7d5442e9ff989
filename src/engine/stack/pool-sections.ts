import { dependsOnVariable, findFpmKey, isGlobalSection } from '../syntax/ini/fpm-values.ts';
import type { IniEntry, IniFile, IniSection } from '../syntax/ini/tree.ts';
import { findIncluded } from './include/find-files.ts';

/** No real set of pools includes deeper; FPM itself stops at 4 levels (`fpm_conf_load_ini_file`). */
const MAX_INCLUDE_DEPTH = 4;

/** Shown in place of the name of a pool whose `[name]` line was not pasted. */
export const UNNAMED_POOL = '…';

/** One entry in the file where it stands. */
export interface PlacedEntry {
  readonly file: IniFile;
  readonly entry: IniEntry;
}

/** All that the files say of one pool, in the order in which FPM reads it; repeated sections continue. */
export interface PoolSection {
  /** `UNNAMED_POOL` for the pool of an excerpt without its head. */
  readonly name: string;
  readonly file: IniFile;
  /** Where the section begins. */
  readonly start: number;
  readonly entries: PlacedEntry[];
  /** An `include` inside the section that names nothing pasted, or that the section itself was pasted in part only. */
  missingInclude: string | null;
}

/** What one PHP-FPM master reads. */
export interface FpmSections {
  readonly globals: PlacedEntry[];
  /** By lower-case name: FPM ignores case when a section is repeated. */
  readonly pools: Map<string, PoolSection>;
  /** True when a `[global]` section was seen: then a key that is absent has its default. */
  hasGlobal: boolean;
  missingGlobalInclude: string | null;
}

/**
 * Reads files one after the other as FPM does, `include` globs spliced in where they stand. FPM keeps the current section across
 * files: keys behind an `include` belong to the last section of the included file.
 */
export function readSections(roots: readonly IniFile[], files: readonly IniFile[]): FpmSections {
  const sections: FpmSections = { globals: [], pools: new Map(), hasGlobal: false, missingGlobalInclude: null };
  let current: PoolSection | null = null;

  const enter = (file: IniFile, header: IniSection): void => {
    if (isGlobalSection(header.name)) {
      sections.hasGlobal = true;
      current = null;
      return;
    }
    const name = header.name.toLowerCase();
    current = sections.pools.get(name) ?? null;
    if (current !== null) return;
    current = { name: header.name, file, start: header.start, entries: [], missingInclude: null };
    sections.pools.set(name, current);
  };

  const include = (pattern: string, from: IniFile, open: readonly IniFile[]): void => {
    const found = includedFiles(pattern, from, files);
    if (found.length === 0 || dependsOnVariable(pattern)) {
      if (current) current.missingInclude = pattern;
      else sections.missingGlobalInclude = pattern;
    }
    for (const file of found) if (!open.includes(file) && open.length <= MAX_INCLUDE_DEPTH) read(file, [...open, file]);
  };

  const read = (file: IniFile, open: readonly IniFile[]): void => {
    for (const node of file.nodes) {
      if (node.kind === 'section') enter(file, node);
      if (node.kind !== 'entry') continue;
      if (node.key === 'include' && node.value !== null) include(node.value, file, open);
      else (current?.entries ?? sections.globals).push({ file, entry: node });
    }
  };

  for (const root of roots) {
    current = isExcerpt(root) ? excerptOf(root, sections) : null;
    read(root, [root]);
  }
  return sections;
}

/** Keys of a pool without any section, as people quote them: `listen = …` would be refused in `[global]`. */
export function isExcerpt(file: IniFile): boolean {
  if (file.nodes.some(({ kind }) => kind === 'section')) return false;
  return file.nodes.some(
    (node) => node.kind === 'entry' && findFpmKey('pool', node.key) && !findFpmKey('global', node.key),
  );
}

/** The pool whose head was not pasted: what it does not say is unknown. */
function excerptOf(file: IniFile, sections: FpmSections): PoolSection {
  const missingInclude = 'only a part of the pool was pasted';
  const section = { name: UNNAMED_POOL, file, start: 0, entries: [], missingInclude };
  sections.pools.set(`of ${file.path}`, section);
  return section;
}

/** Files that no other file includes, those with a `[global]` section first: FPM begins with its main file. */
export function rootsOf(files: readonly IniFile[]): IniFile[] {
  const included = new Set(
    files.flatMap((file) => includesOf(file).flatMap((glob) => includedFiles(glob, file, files))),
  );
  const roots = files.filter((file) => !included.has(file));
  return [...roots.filter(isMain), ...roots.filter((file) => !isMain(file))];
}

function isMain(file: IniFile): boolean {
  return (
    file.nodes.some((node) => node.kind === 'section' && isGlobalSection(node.name)) && includesOf(file).length > 0
  );
}

function includesOf(file: IniFile): string[] {
  return file.nodes.flatMap((node) => (node.kind === 'entry' && node.key === 'include' ? (node.value ?? []) : []));
}

function includedFiles(pattern: string, from: IniFile, files: readonly IniFile[]): IniFile[] {
  const others = files.filter((file) => file !== from);
  const byPath = new Map(others.map((file) => [file.path, file]));
  return findIncluded(pattern, from.path, byPath.keys()).flatMap((path) => byPath.get(path) ?? []);
}

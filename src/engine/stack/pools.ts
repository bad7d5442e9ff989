import type { FpmKey } from '../knowledge/php/fpm-key.ts';
import { FPM_KEYS } from '../knowledge/php/fpm-keys.ts';
import { findFpmKey } from '../syntax/ini/fpm-values.ts';
import { ASSUMED_PHP } from '../syntax/ini/php-version.ts';
import { printIni } from '../syntax/ini/print.ts';
import type { IniFile } from '../syntax/ini/tree.ts';
import { addressOf } from './pool-address.ts';
import { derivedSettings } from './pool-derived.ts';
import { readSections, rootsOf, UNNAMED_POOL } from './pool-sections.ts';
import type { FpmSections, PlacedEntry, PoolSection } from './pool-sections.ts';
import { defaultSetting, unknownSetting, writtenSetting } from './pool-settings.ts';
import type { PlaceValue } from './pool-settings.ts';
import type { Pool } from './pool.ts';
import type { Setting } from './setting.ts';
import { Sources } from './sources.ts';

/** FPM looks at running requests no more often than this (`FPM_PCTL_MIN_HEARTBEAT`). */
const SHORTEST_HEARTBEAT_SECONDS = 0.13;
/** Keys without which no pool starts: absent, they stand in a file that was not pasted. */
const REQUIRED = new Set(['listen', 'pm', 'pm.max_children']);

export interface PoolOptions {
  /** As "8.2"; where null, the version in a path (`/etc/php/8.1/fpm/…`), else 8.2. */
  readonly phpVersion?: string | null;
}

/**
 * All pools of the pasted pool files with every key FPM knows, defaults filled in.
 * Files of different PHP versions belong to different masters; the rest is one master's, read from its main file.
 */
export function buildPools(files: readonly IniFile[], options: PoolOptions = {}): Pool[] {
  const sources = new Sources(new Map(files.map((file) => [file.path, { text: printIni(file) }])));
  const placeOf: PlaceValue = ({ file, entry }) => ({
    ...sources.placeOf(file.path, entry.start),
    start: entry.valueStart,
    end: entry.valueStart + entry.valueRaw.length,
  });
  const masters = new Map<string, IniFile[]>();
  for (const file of files.filter(isPoolFile)) {
    const master = masterOf(file);
    masters.set(master, [...(masters.get(master) ?? []), file]);
  }
  return [...masters].flatMap(([master, own]) => {
    const sections = readSections(rootsOf(own), own);
    const version = options.phpVersion ?? (master === '' ? ASSUMED_PHP : master);
    const pools = [...sections.pools.values()].map((section) => poolOf(section, sections, version, placeOf, sources));
    const heartbeatSeconds = heartbeatOf(pools);
    return pools.map((pool) => ({ ...pool, heartbeatSeconds }));
  });
}

function isPoolFile(file: IniFile): boolean {
  return file.dialect === 'fpm';
}

/** Debian, Ubuntu and Remi's packages name the PHP version in the path. */
function masterOf(file: IniFile): string {
  return /\/php\/?([5-9]\.[0-9]{1,2})\//.exec(file.path)?.[1] ?? '';
}

function poolOf(
  section: PoolSection,
  sections: FpmSections,
  version: string,
  placeOf: PlaceValue,
  sources: Sources,
): Pool {
  const written = new Map<string, Setting>();
  const add = (placed: PlacedEntry, where: 'global' | 'pool'): void => {
    const key = findFpmKey(where, placed.entry.key);
    if (!key || placed.entry.value === null) return;
    // Of several for one subscript the first counts (`fpm_conf_set_array` puts newer ones in front of it), of plain keys the last.
    const name = placed.entry.subscript === null ? key.name : `${key.name}[${placed.entry.subscript}]`;
    if (key.type === 'map' && written.has(name)) return;
    written.set(settingName(name, where), writtenSetting(key, placed, where === 'pool' ? section.name : null, placeOf));
  };
  for (const placed of sections.globals) add(placed, 'global');
  for (const placed of section.entries) add(placed, 'pool');

  const settings: Record<string, Setting> = {};
  for (const key of FPM_KEYS) {
    if (key.type === 'map' || key.type === 'include') continue;
    const name = settingName(key.name, key.section);
    settings[name] = written.get(name) ?? absentSetting(key, section, sections, version);
  }
  for (const [name, setting] of written) settings[name] ??= setting;
  derivedSettings(settings, version);
  const listen = settings['listen']?.value;
  return {
    ...sources.placeOf(section.file.path, section.start),
    name: section.name,
    address: typeof listen === 'string' ? addressOf(listen) : null,
    settings,
    files: filesOf(section),
    heartbeatSeconds: null,
  };
}

const IN_BOTH_SECTIONS = new Set(['process.priority', 'rlimit_files', 'rlimit_core']);

/** A key that exists in both sections stands as `global.KEY` for `[global]`. */
function settingName(name: string, section: FpmKey['section']): string {
  return section === 'global' && IN_BOTH_SECTIONS.has(name) ? `global.${name}` : name;
}

function absentSetting(key: FpmKey, section: PoolSection, sections: FpmSections, version: string): Setting {
  if (key.section === 'global') {
    if (sections.missingGlobalInclude !== null) return unknownSetting(key, sections.missingGlobalInclude);
    return sections.hasGlobal ? defaultSetting(key, version) : unknownSetting(key, 'php-fpm.conf was not pasted');
  }
  if (section.missingInclude !== null) return unknownSetting(key, section.missingInclude);
  return REQUIRED.has(key.name) ? unknownSetting(key, `no ${key.name} was pasted`) : defaultSetting(key, version);
}

/** The file with most of the pool's keys first: new keys belong there. */
function filesOf(section: PoolSection): IniFile[] {
  // Nobody knows where the pool of an excerpt begins.
  if (section.name === UNNAMED_POOL) return [];
  const counts = new Map<IniFile, number>([[section.file, 0]]);
  for (const { file } of section.entries) counts.set(file, (counts.get(file) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([file]) => file);
}

/** Period of FPM's look at running requests (fpm_conf.c: a third of the shortest timeout, in whole milliseconds). */
function heartbeatOf(pools: readonly Pool[]): number | null {
  const timeouts = pools
    .flatMap(({ settings }) => [settings['request_terminate_timeout'], settings['request_slowlog_timeout']])
    .map((setting) => setting?.value)
    .filter((value) => typeof value === 'number' && value !== 0);
  if (timeouts.length === 0) return null;
  const milliseconds = Math.min(...timeouts.map((seconds) => Math.trunc((Number(seconds) * 1000) / 3)));
  return Math.max(SHORTEST_HEARTBEAT_SECONDS, milliseconds / 1000);
}

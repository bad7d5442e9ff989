import type { PhpDirective, PhpDirectiveType } from '../knowledge/php/php-directive.ts';
import { PHP_DIRECTIVES } from '../knowledge/php/php-directives.ts';
import { dependsOnVariable } from '../syntax/ini/fpm-values.ts';
import { findPhpDirective, readPhpValue } from '../syntax/ini/php-values.ts';
import { printIni } from '../syntax/ini/print.ts';
import type { IniFile } from '../syntax/ini/tree.ts';
import { inWords } from './limits/words.ts';
import {
  appliesTo,
  fastcgiEntries,
  iniEntries,
  isSpecialSection,
  isUserIni,
  isUserSettable,
  phpIniOrder,
  poolEntries,
  userIniApplies,
} from './php-layers.ts';
import type { FastcgiParam, PhpEntry, PhpRequest, PlaceIni } from './php-layers.ts';
import type { PhpLimits, RefusedValue } from './php-limits.ts';
import type { Pool } from './pool.ts';
import type { Setting, Unit } from './setting.ts';
import { Sources } from './sources.ts';

const UNITS: Readonly<Record<PhpDirectiveType, Unit>> = {
  string: 'text',
  bool: 'flag',
  int: 'count',
  count: 'count',
  time_s: 'seconds',
  seconds: 'seconds',
  size: 'bytes',
  size_mb: 'bytes',
  'bool|size': 'bytes',
  'memory-limit': 'bytes',
};

let builtIns: Readonly<Record<string, Setting>> | null = null;

/** What PHP begins with; put together when it is first asked for. */
function builtInSettings(): Readonly<Record<string, Setting>> {
  return (builtIns ??= Object.fromEntries(PHP_DIRECTIVES.map((directive) => [directive.name, builtIn(directive)])));
}

function builtIn(directive: PhpDirective): Setting {
  const unit = UNITS[directive.type];
  const from = { default: 'built into PHP' };
  if (directive.default === undefined) return { value: '', unit: 'text', written: null, meant: 'not set', from };
  const { value } = readPhpValue(directive, directive.default);
  if (directive.changedIn !== undefined)
    return {
      value: null,
      unit,
      written: null,
      meant: `${inWords(value, unit)} before PHP ${directive.changedIn}`,
      from,
    };
  return { value, unit, written: null, meant: inWords(value, unit), from };
}

/**
 * PHP's limits as a request of `pool` meets them:
 * built-in < php.ini < conf.d < php_value < .user.ini < php_admin_value < fastcgi_param PHP_VALUE/PHP_ADMIN_VALUE < `[PATH=]`/`[HOST=]`
 * (main/php_ini.c, fpm_php.c, fpm_main.c). A refused value leaves the one below in force.
 * @param pool null for a php.ini pasted without pools
 * @param iniFiles pasted php.ini, conf.d and .user.ini files, in any order
 */
export function phpLimits(
  pool: Pool | null,
  iniFiles: readonly IniFile[],
  fastcgiParams: readonly FastcgiParam[] = [],
  request: PhpRequest = {},
): PhpLimits {
  const place = placing(iniFiles);
  const inis = phpIniOrder(iniFiles, pool);
  const admin = poolEntries(pool, true);
  const locked = new Set(admin.map((entry) => entry.name));
  const fastcgi = fastcgiEntries(fastcgiParams);
  const userInis = iniFiles.filter((file) => isUserIni(file) && userIniApplies(file, request));
  const layers: readonly (readonly PhpEntry[])[] = [
    lastOfEach(inis.flatMap((file) => iniEntries(file, place, (section) => !isSpecialSection(section)))),
    poolEntries(pool, false),
    userInis
      .flatMap((file) => lastOfEach(iniEntries(file, place, () => true)))
      .filter((entry) => isUserSettable(entry.name) && !locked.has(entry.name)),
    admin,
    fastcgi,
    lastOfEach(
      inis.flatMap((file) =>
        iniEntries(file, place, (section) => isSpecialSection(section) && appliesTo(section, request)),
      ),
    ),
  ];
  const settings: Record<string, Setting> = { ...builtInSettings() };
  const refused: RefusedValue[] = [];
  for (const entry of layers.flat()) apply(entry, settings, refused);
  return { settings, refused, leaking: [...new Set(fastcgi.map((entry) => entry.name))] };
}

/** PHP gathers files in one table before it applies any value: a refused last value does not bring an earlier one back. */
function lastOfEach(entries: readonly PhpEntry[]): PhpEntry[] {
  return [...new Map(entries.map((entry) => [entry.name, entry])).values()];
}

function placing(files: readonly IniFile[]): PlaceIni {
  const sources = new Sources(new Map(files.map((file) => [file.path, { text: printIni(file) }])));
  return (file, entry) => ({
    ...sources.placeOf(file.path, entry.start),
    start: entry.valueStart,
    end: entry.valueStart + entry.valueRaw.length,
  });
}

function apply(entry: PhpEntry, settings: Record<string, Setting>, refused: RefusedValue[]): void {
  const directive = findPhpDirective(entry.name);
  const unit = UNITS[directive?.type ?? 'string'];
  const from = entry.from ?? { default: 'printed by the running PHP' };
  const written = entry.from ? entry.written : null;
  if (dependsOnVariable(entry.value)) {
    settings[entry.name] = { value: null, unit, written, meant: entry.value, from };
    return;
  }
  const reading = readPhpValue(directive, entry.value);
  const { value, meant, corrected } = reading;
  if (value === null) {
    if (entry.from === null) return;
    const message = reading.refused ?? '';
    refused.push({ name: entry.name, written: entry.written, message, meant, corrected, from: entry.from });
    return;
  }
  const words = reading.warning === null ? inWords(value, unit) : meant;
  const setting: Setting = { value, unit, written, meant: words, from };
  settings[entry.name] = corrected === null ? setting : { ...setting, corrected };
}

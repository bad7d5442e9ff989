import type { FpmKey } from '../knowledge/php/fpm-key.ts';
import { dependsOnVariable, readFpmValue } from '../syntax/ini/fpm-values.ts';
import { isPhpBefore } from '../syntax/ini/php-version.ts';
import { inWords } from './limits/words.ts';
import { UNNAMED_POOL, type PlacedEntry } from './pool-sections.ts';
import type { Setting, SettingValue, Unit, WrittenAt } from './setting.ts';

const UNITS: Readonly<Record<FpmKey['type'], Unit>> = {
  text: 'text',
  word: 'text',
  integer: 'count',
  core: 'count',
  time: 'seconds',
  flag: 'flag',
  map: 'text',
  list: 'text',
  include: 'text',
};

export type PlaceValue = (placed: PlacedEntry) => WrittenAt;

/** A key as somebody wrote it: what FPM reads, null where FPM refuses it or an environment variable decides. */
export function writtenSetting(key: FpmKey, placed: PlacedEntry, pool: string | null, placeOf: PlaceValue): Setting {
  const { entry } = placed;
  const unit = UNITS[key.type];
  const from = placeOf(placed);
  const value = pool === null ? (entry.value ?? '') : expandPool(entry.value ?? '', pool);
  const nameless = pool === UNNAMED_POOL && entry.value?.includes('$pool') === true;
  if (nameless || dependsOnVariable(value)) return { value: null, unit, written: entry.valueRaw, meant: value, from };
  const reading = readFpmValue(key, value, entry.valueRaw);
  const meant = reading.warning === null && reading.value !== null ? inWords(reading.value, unit) : reading.meant;
  const setting = { value: reading.value, unit, written: entry.valueRaw, meant, from };
  return reading.corrected === null ? setting : { ...setting, corrected: reading.corrected };
}

/** `$pool` stands for the pool's name in every string (`fpm_conf_expand_pool_name`). */
export function expandPool(value: string, pool: string): string {
  return value.replaceAll('$pool', () => pool);
}

export function defaultSetting(key: FpmKey, version: string): Setting {
  const standard = key.before && isPhpBefore(version, key.before[0]) ? key.before[1] : key.default;
  const unit = UNITS[key.type];
  const from = { default: `PHP-FPM ${version}` };
  if (standard === undefined || standard === 'unset' || key.name === 'pm.start_servers') {
    return { value: unit === 'count' && standard !== 'unset' ? 0 : '', unit, written: null, meant: 'not set', from };
  }
  const value = readFpmValue(key, standard, standard).value;
  return { value, unit, written: null, meant: inWords(value, unit), from };
}

export function unknownSetting(key: FpmKey, why: string): Setting {
  return { value: null, unit: UNITS[key.type], written: null, meant: 'unknown', from: { unknown: why } };
}

/** The same setting with a value that FPM computes from others. */
export function withValue(setting: Setting, value: SettingValue): Setting {
  return { ...setting, value, meant: inWords(value, setting.unit) };
}

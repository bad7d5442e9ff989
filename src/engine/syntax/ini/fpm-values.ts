import type { FpmKey } from '../../knowledge/php/fpm-key.ts';
import { FPM_KEYS } from '../../knowledge/php/fpm-keys.ts';
import { readFpmBoolean, readFpmInteger, readFpmRlimitCore, readFpmTime, readFpmWord } from './quantity.ts';
import type { Reading } from './quantity.ts';

type FpmSection = 'global' | 'pool';

const BY_SECTION: Readonly<Record<FpmSection, ReadonlyMap<string, FpmKey>>> = {
  global: keysOf('global'),
  pool: keysOf('pool'),
};

function keysOf(section: FpmSection): ReadonlyMap<string, FpmKey> {
  const keys = FPM_KEYS.filter((key) => key.section === section || key.section === 'any');
  return new Map(keys.map((key) => [key.name, key]));
}

/** A key of a section, ignoring case for all but the maps (`fpm_conf_ini_parser_entry` compares with strcasecmp). */
export function findFpmKey(section: FpmSection, name: string): FpmKey | undefined {
  return BY_SECTION[section].get(name.toLowerCase());
}

/** `[GLOBAL]` is the global section too; `[ global ]` is a pool of that name. */
export function isGlobalSection(name: string): boolean {
  return name.toLowerCase() === 'global';
}

const WORD_REFUSALS: Readonly<Record<string, string | undefined>> = {
  pm: 'invalid process manager (static, dynamic or ondemand)',
  log_level: "invalid value for 'log_level'",
  'syslog.facility': 'invalid value',
};

/**
 * Reads a key's value as FPM does (`fpm_conf_set_*`).
 * @param value behind PHP's scanner; @param written as in the file, for what was meant
 */
export function readFpmValue(key: FpmKey, value: string, written: string): Reading<number | string | boolean> {
  switch (key.type) {
    case 'time':
      return readFpmTime(value, written);
    case 'integer':
      return readFpmInteger(value, written);
    case 'flag':
      return readFpmBoolean(value);
    case 'core':
      return readFpmRlimitCore(value);
    case 'word':
      return readFpmWord(value, key.words ?? [], WORD_REFUSALS[key.name] ?? 'invalid value');
    default:
      return { value, refused: null, warning: null, meant: value, corrected: null };
  }
}

/** True when the value rests on an environment variable that nobody pasted. */
export function dependsOnVariable(value: string): boolean {
  return value.includes('${');
}

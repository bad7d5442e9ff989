import type { FpmKey } from '../../knowledge/php/fpm-key.ts';
import { blame } from './complaint.ts';
import type { Complaint } from './complaint.ts';
import { dependsOnVariable, findFpmKey, readFpmValue } from './fpm-values.ts';
import { nearestKey } from './nearest-key.ts';
import type { SectionReading } from './pool-reading.ts';
import { isPhpBefore } from './php-version.ts';
import { readFpmBoolean } from './quantity.ts';
import type { IniEntry } from './tree.ts';

const FLAG_MAPS = new Set(['php_flag', 'php_admin_flag']);

/**
 * The checks FPM makes entry by entry (`fpm_conf_ini_parser_entry`, `fpm_conf_ini_parser_array`).
 * Accepted values go into the section's reading, for the checks across keys.
 */
export function checkEntry(entry: IniEntry, section: SectionReading, version: string): Complaint | null {
  if (entry.subscript !== null) return checkArray(entry, section, entry.subscript);
  if (entry.value === null) {
    return blame(entry, 'error', 'value is NULL for a ZEND_INI_PARSER_ENTRY', hintForBareKey(entry));
  }
  const where = section.name === null ? 'global' : 'pool';
  const key = findFpmKey(where, entry.key);
  if (!key || key.type === 'map' || key.type === 'list' || isNewer(key, version)) {
    const hint =
      key && isNewer(key, version) ? `${key.name} came with PHP ${key.since ?? ''}` : nearestKey(where, entry.key);
    return blame(entry, 'error', `unknown entry '${entry.key}'`, hint);
  }
  if (key.type === 'include') return null;
  return checkScalar(entry, key, section);
}

function checkScalar(entry: IniEntry, key: FpmKey, section: SectionReading): Complaint | null {
  const value = entry.value ?? '';
  if (dependsOnVariable(value)) {
    section.unclear.add(key.name);
    return null;
  }
  if (section.name === null && key.type === 'text' && value.includes('$pool')) {
    return blame(entry, 'error', unparsed(key.name, "Can't use '$pool' when the pool is not defined"));
  }
  const expanded = section.name === null ? value : value.replaceAll('$pool', () => section.name ?? '');
  const reading = readFpmValue(key, expanded, entry.valueRaw);
  if (reading.value === null) {
    section.unclear.add(key.name);
    return blame(entry, 'error', unparsed(key.name, reading.refused ?? ''), reading.corrected);
  }
  section.unclear.delete(key.name);
  section.values.set(key.name, { value: reading.value, entry });
  if (reading.warning === null) return null;
  return blame(entry, 'warning', `${reading.warning}; ${reading.meant} was meant`, reading.corrected);
}

function unparsed(key: string, why: string): string {
  return `unable to parse value for entry '${key}': ${why}`;
}

function checkArray(entry: IniEntry, section: SectionReading, subscript: string): Complaint | null {
  const key = findFpmKey('pool', entry.key);
  const needsName = subscript === '' && entry.key !== 'access.suppress_path';
  if (needsName) return blame(entry, 'error', `You must provide a key for field '${entry.key}'`);
  if (section.name === null) return blame(entry, 'error', 'Array are not allowed in the global section');
  if (key?.name !== entry.key || (key.type !== 'map' && key.type !== 'list')) {
    return blame(
      entry,
      'error',
      `unknown directive '${entry.key}'`,
      key?.name === entry.key ? null : (key?.name ?? null),
    );
  }
  const value = entry.value ?? '';
  if (key.type === 'list') {
    if (subscript !== '') return blame(entry, 'error', `Keys provided to field '${key.name}' are ignored`);
    return value.startsWith('/')
      ? null
      : blame(entry, 'error', `Values provided to field '${key.name}' must begin with '/'`);
  }
  if (key.name === 'env' && value === '') return blame(entry, 'error', 'empty value');
  if (!FLAG_MAPS.has(key.name) || dependsOnVariable(value)) return null;
  const reading = readFpmBoolean(value);
  if (reading.refused === null) return null;
  return blame(
    entry,
    'error',
    `error while parsing '${key.name}[${subscript}]' : ${reading.refused}`,
    reading.corrected,
  );
}

function isNewer(key: FpmKey, version: string): boolean {
  return key.since !== undefined && isPhpBefore(version, key.since);
}

/** What the author of a line without `=` probably wanted. */
function hintForBareKey(entry: IniEntry): string | null {
  if (entry.key.startsWith('#') || entry.key.startsWith('//')) return 'comments begin with ;';
  if (entry.key.startsWith("'")) return `write "" for an empty value: PHP ends the value at ''`;
  return null;
}

import type { PhpDirective, PhpDirectiveType } from '../../knowledge/php/php-directive.ts';
import { PHP_DIRECTIVES } from '../../knowledge/php/php-directives.ts';
import { readPhpBoolean, readPhpMemoryLimit, readPhpQuantity, readPhpSeconds } from './quantity.ts';
import type { Reading } from './quantity.ts';
import { toInt32 } from './value.ts';

const BY_NAME: ReadonlyMap<string, PhpDirective> = new Map(
  PHP_DIRECTIVES.map((directive) => [directive.name, directive]),
);

/** Names are compared as written: `Memory_Limit` is none of PHP's. */
export function findPhpDirective(name: string): PhpDirective | undefined {
  return BY_NAME.get(name);
}

const MEBIBYTE = 1_048_576;
/** OPcache refuses less (`OnUpdateMemoryConsumption`). */
const LEAST_OPCACHE_MEBIBYTES = 8;

type Read = (value: string) => Reading<number | string | boolean>;

const READERS: Readonly<Record<PhpDirectiveType, Read>> = {
  string: (value) => ({ value, refused: null, warning: null, meant: value, corrected: null }),
  bool: readPhpBoolean,
  int: readPhpQuantity,
  time_s: readPhpQuantity,
  size: readPhpQuantity,
  size_mb: readMebibytes,
  'bool|size': (value) => (/^(on|off)$/i.test(value) ? readPhpBoolean(value) : readPhpQuantity(value)),
  seconds: readPhpSeconds,
  'memory-limit': readPhpMemoryLimit,
  count: readCount,
};

/** Reads a directive's value as PHP does; a value of an unknown directive is text. */
export function readPhpValue(directive: PhpDirective | undefined, value: string): Reading<number | string | boolean> {
  return READERS[directive?.type ?? 'string'](value);
}

/** `opcache.memory_consumption = 128`: mebibytes by atoi, `128M` and `128` alike; in bytes. */
function readMebibytes(value: string): Reading<number> {
  const amount = toInt32(value);
  const meant = `${amount}M`;
  if (amount >= LEAST_OPCACHE_MEBIBYTES || amount === 0) {
    return { value: amount * MEBIBYTE, refused: null, warning: null, meant, corrected: null };
  }
  const refused = 'opcache.memory_consumption is set below the required 8MB.';
  return { value: null, refused, warning: null, meant, corrected: null };
}

/** `OnUpdateLongGEZero` refuses negative numbers. */
function readCount(value: string): Reading<number> {
  const reading = readPhpQuantity(value);
  if (reading.value === null || reading.value >= 0) return reading;
  return { ...reading, value: null, refused: `a negative value is not allowed: ${value}` };
}

import { intendedBytes, intendedCount, intendedSeconds, saySeconds, spellBytes } from './intended.ts';
import { toInt32 } from './value.ts';

/**
 * One value as a daemon reads it.
 * All readers take the value behind PHP's scanner (`IniEntry.value`: `on` is already `1`, `off` and `none` are empty).
 */
export interface Reading<T> {
  /** What the daemon uses; null when it refuses the value. */
  readonly value: T | null;
  /** The daemon's message for a refused value. */
  readonly refused: string | null;
  /** What PHP itself warns about, or what it silently misreads. */
  readonly warning: string | null;
  /** What the author seems to have meant; for sane input the value in words. */
  readonly meant: string;
  /** The spelling that gives what was meant; null when the value is sane or nothing sensible can be read. */
  readonly corrected: string | null;
}

function sane<T>(value: T, meant: string): Reading<T> {
  return { value, refused: null, warning: null, meant, corrected: null };
}

const INT32_MAX = 2_147_483_647;
const TIME_UNITS: Readonly<Record<string, number | undefined>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/**
 * FPM times (`fpm_conf_set_time`): one lower-case suffix s, m, h or d; atoi on the rest, in 32 bits; seconds.
 * `500ms` is 500 s, `1m30s` 1 s, `2.5m` 120 s; empty, `90S` and `30sec` are refused.
 */
export function readFpmTime(value: string, written = value): Reading<number> {
  const intended = intendedSeconds(written);
  const fits = intended !== null && intended <= INT32_MAX;
  const corrected = !fits ? null : `${Math.ceil(intended)}${intended === 0 ? '' : 's'}`;
  const meant = intended === null ? written : saySeconds(intended);
  if (value === '') {
    return { value: null, refused: 'invalid time value', warning: null, meant, corrected };
  }
  const suffix = value.slice(-1);
  const unit = TIME_UNITS[suffix] ?? (suffix >= '0' && suffix <= '9' ? 1 : undefined);
  if (unit === undefined) {
    return { value: null, refused: 'unknown suffix used in time value', warning: null, meant, corrected };
  }
  const seconds = (unit * toInt32(value)) | 0;
  if (intended === seconds || (intended === null && seconds > 0)) return sane(seconds, saySeconds(seconds));
  const warning = `PHP-FPM reads this as ${saySeconds(seconds)}`;
  return { value: seconds, refused: null, warning, meant, corrected };
}

/** FPM integers (`fpm_conf_set_integer`): digits with an optional `-` in front, atoi in 32 bits; empty is 0. */
export function readFpmInteger(value: string, written = value): Reading<number> {
  const intended = intendedCount(written);
  if (!/^-?[0-9]*$/.test(value)) {
    const meant = intended === null ? written : String(intended);
    const refused = 'is not a valid number (greater or equal than zero)';
    return { value: null, refused, warning: null, meant, corrected: intended === null ? null : meant };
  }
  const number = toInt32(value);
  if (value !== '' && value !== '-' && BigInt(value) !== BigInt(number)) {
    return { value: number, refused: null, warning: `PHP-FPM reads this as ${number}`, meant: value, corrected: null };
  }
  return sane(number, String(number));
}

const YES = new Set(['1', 'yes', 'true', 'on']);
const NO = new Set(['', '0', 'no', 'false', 'off', 'none']);
const MEANT_YES = new Set(['y', 'enable', 'enabled', '2', '-1', 'ja', 'oui']);

/**
 * FPM booleans (`fpm_conf_set_boolean`). The scanner reads `On`, `YES`, … without quotes as `1` or nothing; in quotes only the
 * lower-case words pass. `2`, `y`, `enabled` and `"on "` are refused.
 */
export function readFpmBoolean(value: string): Reading<boolean> {
  if (YES.has(value)) return sane(true, 'yes');
  if (NO.has(value)) return sane(false, 'no');
  const word = value.toLowerCase();
  const meant = MEANT_YES.has(word.trim()) || YES.has(word.trim()) ? 'yes' : 'no';
  return { value: null, refused: 'invalid boolean value', warning: null, meant, corrected: meant };
}

/** A word from a fixed list, ignoring case (`pm`, `log_level`). */
export function readFpmWord(value: string, words: readonly string[], refusal: string): Reading<string> {
  const word = value.toLowerCase();
  if (words.includes(word)) return sane(word, word);
  const near = words.find(
    (candidate) => word !== '' && (candidate.startsWith(word.trim()) || word.trim().startsWith(candidate)),
  );
  return { value: null, refused: refusal, warning: null, meant: near ?? value, corrected: near ?? null };
}

/** `rlimit_core`: an integer from 0, or `unlimited` (−1). */
export function readFpmRlimitCore(value: string): Reading<number> {
  if (value.toLowerCase() === 'unlimited') return sane(-1, 'unlimited');
  const reading = readFpmInteger(value);
  if (reading.value === null || reading.value >= 0) return reading;
  return { ...reading, value: null, refused: "must be greater than zero or 'unlimited'" };
}

const FACTORS: Readonly<Record<string, number | undefined>> = { k: 1024, m: 1_048_576, g: 1_073_741_824 };
const BASES: Readonly<Record<string, readonly [RegExp, number] | undefined>> = {
  x: [/^[0-9a-f]*/i, 16],
  o: [/^[0-7]*/, 8],
  b: [/^[01]*/, 2],
};

/**
 * PHP quantities (`zend_ini_parse_quantity`): an integer (decimal, `0x`, `0o`, `0b`, or octal after a leading 0) and the last
 * character K, M or G; anything else in between is dropped. `2MB` is 2, `1.5G` 1 GiB, `1GM` 1 MiB. PHP warns since 8.2.
 */
export function readPhpQuantity(value: string): Reading<number> {
  const [number, complaint] = parseQuantity(value.replace(/^[ \t\n\r\v\f]{1,99}/, '').trimEnd(), value);
  const intended = intendedBytes(value);
  if (complaint === null) return sane(number, spellBytes(number));
  const meant = intended === null ? value : spellBytes(intended);
  return { value: number, refused: null, warning: complaint, meant, corrected: intended === null ? null : meant };
}

function parseQuantity(text: string, written: string): readonly [number, string | null] {
  if (text === '') return [0, null];
  const signed = text.startsWith('-') || text.startsWith('+');
  const sign = text.startsWith('-') ? -1 : 1;
  const body = signed ? text.slice(1) : text;
  const backwards = 'for backwards compatibility';
  if (!/^[0-9]/.test(body)) {
    return [0, `Invalid quantity "${written}": no valid leading digits, interpreting as "0" ${backwards}`];
  }
  let digits = /^[0-9]*/.exec(body)?.[0] ?? '';
  let prefix = '';
  let base = 10;
  if (digits === '0' && body.length > 1 && /^[^gmk \t]/i.test(body.slice(1))) {
    const letter = body.charAt(1);
    const found = BASES[letter.toLowerCase()];
    if (!found)
      return [0, `Invalid quantity "${written}": invalid prefix "0${letter}", interpreting as "0" ${backwards}`];
    prefix = body.slice(0, 2);
    base = found[1];
    digits = found[0].exec(body.slice(2))?.[0] ?? '';
    if (digits === '') {
      return [0, `Invalid quantity "${written}": no digits after base prefix, interpreting as "0" ${backwards}`];
    }
  } else if (digits.startsWith('0') && digits.length > 1) {
    base = 8;
    digits = /^[0-7]*/.exec(digits)?.[0] ?? '';
  }
  const spaced = digits + (/^[ \t\n\r\v\f]{0,99}/.exec(body.slice(prefix.length + digits.length))?.[0] ?? '');
  const number = sign * parseInt(digits, base);
  const rest = body.slice(prefix.length + spaced.length);
  if (rest === '') return [number, null];
  const last = rest.slice(-1);
  const factor = FACTORS[last.toLowerCase()];
  const read = text.slice(0, text.length - rest.length);
  if (factor === undefined) {
    return [
      number,
      `Invalid quantity "${written}": unknown multiplier "${last}", interpreting as "${read}" ${backwards}`,
    ];
  }
  if (rest.length === 1) return [number * factor, null];
  return [number * factor, `Invalid quantity "${written}", interpreting as "${read}${last}" ${backwards}`];
}

/** Bytes in use when PHP starts: a memory_limit below cannot be set (Zend/zend_alloc.c: the first chunk). */
export const MEMORY_IN_USE_AT_START = 2_097_152;

/**
 * `memory_limit` (`OnChangeMemoryLimit`): a quantity that must leave room for what is in use; −1 is unlimited.
 * `512MB` means 512 bytes, cannot be set, and the previous value stays.
 */
export function readPhpMemoryLimit(value: string): Reading<number> {
  const reading = readPhpQuantity(value);
  const bytes = reading.value ?? 0;
  if (bytes === -1 && reading.warning === null) return sane(-1, 'unlimited');
  if (bytes >= MEMORY_IN_USE_AT_START) return reading;
  const refused =
    bytes < 0
      ? `Invalid "memory_limit" setting. Invalid quantity "${value}": value is out of range`
      : `Failed to set memory limit to ${bytes} bytes (Current memory usage is ${MEMORY_IN_USE_AT_START} bytes)`;
  const intended = intendedBytes(value);
  const usable = intended !== null && intended >= MEMORY_IN_USE_AT_START;
  const meant = usable ? spellBytes(intended) : value;
  return { value: null, refused, warning: reading.warning, meant, corrected: usable ? meant : bytes < 0 ? '-1' : null };
}

/** `max_execution_time` (`OnUpdateTimeout`): leading decimal digits in seconds, the rest ignored. `1m` is 1 s, `0x10` is 0. */
export function readPhpSeconds(value: string): Reading<number> {
  const number = toInt32(value);
  const intended = intendedSeconds(value);
  if (/^[ \t]{0,99}[-+]?[0-9]{0,30}[ \t]{0,99}$/.test(value) || intended === number)
    return sane(number, saySeconds(number));
  const warning = `PHP reads this as ${saySeconds(number)}`;
  if (intended === null) return { value: number, refused: null, warning, meant: value, corrected: null };
  return { value: number, refused: null, warning, meant: saySeconds(intended), corrected: String(Math.ceil(intended)) };
}

/** php.ini booleans (`zend_ini_parse_bool`): true, yes, on, or a number other than 0. */
export function readPhpBoolean(value: string): Reading<boolean> {
  const word = value.toLowerCase();
  const on = word === 'true' || word === 'yes' || word === 'on' || toInt32(word) !== 0;
  const known = on || NO.has(word) || word === 'null';
  if (known) return sane(on, on ? 'On' : 'Off');
  const meant = MEANT_YES.has(word.trim()) ? 'On' : 'Off';
  return { value: on, refused: null, warning: 'PHP reads this as Off', meant, corrected: meant };
}

import type { Bytes, Milliseconds, Seconds } from '../../text/units.ts';

const MAX = 2n ** 63n - 1n;
/** Longest token that nginx reads; longer ones never reach a parser of values. */
const MAX_TOKEN = 4096;

/** Scale in seconds and rank: units must come in falling order (`ngx_parse_time`). */
const TIME_UNITS: Readonly<Record<string, readonly [rank: number, seconds: bigint]>> = {
  y: [1, 31_536_000n],
  M: [2, 2_592_000n],
  w: [3, 604_800n],
  d: [4, 86_400n],
  h: [5, 3600n],
  m: [6, 60n],
  s: [7, 1n],
  ' ': [9, 1n],
};
const RANK_OF_MILLISECONDS = 8;

/**
 * Time of a millisecond slot: every `*_timeout` of the upstream modules, `keepalive_timeout`, `send_timeout`, …
 * `1m30s` is 90,000, a bare number counts seconds, `y` and `M` are refused.
 * @returns null when nginx refuses it (ngx_parse.c, `ngx_parse_time` with `is_sec` 0)
 */
export function parseMilliseconds(text: string): Milliseconds | null {
  return parseTime(text, 'ms');
}

/** Time of a second slot (`open_file_cache_valid`, `ssl_session_timeout`): no `ms`; `y` and `M` are known. */
export function parseSeconds(text: string): Seconds | null {
  return parseTime(text, 's');
}

/** @returns the time in `unit`, as a slot of that unit reads it; null when nginx refuses it */
export function parseTime(text: string, unit: 'ms' | 's'): number | null {
  if (text.length > MAX_TOKEN) return null;
  const inMilliseconds = unit === 'ms';
  const scaleOfSecond = inMilliseconds ? 1000n : 1n;
  let rank = inMilliseconds ? 2 : 0;
  let valid = false;
  let total = 0n;
  let at = 0;
  while (at < text.length) {
    const digits = digitsFrom(text, at);
    at += digits.length;
    valid ||= digits !== '';
    let value = digits === '' ? 0n : BigInt(digits);
    if (value > MAX) return null;
    if (at >= text.length) {
      value *= scaleOfSecond;
    } else if (text.startsWith('ms', at)) {
      if (!inMilliseconds || rank >= RANK_OF_MILLISECONDS) return null;
      rank = RANK_OF_MILLISECONDS;
      at += 2;
    } else {
      const scale = TIME_UNITS[text.charAt(at)];
      // A blank ends a plain number of seconds; it may stand where `s` may.
      if (scale === undefined || rank >= Math.min(scale[0], 7)) return null;
      rank = scale[0];
      value *= scale[1] * scaleOfSecond;
      at++;
    }
    total += value;
    if (total > MAX) return null;
    while (text.charAt(at) === ' ') at++;
  }
  return valid ? Number(total) : null;
}

/** Size of a memory slot (`fastcgi_buffer_size`): digits and one of k K m M. null when nginx refuses it (`ngx_parse_size`). */
export function parseSize(text: string): Bytes | null {
  return parseScaled(text, 'km');
}

/** Size of an offset slot (`client_max_body_size`): as `parseSize`, and g G (`ngx_parse_offset`). */
export function parseOffset(text: string): Bytes | null {
  return parseScaled(text, 'kmg');
}

function parseScaled(text: string, units: string): number | null {
  const unit = units.indexOf(text.slice(-1).toLowerCase());
  const scaled = text !== '' && unit !== -1;
  const digits = scaled ? text.slice(0, -1) : text;
  if (digits === '' || digitsFrom(digits, 0).length !== digits.length) return null;
  const value = BigInt(digits) * (scaled ? 1024n ** BigInt(unit + 1) : 1n);
  return value > MAX ? null : Number(value);
}

/** Count: digits only (`ngx_atoi`). */
export function parseCount(text: string): number | null {
  if (text === '' || digitsFrom(text, 0).length !== text.length) return null;
  const value = BigInt(text);
  return value > MAX ? null : Number(value);
}

/** `on`/`off` in any case (`ngx_conf_set_flag_slot`). */
export function parseFlag(text: string): boolean | null {
  const lower = text.toLowerCase();
  return lower === 'on' ? true : lower === 'off' ? false : null;
}

/** `8 4k`: number and size of buffers, neither may be 0 (`ngx_conf_set_bufs_slot`). */
export function parseBuffers(number: string, size: string): { number: number; size: Bytes } | null {
  const buffers = { number: parseCount(number) ?? 0, size: parseSize(size) ?? 0 };
  return buffers.number > 0 && buffers.size > 0 ? buffers : null;
}

function digitsFrom(text: string, start: number): string {
  let end = start;
  while (end - start < MAX_TOKEN && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return text.slice(start, end);
}

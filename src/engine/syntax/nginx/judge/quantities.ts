const MAX_INTEGER = 9223372036854775807n;
const UNITS = {
  y: { step: 1, seconds: 31_536_000n },
  M: { step: 2, seconds: 2_592_000n },
  w: { step: 3, seconds: 604_800n },
  d: { step: 4, seconds: 86_400n },
  h: { step: 5, seconds: 3_600n },
  m: { step: 6, seconds: 60n },
  s: { step: 7, seconds: 1n },
  ' ': { step: 9, seconds: 1n },
} as const;
const MILLISECOND_STEP = 8;

/** `ngx_atoi`: digits only, at most 2⁶³−1; null for anything else. */
export function parseInteger(text: string): number | null {
  const value = parseDigits(text);
  return value === null || value > MAX_INTEGER ? null : Number(value);
}

function parseDigits(text: string): bigint | null {
  if (text.length === 0) return null;
  for (let at = 0; at < text.length; at++) if (!isDigit(text.charCodeAt(at))) return null;
  // Nothing longer fits 64 bits unless it is padded, and BigInt's own parser is not linear.
  if (text.length > 400) return null;
  return BigInt(text);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** `ngx_parse_size`: bytes with an optional k or m; null when nginx refuses it. */
export function parseSize(text: string): number | null {
  return parseScaled(text, { k: 1024n, m: 1_048_576n });
}

/** `ngx_parse_offset`: as a size, and g. */
export function parseOffset(text: string): number | null {
  return parseScaled(text, { k: 1024n, m: 1_048_576n, g: 1_073_741_824n });
}

function parseScaled(text: string, scales: Readonly<Record<string, bigint>>): number | null {
  const scale = scales[text.slice(-1).toLowerCase()];
  const value = parseDigits(scale === undefined ? text : text.slice(0, -1));
  if (value === null || value * (scale ?? 1n) > MAX_INTEGER) return null;
  return Number(value * (scale ?? 1n));
}

/**
 * `ngx_parse_time`: units in descending order, a bare number is seconds. Year and month exist for seconds only,
 * milliseconds for milliseconds only.
 * @returns the time in `unit`, or null when nginx refuses it
 */
export function parseTime(text: string, unit: 'ms' | 's'): number | null {
  if (text.length > 400) return null;
  const inMilliseconds = unit === 'ms';
  const factor = inMilliseconds ? 1000n : 1n;
  let step = inMilliseconds ? 2 : 0;
  let value = 0n;
  let total = 0n;
  let valid = false;
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (isDigit(text.charCodeAt(at))) {
      value = value * 10n + BigInt(character);
      if (value > MAX_INTEGER) return null;
      valid = true;
      at++;
      continue;
    }
    const milliseconds = character === 'm' && text.charAt(at + 1) === 's';
    if (milliseconds) {
      if (!inMilliseconds || step >= MILLISECOND_STEP) return null;
      step = MILLISECOND_STEP;
      at += 2;
    } else {
      const found = UNITS[character as keyof typeof UNITS] as (typeof UNITS)[keyof typeof UNITS] | undefined;
      // A blank behaves like "s" in what may precede it.
      if (found === undefined || step >= Math.min(found.step, UNITS.s.step)) return null;
      step = found.step;
      value *= found.seconds * factor;
      at++;
    }
    total += value;
    if (total > MAX_INTEGER) return null;
    value = 0n;
    while (text.charAt(at) === ' ') at++;
  }
  total += value * factor;
  return valid && total <= MAX_INTEGER ? Number(total) : null;
}

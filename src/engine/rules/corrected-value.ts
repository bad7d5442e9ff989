import { intendedBytes, intendedSeconds } from '../syntax/ini/intended.ts';
import { sizeWord } from '../plan/size-word.ts';

/**
 * What nginx would accept for a refused time or size whose meaning is plain: `60S` → `60s`, `1.5s` → `1500ms`, `10mb` → `10m`,
 * `1g` for a buffer → `1024m`. null when nothing sensible can be read.
 */
export function correctedNginxValue(written: string, directive: string): string | null {
  const value = written.trim();
  if (!/^\d{1,12}(?:\.\d{1,4})?\s?[a-z]{1,7}$/iu.test(value)) return null;
  if (/_(?:timeout|time|inactive|valid)$/u.test(directive)) {
    const seconds = intendedSeconds(value);
    if (seconds === null) return null;
    return Number.isInteger(seconds) ? `${String(seconds)}s` : `${String(Math.round(seconds * 1000))}ms`;
  }
  if (/_(?:size|buffers?|rate)$/u.test(directive)) {
    const bytes = intendedBytes(value);
    return bytes === null ? null : sizeWord(Math.round(bytes), directive === 'client_max_body_size' ? 'kmg' : 'km');
  }
  return null;
}

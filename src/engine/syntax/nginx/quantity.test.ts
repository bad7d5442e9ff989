import { describe, expect, it } from 'vitest';
import {
  parseBuffers,
  parseCount,
  parseFlag,
  parseMilliseconds,
  parseOffset,
  parseSeconds,
  parseSize,
} from './quantity.ts';

describe('times of a millisecond slot, as nginx 1.22 took or refused them', () => {
  it.each([
    ['60', 60_000],
    ['60s', 60_000],
    ['1m', 60_000],
    ['1m30s', 90_000],
    ['90000ms', 90_000],
    ['500ms', 500],
    ['1h', 3_600_000],
    ['1d', 86_400_000],
    ['1w', 604_800_000],
    ['0', 0],
    ['1m 30s', 90_000],
    ['1m30', 90_000],
    ['9223372036854775', 9_223_372_036_854_775_000],
  ])('%s is %d ms', (text, value) => {
    expect(parseMilliseconds(text)).toBe(value);
  });

  it.each(['1.5s', '1M', '1y', '-1', '30s1m', '60S', '60sec', '', '9223372036854776', '99999999999999999999'])(
    '%s is refused',
    (text) => {
      expect(parseMilliseconds(text)).toBeNull();
    },
  );
});

describe('times of a second slot', () => {
  it('knows months and refuses milliseconds', () => {
    expect(parseSeconds('1M')).toBe(2_592_000);
    expect(parseSeconds('1y')).toBe(31_536_000);
    expect(parseSeconds('500ms')).toBeNull();
  });
});

describe('sizes', () => {
  it.each([
    ['4096', 4096],
    ['16k', 16_384],
    ['16K', 16_384],
    ['1M', 1_048_576],
    ['0', 0],
  ])('%s is %d bytes', (text, value) => {
    expect(parseSize(text)).toBe(value);
    expect(parseOffset(text)).toBe(value);
  });

  it.each(['1g', '16kb', '16 k', '1.5k', '', 'k', '-1'])('%s is no size', (text) => {
    expect(parseSize(text)).toBeNull();
  });

  it('takes gigabytes for offsets only', () => {
    expect(parseOffset('1G')).toBe(1_073_741_824);
    expect(parseOffset('8589934591g')).not.toBeNull();
    expect(parseOffset('8589934592g')).toBeNull();
    expect(parseOffset('1t')).toBeNull();
  });
});

describe('buffers, counts, flags', () => {
  it('reads pairs and refuses zeros', () => {
    expect(parseBuffers('16', '16K')).toEqual({ number: 16, size: 16_384 });
    expect(parseBuffers('0', '4k')).toBeNull();
    expect(parseBuffers('8', '')).toBeNull();
  });

  it('reads counts and flags', () => {
    expect(parseCount('1024')).toBe(1024);
    expect(parseCount('1k')).toBeNull();
    expect([parseFlag('ON'), parseFlag('off'), parseFlag('yes')]).toEqual([true, false, null]);
  });
});

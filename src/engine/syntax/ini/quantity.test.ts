import { describe, expect, it } from 'vitest';
import {
  readFpmBoolean,
  readFpmInteger,
  readFpmTime,
  readPhpMemoryLimit,
  readPhpQuantity,
  readPhpSeconds,
} from './quantity.ts';

describe('readFpmTime', () => {
  it.each([
    ['30', 30, '30 s', null],
    ['2m', 120, '120 s', null],
    ['500ms', 500, '0.5 s', '1s'],
    ['1m30s', 1, '90 s', '90s'],
    ['1h30m', 60, '5400 s', '5400s'],
    ['2.5m', 120, '150 s', '150s'],
    ['99999999999', 1215752191, '99999999999 s', null],
    ['30S', null, '30 s', '30s'],
    ['30sec', null, '30 s', '30s'],
    ['1w', null, '604800 s', '604800s'],
    ['off', null, '0 s', '0'],
    ['', null, '', null],
    ['ms', 0, 'ms', null],
  ])('%s', (written, value, meant, corrected) => {
    expect(readFpmTime(written)).toMatchObject({ value, meant, corrected });
  });
});

describe('readFpmInteger', () => {
  it.each([
    ['500', 500, null],
    ['', 0, null],
    ['-5', -5, null],
    ['1k', null, '1000'],
    ['1e3', null, '1000'],
    ['5.5', null, '5'],
    ['2147483648', -2147483648, null],
  ])('%s', (written, value, corrected) => {
    expect(readFpmInteger(written)).toMatchObject({ value, corrected });
  });
});

describe('readFpmBoolean', () => {
  it.each([
    ['1', true],
    ['', false],
    ['yes', true],
    ['On', null],
    ['enabled', null],
    ['2', null],
  ])('%s', (value, expected) => {
    expect(readFpmBoolean(value).value).toBe(expected);
  });
});

describe('readPhpQuantity', () => {
  it.each([
    ['128M', 134217728, null],
    ['128 M', 134217728, null],
    ['2MB', 2, '2M'],
    ['1.5G', 1073741824, '1536M'],
    ['1GM', 1048576, null],
    ['256 MB', 256, '256M'],
    ['010', 8, null],
    ['0x10', 16, null],
    ['0b11', 3, null],
    ['-1', -1, null],
    ['', 0, null],
    ['1T', 1, '1024G'],
    ['M', 0, null],
  ])('%s', (written, value, corrected) => {
    expect(readPhpQuantity(written)).toMatchObject({ value, corrected });
  });

  it('warns in PHP’s words', () => {
    expect(readPhpQuantity('256 MB').warning).toBe(
      'Invalid quantity "256 MB": unknown multiplier "B", interpreting as "256 " for backwards compatibility',
    );
    expect(readPhpQuantity('1.5G').warning).toBe(
      'Invalid quantity "1.5G", interpreting as "1G" for backwards compatibility',
    );
  });
});

describe('readPhpMemoryLimit', () => {
  it.each([
    ['512M', 536870912],
    ['-1', -1],
    ['512MB', null],
    ['0', null],
    ['1M', null],
    ['-2', null],
    ['33554432B', 33554432],
  ])('%s', (written, value) => {
    expect(readPhpMemoryLimit(written).value).toBe(value);
  });
});

describe('readPhpSeconds', () => {
  it.each([
    ['30', 30, null],
    ['1m', 1, '60'],
    ['2s', 2, null],
    ['030', 30, null],
    ['0x10', 0, null],
    ['1e2', 1, null],
  ])('%s', (written, value, corrected) => {
    expect(readPhpSeconds(written)).toMatchObject({ value, corrected });
  });
});

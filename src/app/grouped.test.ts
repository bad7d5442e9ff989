import { describe, expect, it } from 'vitest';
import { grouped } from './grouped.ts';

describe('a whole number in groups', () => {
  it.each([0, 7, 999, 1000, 1009, 123_456, 1_234_567])('%i', (value) => {
    expect(grouped(value)).toBe(value.toLocaleString('en'));
  });
});

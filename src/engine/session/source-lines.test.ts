import { describe, expect, it } from 'vitest';
import { linesAround } from './source-lines.ts';

const numbers = (lines: readonly { readonly number: number }[]): number[] => lines.map(({ number }) => number);

describe('lines around one', () => {
  const text = 'a\nb\nc\nd\ne';

  it('come with what stands before', () => {
    expect(linesAround(text, null, 3, 1, 3)).toEqual([
      { number: 2, text: 'b' },
      { number: 3, text: 'c' },
      { number: 4, text: 'd' },
    ]);
    expect(numbers(linesAround(text, null, 1, 40, 2))).toEqual([1, 2]);
    expect(numbers(linesAround(text, null, 99, 1, 9))).toEqual([4, 5]);
  });

  it('bear the numbers of the log that they were kept of, each once and in order', () => {
    expect(linesAround('late\nearly\nlate\nmiddle', [900, 2, 900, 70], 70, 1, 9)).toEqual([
      { number: 2, text: 'early' },
      { number: 70, text: 'middle' },
      { number: 900, text: 'late' },
    ]);
  });
});

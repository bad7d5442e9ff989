import { describe, expect, it } from 'vitest';
import { fragmentIn } from './fragment.ts';
import { sizeWords } from './gauge-words.ts';
import { problemOf } from './open-words.ts';

describe('a pasted link', () => {
  it('is recognised when it stands alone', () => {
    expect(fragmentIn(' https://example.org/#s1.00000000.1.A.e\n')).toBe('#s1.00000000.1.A.e');
    expect(fragmentIn('#s1e.00000000.1.A.e')).toBe('#s1e.00000000.1.A.e');
  });
  it('is not found in a config or a sentence', () => {
    expect(fragmentIn('see https://example.org/#s1.00000000.1.A.e please')).toBeNull();
    expect(fragmentIn('# s1 of the cluster')).toBeNull();
    expect(fragmentIn('#s1')).toBeNull();
  });
});

describe('a link that does not open', () => {
  it('says how much of it arrived', () => {
    expect(problemOf({ status: 'incomplete', got: 3996, expected: 6640 })).toBe(
      'This link is incomplete: got 3,996 of 6,640 characters.',
    );
  });
});

describe('the size of a link', () => {
  it('says where it fits and what would reach further', () => {
    expect(sizeWords(1500).words).toContain('everywhere');
    expect(sizeWords(3000).words).toContain('1,000 fewer reach further');
    expect(sizeWords(40_000).tooLong).toBe(true);
  });
});

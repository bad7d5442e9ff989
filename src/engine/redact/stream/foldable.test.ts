import { describe, expect, it } from 'vitest';
import { isFoldable, otherDigits, withoutDigits } from './foldable.ts';

describe('isFoldable', () => {
  it.each([
    'GET /shop/section-3/page17/123456?page=3 HTTP/1.1',
    ' 200 12345 ',
    ' rt=0.123 urt="0.120',
    'https://shop7.example.com/p/1',
  ])('takes %s', (piece) => {
    expect(isFoldable(piece)).toBe(true);
  });

  it.each([
    ['an address', '91.2.3.4, 10.0.0.1'],
    ['a version that looks like one', 'Chrome/120.0.0.0'],
    ['an IPv6 address', '2a01:4f8::1'],
    ['a port', 'localhost:8080'],
    ['a card', 'GET /?n=4111111111111111'],
    ['a card in groups', 'GET /?n=4111-1111-1111-1111'],
    ['a telephone number', 'GET /?tel=+4930123456'],
    ['a percent code', 'GET /?q=a%40b'],
    ['an escape', 'GET /\\x22'],
    ['a word that may be a token', 'GET /reset?t=a1b2c3'],
    ['bytes that are no ASCII', 'GET /gr\u00f6\u00dfe1'],
  ])('leaves %s', (_what, piece) => {
    expect(isFoldable(piece)).toBe(false);
  });
});

describe('otherDigits', () => {
  it('changes every digit and nothing else', () => {
    const piece = 'GET /p/90210/x?page=17&size=5';
    for (const turn of [0, 1]) {
      const other = otherDigits(piece, turn);
      expect(withoutDigits(other)).toBe(withoutDigits(piece));
      expect(Array.from(other).filter((letter, at) => /[0-9]/.test(letter) && letter === piece[at])).toEqual([]);
    }
    expect(otherDigits(piece, 0)).not.toBe(otherDigits(piece, 1));
  });
});

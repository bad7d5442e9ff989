import { describe, expect, it } from 'vitest';
import { hinted } from './hints.ts';

/** Overlapping, one inside the other, one the end of another, of one letter, beyond ASCII. */
const WORDS = ['she', 'he', 'hers', 'his', 'a', 'contraseña', 'token=', 'en=', 'xoxb-', '://'];
const LARGE = 20_000;

function randomText(seed: number): string {
  const letters = 'hersiaton=xb-:/ ñ';
  let state = seed;
  let text = '';
  while (text.length < LARGE) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    text += letters.charAt((state >>> 16) % letters.length);
  }
  return text;
}

describe('hinted', () => {
  it.each(WORDS)('says of %s what a search of its own says', (word) => {
    const isThere = hinted([word]);
    for (let seed = 1; seed <= 20; seed++)
      for (const text of [randomText(seed), randomText(seed).replaceAll(word, ''), ' '.repeat(LARGE) + word])
        for (const part of [text, text.slice(0, 50)])
          expect(isThere({ text: part, kind: 'unknown' })).toBe(part.includes(word));
  });
});

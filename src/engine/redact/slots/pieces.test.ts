import { describe, expect, it } from 'vitest';
import { redactText } from '../redact.ts';
import { piecesOf } from './pieces.ts';

const LONG = 70_000;

describe('piecesOf', () => {
  it('leaves a configuration in lines whole', () => {
    const text = 'server { listen 80; }\n'.repeat(10_000);
    expect(piecesOf(text)).toEqual([{ start: 0, end: text.length }]);
  });

  it('cuts a long line behind its statements and loses nothing of it', () => {
    const text = `user www;\n${'listen 80; '.repeat(LONG / 10)}\npid run;\n`;
    const pieces = piecesOf(text);
    expect(pieces.length).toBeGreaterThan(10);
    expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(pieces.slice(1, -2).every(({ end }) => text.charAt(end - 1) === ';')).toBe(true);
  });

  it.each(['{', 'a;', ';'])('loses nothing of a line of %s alone', (mark) => {
    const text = mark.repeat(LONG);
    expect(
      piecesOf(text)
        .map(({ start, end }) => text.slice(start, end))
        .join(''),
    ).toBe(text);
  });
});

describe('a long line without a statement', () => {
  it.each(['"', 'a '])('of %s is not read', (mark) => {
    const pieces = piecesOf(mark.repeat(LONG));
    expect(pieces.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThan(4097);
  });
});

describe('a configuration on one long line', () => {
  it('loses its secrets', () => {
    const text = `${'listen 80; '.repeat(LONG / 10)}secure_link_md5 "$uri plainword9"; ${'listen 81; '.repeat(LONG / 10)}`;
    expect(redactText(text, 'nginx').text).not.toContain('plainword9');
  });
});

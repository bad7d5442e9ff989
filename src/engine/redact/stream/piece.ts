import { MARKS } from './segments.ts';

const DIGIT = 1;
const LETTER = 6;
const LOOK = 8;
const DOT = 46;

/** File suffixes after which no host is to be sought, as numbers made of their letters. */
const SUFFIXES = new Set(
  'js css png jpg jpeg gif svg ico webp avif php html htm json xml txt pdf map woff woff2 ttf mp4 webm zip gz'
    .split(' ')
    .map(packed),
);

function packed(word: string): number {
  let value = 0;
  for (let at = 0; at < word.length; at++) value = value * 256 + word.charCodeAt(at);
  return value;
}

/**
 * Whether a piece of a log line could hold anything that must go. Errs on the side of looking.
 * @param quoted outside quotes `name=0.123` is a timing, inside it is a parameter
 */
export function needsLook(bytes: Uint8Array, from: number, to: number, quoted: boolean): boolean {
  let kinds = 0;
  let length = 0;
  let dots = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    const mark = MARKS[byte] ?? LOOK;
    if (mark === LOOK) {
      if (quoted || byte !== 61 || !startsTiming(bytes[at + 1] ?? 0)) return true;
    }
    if (mark !== 0 && mark < LOOK) {
      kinds |= mark;
      length++;
      continue;
    }
    if (length >= 6 && isMixed(kinds, length)) return true;
    if (byte === DOT) {
      const before = MARKS[bytes[at - 1] ?? 0] ?? 0;
      const after = MARKS[bytes[at + 1] ?? 0] ?? 0;
      if (before & LETTER && after & LETTER && !isFileSuffix(bytes, at + 1, to)) return true;
      if (before === DIGIT && after === DIGIT && ++dots >= 3) return true;
    } else if (byte === 32) dots = 0;
    kinds = 0;
    length = 0;
  }
  return length >= 6 && isMixed(kinds, length);
}

/** Letters and digits in one word, both cases, or too long for a word. */
function isMixed(kinds: number, length: number): boolean {
  return length > 24 || (kinds & DIGIT) * (kinds & LETTER) !== 0 || ((kinds & LETTER) === LETTER && length >= 8);
}

function startsTiming(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || byte === 34 || byte === 45;
}

function isFileSuffix(bytes: Uint8Array, from: number, to: number): boolean {
  let value = 0;
  let at = from;
  for (; at < to && at - from < 6; at++) {
    const byte = bytes[at] ?? 0;
    if (((MARKS[byte] ?? 0) & 7) === 0) break;
    value = value * 256 + byte;
  }
  const end = bytes[at] ?? 32;
  return SUFFIXES.has(value) && (at >= to || end === 32 || end === 34 || end === 63 || end === 47);
}

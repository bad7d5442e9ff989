import type { CharacterTest } from './tree.ts';

const isDigit: CharacterTest = (code) => code >= 48 && code <= 57;
const isUpper: CharacterTest = (code) => code >= 65 && code <= 90;
const isLower: CharacterTest = (code) => code >= 97 && code <= 122;
const isAlpha: CharacterTest = (code) => isUpper(code) || isLower(code);
export const isWord: CharacterTest = (code) => isAlpha(code) || isDigit(code) || code === 95;
const isSpace: CharacterTest = (code) => code === 32 || (code >= 9 && code <= 13);
const isBlank: CharacterTest = (code) => code === 32 || code === 9;
const isGraph: CharacterTest = (code) => code > 32 && code < 127;

export const not =
  (test: CharacterTest): CharacterTest =>
  (code) =>
    !test(code);

/** `\d`, `\w`, … by letter. */
export const CLASS_ESCAPES: Readonly<Record<string, CharacterTest>> = {
  d: isDigit,
  D: not(isDigit),
  w: isWord,
  W: not(isWord),
  s: isSpace,
  S: not(isSpace),
  h: isBlank,
  H: not(isBlank),
  N: (code) => code !== 10,
};

/** `[:alpha:]` and its kin. */
export const POSIX_CLASSES: Readonly<Record<string, CharacterTest>> = {
  alnum: (code) => isAlpha(code) || isDigit(code),
  alpha: isAlpha,
  blank: isBlank,
  cntrl: (code) => code < 32 || code === 127,
  digit: isDigit,
  graph: isGraph,
  lower: isLower,
  print: (code) => isGraph(code) || code === 32,
  punct: (code) => isGraph(code) && !isAlpha(code) && !isDigit(code),
  space: isSpace,
  upper: isUpper,
  word: isWord,
  xdigit: (code) => isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102),
};

/** `\n`, `\t`, … by letter. */
export const CONTROL_ESCAPES: Readonly<Record<string, number>> = {
  n: 10,
  r: 13,
  t: 9,
  f: 12,
  v: 11,
  e: 27,
  a: 7,
  0: 0,
};

export const anyButLineFeed: CharacterTest = (code) => code !== 10;

/** One character, in either case when case does not count. */
export function exactly(code: number, ignoreCase: boolean): CharacterTest {
  const other = otherCase(code);
  return ignoreCase && other !== code ? (given) => given === code || given === other : (given) => given === code;
}

/** Extends a class to the other case of every ASCII letter. */
export function inAnyCase(test: CharacterTest): CharacterTest {
  return (code) => test(code) || test(otherCase(code));
}

function otherCase(code: number): number {
  return isUpper(code) ? code + 32 : isLower(code) ? code - 32 : code;
}

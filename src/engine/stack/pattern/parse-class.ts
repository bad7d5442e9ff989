import { CLASS_ESCAPES, CONTROL_ESCAPES, inAnyCase, not, POSIX_CLASSES } from './characters.ts';
import type { CharacterTest } from './tree.ts';

/** Reads `[a-z\d_]` from the bracket at `start`; null when it never closes or holds what is not known here. */
export function parseClass(
  source: string,
  start: number,
  ignoreCase: boolean,
): { readonly test: CharacterTest; readonly end: number } | null {
  const negated = source.charAt(start + 1) === '^';
  let at = start + (negated ? 2 : 1);
  const first = at;
  const tests: CharacterTest[] = [];
  while (at < source.length && (source.charAt(at) !== ']' || at === first)) {
    const posix = posixClass(source, at);
    if (posix !== null) {
      tests.push(posix.test);
      at = posix.end;
      continue;
    }
    const low = member(source, at);
    if (low === null) return null;
    at = low.end;
    if (typeof low.value !== 'number') {
      tests.push(low.value);
      continue;
    }
    const high = source.charAt(at) === '-' && source.charAt(at + 1) !== ']' ? member(source, at + 1) : null;
    const from = low.value;
    const to = high !== null && typeof high.value === 'number' ? high.value : from;
    if (high !== null && typeof high.value === 'number') at = high.end;
    tests.push((code) => code >= from && code <= to);
  }
  if (source.charAt(at) !== ']') return null;
  const any: CharacterTest = (code) => tests.some((test) => test(code));
  const cased = ignoreCase ? inAnyCase(any) : any;
  return { test: negated ? not(cased) : cased, end: at + 1 };
}

function posixClass(source: string, at: number): { test: CharacterTest; end: number } | null {
  if (!source.startsWith('[:', at)) return null;
  const close = source.indexOf(':]', at + 2);
  const negated = source.charAt(at + 2) === '^';
  const test = POSIX_CLASSES[source.slice(at + (negated ? 3 : 2), close)];
  return close === -1 || test === undefined ? null : { test: negated ? not(test) : test, end: close + 2 };
}

function member(source: string, at: number): { value: number | CharacterTest; end: number } | null {
  if (source.charAt(at) !== '\\') return { value: source.charCodeAt(at), end: at + 1 };
  return source.charAt(at + 1) === 'b' ? { value: 8, end: at + 2 } : readEscape(source, at);
}

/** `\d`, `\x2f`, `\.` from the backslash at `at`: a class, a character, or null for what is not known here. */
export function readEscape(source: string, at: number): { value: number | CharacterTest; end: number } | null {
  const letter = source.charAt(at + 1);
  if (letter === '') return null;
  const test = CLASS_ESCAPES[letter];
  if (test !== undefined) return { value: test, end: at + 2 };
  if (letter === 'x') {
    const braced = source.charAt(at + 2) === '{';
    const close = braced ? source.indexOf('}', at) : at + 4;
    const code = Number.parseInt(source.slice(at + (braced ? 3 : 2), close), 16);
    return close === -1 || Number.isNaN(code) ? null : { value: code, end: braced ? close + 1 : close };
  }
  const control = CONTROL_ESCAPES[letter];
  if (control !== undefined) return { value: control, end: at + 2 };
  if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9'))
    return null;
  return { value: letter.charCodeAt(0), end: at + 2 };
}

/** Modifiers a letter takes between braces; null when it takes none, '' when it must have one, '*' when anything goes. */
const LETTERS: Readonly<Record<string, string | null | undefined>> = {
  '%': null,
  C: 'total user system',
  d: 'seconds mili milli miliseconds milliseconds micro microseconds',
  e: '',
  f: null,
  l: null,
  m: null,
  M: 'bytes kilo kilobytes mega megabytes',
  n: null,
  o: '',
  p: null,
  P: null,
  q: null,
  Q: null,
  r: null,
  R: null,
  s: null,
  t: '*',
  T: '*',
  u: null,
};

const EXPECTED: Readonly<Record<string, string>> = {
  C: "'total', 'user' or 'system'",
  d: "'seconds', 'milli', 'milliseconds', 'micro' or 'microseconds'",
  M: "'bytes', 'kilo', 'kilobytes', 'mega' or 'megabytes'",
  e: 'the name of the environment variable',
  o: 'the name of the header',
};

/** What `fpm_log.c` objects to in an `access.format`, in its words; null when nothing. */
export function accessFormatProblem(format: string): string | null {
  for (let at = format.indexOf('%'); at !== -1 && at + 1 < format.length; at = format.indexOf('%', at + 1)) {
    let modifier: string | null = null;
    at++;
    if (format[at] === '{') {
      const close = format.indexOf('}', at);
      if (close === -1 || close + 1 >= format.length) return 'missing closing embrace in the access.format';
      modifier = format.slice(at + 1, close);
      at = close + 1;
    }
    const problem = letterProblem(format.charAt(at), modifier);
    if (problem !== null) return problem;
  }
  return null;
}

function letterProblem(letter: string, modifier: string | null): string | null {
  const takes = LETTERS[letter];
  if (takes === undefined) return `Invalid token in the access.format (%${letter})`;
  if (takes === '*') return null;
  if (takes === null) return modifier === null ? null : `embrace is not allowed for modifier %${letter}`;
  if (takes === '') {
    return modifier ? null : `${EXPECTED[letter] ?? ''} must be set between embraces for %${letter}`;
  }
  if (modifier === null || modifier === '' || takes.split(' ').includes(modifier.toLowerCase())) return null;
  return `only ${EXPECTED[letter] ?? ''} are allowed as a modifier for %${letter} ('${modifier}')`;
}

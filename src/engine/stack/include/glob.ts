/** True when the pattern needs glob(3) to be read. */
export function isGlob(pattern: string): boolean {
  return /[*?[]/.test(pattern);
}

/**
 * glob(3) for one path component: `*`, `?`, `[a-z]`, `[!a]`, and a leading dot matched only by a dot.
 * Backtracks to the last star only: linear in pattern × name.
 */
export function matchesGlob(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false;
  let p = 0;
  let n = 0;
  let starAt = -1;
  let starFrom = 0;
  while (n < name.length) {
    const length = pattern.charAt(p) === '*' ? 0 : lengthOfMatch(pattern, p, name.charAt(n));
    if (pattern.charAt(p) === '*') {
      starAt = p++;
      starFrom = n;
    } else if (length > 0) {
      p += length;
      n++;
    } else if (starAt !== -1) {
      p = starAt + 1;
      n = ++starFrom;
    } else {
      return false;
    }
  }
  while (pattern.charAt(p) === '*') p++;
  return p === pattern.length;
}

/** Length of the pattern's element at `p` when it matches the character, else 0. */
function lengthOfMatch(pattern: string, p: number, character: string): number {
  if (p >= pattern.length) return 0;
  if (pattern.charAt(p) === '?') return 1;
  const close = pattern.charAt(p) === '[' ? pattern.indexOf(']', p + 2) : -1;
  if (close === -1) return pattern.charAt(p) === character ? 1 : 0;
  const negated = pattern.charAt(p + 1) === '!' || pattern.charAt(p + 1) === '^';
  const set = pattern.slice(negated ? p + 2 : p + 1, close);
  return setHolds(set, character) !== negated ? close - p + 1 : 0;
}

function setHolds(set: string, character: string): boolean {
  for (let i = 0; i < set.length; i++) {
    if (set.charAt(i + 1) === '-' && i + 2 < set.length) {
      if (set.charAt(i) <= character && character <= set.charAt(i + 2)) return true;
      i += 2;
    } else if (set.charAt(i) === character) {
      return true;
    }
  }
  return false;
}

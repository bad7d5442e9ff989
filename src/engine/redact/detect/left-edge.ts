/**
 * Source of a look-behind: no letter or digit stands before, or what stands there is the end of an encoded character
 * (`%3D`, `\n`, `\u0026`, `\x22`).
 */
export const LEFT_EDGE = String.raw`(?:(?<![A-Za-z0-9])|(?<=%[0-9A-Fa-f]{2}|\\[nrt]|\\u00[0-9A-Fa-f]{2}|\\x[0-9A-Fa-f]{2}))`;

/** Where a word that was read from `start` really begins: behind the percent code whose digits it took for letters. */
export function behindPercent(text: string, start: number): number {
  const codes = /^%(?:25)?[0-9A-Fa-f]{2}/.exec(text.slice(start - 1, start + 4));
  return start > 0 && codes ? start - 1 + codes[0].length : start;
}

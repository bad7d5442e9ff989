const PERCENT = 37;
const ENCODED_END = /(?:%[0-9A-Fa-f]{2}|\\[nrt]|\\u00[0-9A-Fa-f]{2}|\\x[0-9A-Fa-f]{2})$/;

/**
 * Whether a word may begin at `at`: no letter or digit stands before, or what stands there is the end of an encoded
 * character (`%3D`, `\n`, `\u0026`, `\x22`).
 */
export function hasLeftEdge(text: string, at: number): boolean {
  return at === 0 || !/[A-Za-z0-9]/.test(text.charAt(at - 1)) || ENCODED_END.test(text.slice(Math.max(0, at - 6), at));
}

/** `(compatible; Name/1.0; +https://…)`, `NameBot/2.0 (https://…)`. */
const INTRODUCED = /(?:[;(, ]\+|[Bb]ot\/[0-9.]{1,8} \()https?:\/\/$/;

/** Whether the host at `at` is where a crawler says who it is: the same for every site that it visits. */
export function isCrawlersOwn(text: string, at: number): boolean {
  return text.startsWith('://', at - 3) && INTRODUCED.test(text.slice(Math.max(0, at - 28), at));
}

/** Where a word that was read from `start` really begins: behind the percent code whose digits it took for letters. */
export function behindPercent(text: string, start: number): number {
  if (start === 0 || text.charCodeAt(start - 1) !== PERCENT) return start;
  const codes = /^%(?:25)?[0-9A-Fa-f]{2}/.exec(text.slice(start - 1, start + 4));
  return codes ? start - 1 + codes[0].length : start;
}

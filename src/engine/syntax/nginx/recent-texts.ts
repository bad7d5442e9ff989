const SLOTS = 1024;
/** Longer texts repeat too seldom to be worth the comparison. */
const LONGEST = 40;

/**
 * Cuts pieces out of a text and hands out the same string for the same piece where it can: configurations repeat their
 * indentation, their directives and their values, and every string less is work the garbage collector is spared.
 */
export class RecentTexts {
  readonly #recent: string[] = new Array<string>(SLOTS).fill('');

  constructor(readonly text: string) {}

  cut(start: number, end: number): string {
    const length = end - start;
    const { text } = this;
    if (length > LONGEST) return text.slice(start, end);
    if (length === 0) return '';
    const middle = text.charCodeAt(start + (length >> 1));
    const slot =
      (length * 131 + text.charCodeAt(start) * 31 + middle * 17 + text.charCodeAt(end - 1) * 7) & (SLOTS - 1);
    const known = this.#recent[slot] ?? '';
    if (known.length === length && isAt(text, known, start)) return known;
    const cut = text.slice(start, end);
    this.#recent[slot] = cut;
    return cut;
  }
}

function isAt(text: string, piece: string, start: number): boolean {
  for (let at = 0; at < piece.length; at++) if (text.charCodeAt(start + at) !== piece.charCodeAt(at)) return false;
  return true;
}

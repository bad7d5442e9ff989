/** Word to look for, with what it stands for. */
export interface Needle<T> {
  readonly text: string;
  readonly tag: T;
}

/**
 * Finds thousands of words in one pass (Wu and Manber, "A fast algorithm for multi-pattern searching", 1994):
 * a table over pairs of characters says how far the window may jump.
 */
export class Needles<T> {
  readonly #shifts: Uint8Array;
  readonly #buckets = new Map<number, Needle<T>[]>();
  readonly #window: number;
  readonly #fold: boolean;
  readonly #all: readonly Needle<T>[];

  /** @param fold ASCII letters match in either case; words must then be lower case. Words shorter than two are ignored. */
  constructor(needles: readonly Needle<T>[], fold = false) {
    const usable = needles.filter((needle) => needle.text.length >= 2);
    this.#all = needles;
    this.#fold = fold;
    this.#window = Math.min(...usable.map((needle) => needle.text.length), 64);
    this.#shifts = new Uint8Array(65_536).fill(Math.max(this.#window - 1, 1));
    if (usable.length === 0) this.#window = 0;
    for (const needle of usable) this.#add(needle);
  }

  #add(needle: Needle<T>): void {
    for (let at = 1; at < this.#window; at++) {
      const pair = this.#pair(needle.text, at);
      const shift = this.#window - 1 - at;
      if (shift < (this.#shifts[pair] ?? 0)) this.#shifts[pair] = shift;
    }
    const last = this.#pair(needle.text, this.#window - 1);
    const bucket = this.#buckets.get(last);
    if (bucket) bucket.push(needle);
    else this.#buckets.set(last, [needle]);
  }

  #code(text: string, at: number): number {
    const code = text.charCodeAt(at);
    return this.#fold && code >= 65 && code <= 90 ? code + 32 : code;
  }

  #pair(text: string, at: number): number {
    return ((this.#code(text, at - 1) << 8) ^ this.#code(text, at)) & 0xffff;
  }

  /** Calls `hit` for every occurrence, overlapping ones too, in the order of their starts. */
  find(text: string, hit: (start: number, needle: Needle<T>) => void): void {
    if (this.#window === 0) return;
    for (let end = this.#window - 1; end < text.length;) {
      const shift = this.#shifts[this.#pair(text, end)] ?? 1;
      if (shift > 0) {
        end += shift;
        continue;
      }
      const start = end - this.#window + 1;
      for (const needle of this.#buckets.get(this.#pair(text, end)) ?? []) {
        if (this.#matches(text, start, needle.text)) hit(start, needle);
      }
      end++;
    }
  }

  /** Those that hold digits, with `digit` in the place of each. */
  withDigitsAs(digit: string): Needles<T> {
    const numbered = this.#all.filter(({ text }) => /[0-9]/.test(text));
    return new Needles(
      numbered.map(({ text, tag }) => ({ text: text.replace(/[0-9]/g, digit), tag })),
      this.#fold,
    );
  }

  #matches(text: string, start: number, word: string): boolean {
    if (start + word.length > text.length) return false;
    if (!this.#fold) return text.startsWith(word, start);
    for (let at = 0; at < word.length; at++) if (this.#code(text, start + at) !== word.charCodeAt(at)) return false;
    return true;
  }
}

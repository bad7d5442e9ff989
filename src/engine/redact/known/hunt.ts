import { isHost } from '../detect/hosts.ts';
import { behindPercent } from '../detect/left-edge.ts';
import type { Find } from '../find.ts';
import type { Known, Learned } from './learn.ts';
import { Needles, type Needle } from './needles.ts';

const WORD = /[A-Za-z0-9]/;
/** What joins a word to others in names of settings and directives: `pm.start_servers`, `http.server`. */
const JOINED_BEFORE = /[A-Za-z0-9]_$|[a-z0-9]\.$/;
const JOINED_BEHIND = /^(?:_[A-Za-z0-9]|\.[a-z][a-z0-9]{0,30}_)/;
const HOST_LETTER = /[A-Za-z0-9_-]/;
const BASE64_LETTER = /[A-Za-z0-9+/_-]/;
const LONGEST_RUN = 16_384;

/** Looks for everything that was learned, in a text that may never have been seen before. */
export class Hunt {
  readonly #exact: Needles<Known>;
  readonly #folded: Needles<Known>;
  #numbered: readonly Needles<Known>[] | null = null;

  constructor(learned: Learned) {
    this.#exact = new Needles(learned.exact);
    this.#folded = new Needles(learned.folded, true);
  }

  /**
   * Whether something known that holds digits might stand in a text, were its digits other ones.
   * @param text with all of its digits made `0`
   */
  mayHide(text: string): boolean {
    this.#numbered ??= [this.#exact, this.#folded].map((needles) => needles.withDigitsAs('0'));
    let hides = false;
    for (const needles of this.#numbered)
      needles.find(text, () => {
        hides = true;
      });
    return hides;
  }

  find(text: string, found: Find[]): void {
    this.#exact.find(text, (start, needle) => {
      add(text, start, needle, found);
    });
    this.#folded.find(text, (start, needle) => {
      addHost(text, start, needle, found);
    });
  }
}

function add(text: string, start: number, { text: word, tag }: Needle<Known>, found: Find[]): void {
  let from = start;
  let to = start + word.length;
  if (tag.base64) {
    while (from > 0 && start - from < LONGEST_RUN && BASE64_LETTER.test(text.charAt(from - 1))) from--;
    while (to < text.length && to - start < LONGEST_RUN && BASE64_LETTER.test(text.charAt(to))) to++;
    while (text.charAt(to) === '=') to++;
    found.push({ class: tag.find.class, type: tag.find.type ?? 'encoded', start: from, end: to, local: false });
    return;
  }
  if (tag.bounded && (isWord(text, from - 1, word.charAt(0)) || isWord(text, to, word.charAt(word.length - 1)))) return;
  if (text.charAt(from - 1) === '$' && tag.weak) return;
  if (tag.plain && isPartOfName(text, from, to)) return;
  found.push({ ...tag.find, start: from, end: to, ...(tag.weak && { local: true }) });
}

/** A plain word inside a longer name is that name's, not the secret: no directive may lose a part of its name. */
function isPartOfName(text: string, from: number, to: number): boolean {
  return JOINED_BEFORE.test(text.slice(Math.max(0, from - 2), from)) || JOINED_BEHIND.test(text.slice(to, to + 33));
}

/** Whether the character beside a word continues it. */
function isWord(text: string, at: number, edge: string): boolean {
  return at >= 0 && at < text.length && WORD.test(text.charAt(at)) && WORD.test(edge);
}

/** A known host; labels before it belong to it (`img.shop.de` where `shop.de` is known). */
function addHost(text: string, start: number, { text: word, tag }: Needle<Known>, found: Find[]): void {
  const end = start + word.length;
  if (
    HOST_LETTER.test(text.charAt(end)) ||
    (text.charAt(start - 1) !== '.' &&
      HOST_LETTER.test(text.charAt(start - 1)) &&
      !/[-_]/.test(text.charAt(start - 1)) &&
      behindPercent(text, start - 2) !== start &&
      behindPercent(text, start - 4) !== start)
  )
    return;
  if (text.charAt(end) === '.' && !word.includes('.')) return;
  let from = start;
  while (text.charAt(from - 1) === '.' && HOST_LETTER.test(text.charAt(from - 2))) {
    from--;
    while (from > 0 && HOST_LETTER.test(text.charAt(from - 1))) from--;
    from = behindPercent(text, from);
  }
  const whole = text.slice(from, end).toLowerCase();
  const value = isHost(whole) ? whole : word;
  found.push({ ...tag.find, start: end - value.length, end, value });
}

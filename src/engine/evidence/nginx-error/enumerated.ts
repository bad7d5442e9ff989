import type { Ledger, Note } from '../ledger.ts';

/** So many different messages, each once and none with a time or a request, are a list of what exists. */
const KINDS = 3;

/** A blank line may stand between two entries of a list. */
const APART = 2;

/** Messages with words behind them that nginx does not say: people write about them so. */
const GOES_ON =
  /^upstream (?:sent too big header|prematurely closed connection|timed out(?: \(\d{1,3}: [^)]{1,60}\))?)\s{0,4}[^\s,]/;

interface Bare {
  readonly note: Note;
  /** It is worded as nginx does, to its end. */
  readonly isVerbatim: boolean;
}

/** Holds messages that stand alone, without time and request, until all are there: reports repeat one, articles list them all. */
export class BareMessages {
  readonly #notes: Bare[] = [];

  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** @param message without what nginx was doing */
  add(note: Note, message: string): void {
    const before = this.#notes.at(-1);
    if (before !== undefined && note.line - before.note.line > APART) this.settle();
    this.#notes.push({ note, isVerbatim: !GOES_ON.test(message) });
  }

  /** Records them; what is only a list is hearsay. */
  settle(): void {
    const kinds = new Set(this.#notes.map(({ note }) => note.signature));
    const isList = kinds.size >= KINDS && kinds.size === this.#notes.length;
    for (const { note, isVerbatim } of this.#notes.splice(0)) {
      const told = isList ? 'said' : isVerbatim ? null : 'quoted';
      if (told === null) this.#ledger.record(note);
      else this.#ledger.tell({ ...note, fields: { ...note.fields, told } });
    }
  }
}

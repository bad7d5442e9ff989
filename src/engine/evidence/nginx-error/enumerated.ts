import type { Ledger, Note } from '../ledger.ts';

/** So many different messages, each once and none with a time or a request, are a list of what exists. */
const KINDS = 3;

/** A blank line may stand between two entries of a list. */
const APART = 2;

/** Holds messages that stand alone, without time and request, until all are there: reports repeat one, articles list them all. */
export class BareMessages {
  readonly #notes: Note[] = [];

  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  add(note: Note): void {
    const before = this.#notes.at(-1);
    if (before !== undefined && note.line - before.line > APART) this.settle();
    this.#notes.push(note);
  }

  /** Records them; what is only a list is hearsay. */
  settle(): void {
    const kinds = new Set(this.#notes.map(({ signature }) => signature));
    const listed = kinds.size >= KINDS && kinds.size === this.#notes.length;
    for (const note of this.#notes.splice(0)) {
      if (listed) this.#ledger.tell({ ...note, fields: { ...note.fields, told: 'said' } });
      else this.#ledger.record(note);
    }
  }
}

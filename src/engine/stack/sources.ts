import { LineIndex, type Place } from '../text/span.ts';

/** Offsets to places for all documents; a document's lines are counted when first asked for. */
export class Sources {
  readonly #texts: ReadonlyMap<string, { readonly text: string }>;
  readonly #lines = new Map<string, LineIndex>();

  constructor(documents: ReadonlyMap<string, { readonly text: string }>) {
    this.#texts = documents;
  }

  placeOf(path: string, offset: number): Place {
    let lines = this.#lines.get(path);
    if (lines === undefined) this.#lines.set(path, (lines = new LineIndex(this.#texts.get(path)?.text ?? '')));
    return { path, ...lines.positionAt(offset) };
  }
}

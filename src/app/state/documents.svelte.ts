import type { DocumentKind } from '../../engine/text/document.ts';
import { freePath } from '../intake/piece-path.ts';
import type { SampleFile } from '../samples/samples.ts';
import type { Answers } from './answers.svelte.ts';
import { FileReader } from './read-file.ts';

/** What the user gave, piece by piece: pastes, files, members of folders. A piece may become several documents. */
export class Documents {
  pieces = $state.raw<readonly string[]>([]);
  /** True while nothing of the user's own was given: then another sample may take the place. */
  replaceable = $state(true);

  readonly #answers: Answers;
  readonly #reader: FileReader;

  constructor(answers: Answers) {
    this.#answers = answers;
    this.#reader = new FileReader(answers);
  }

  /** Takes text; a piece given again replaces its former text. */
  async put(piece: string, text: string): Promise<void> {
    this.#hold(piece);
    await this.#answers.change(({ engine }) => engine.put(piece, text));
  }

  async files(files: readonly { readonly file: File; readonly path: string }[]): Promise<void> {
    await Promise.all(
      files.map(async ({ file, path }) => {
        const piece = freePath(path, this.pieces);
        this.#hold(piece);
        if (await this.#reader.read(file, piece)) return;
        this.pieces = this.pieces.filter((one) => one !== piece);
        // What was given up goes at once, whatever else is still being read.
        await this.#answers.refresh();
      }),
    );
    await this.#answers.refresh();
  }

  async sample(files: readonly SampleFile[]): Promise<void> {
    this.pieces = files.map((file) => file.path);
    await this.#answers.change(({ engine }) => Promise.all(files.map(({ path, text }) => engine.put(path, text))));
  }

  async remove(piece: string): Promise<void> {
    this.pieces = this.pieces.filter((one) => one !== piece);
    await this.#answers.change(({ engine }) => engine.remove(piece));
  }

  /** Stops reading; what was read to its end meanwhile goes as well. */
  async cancel(piece: string): Promise<void> {
    const isOver = this.#answers.reading.some((one) => one.piece === piece && one.isOver);
    if (!isOver) await (await this.#answers.client()).engine.cancel(piece);
    else if (this.pieces.includes(piece)) await this.remove(piece);
  }

  async setKind(path: string, kind: DocumentKind): Promise<void> {
    await this.#answers.change(({ engine }) => engine.setKind(path, kind));
  }

  forget(): void {
    this.pieces = [];
    this.replaceable = true;
    this.#reader.forget();
  }

  #hold(piece: string): void {
    this.replaceable = false;
    this.#answers.trouble = '';
    if (!this.pieces.includes(piece)) this.pieces = [...this.pieces, piece];
  }
}

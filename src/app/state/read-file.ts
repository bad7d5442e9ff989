import { wordsOf, type Answers } from './answers.svelte.ts';

/** How often results are shown while a log is still being read; never more than a fifth of the time goes into them. */
const GLIMPSE_EVERY_MS = 1000;
const GLIMPSE_PAUSES = 4;

/** Reads files into the engine, says how far it is, and shows first results meanwhile. */
export class FileReader {
  readonly #answers: Answers;
  /** When results may be asked for again while something is being read. */
  #nextGlimpse = 0;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  /** @returns false when it was given up: cancelled, or not readable */
  async read(file: File, piece: string): Promise<boolean> {
    const answers = this.#answers;
    const mine = answers.client();
    const startedAt = performance.now();
    let read = 0;
    let isOver = false;
    const tell = (): void => {
      if (answers.isCurrent(mine)) answers.tell({ piece, read, total: file.size, startedAt, isOver });
    };
    tell();
    let whole = false;
    try {
      const client = await mine;
      whole = await client.read(piece, file, (progress) => {
        // Progress comes by a way of its own, and may come late.
        if (isOver) return;
        read = progress.read;
        tell();
        if (progress.isShown && read < progress.total) void this.#glimpse();
      });
    } catch (error) {
      answers.trouble = `${file.name} could not be read: ${wordsOf(error)}`;
    }
    isOver = true;
    if (whole) read = file.size;
    // It leaves together with what was shown so far: after that nothing may change under a pointer.
    tell();
    return whole;
  }

  forget(): void {
    this.#nextGlimpse = 0;
  }

  /** First results while a log is still being read. */
  async #glimpse(): Promise<void> {
    const asked = performance.now();
    if (asked < this.#nextGlimpse) return;
    this.#nextGlimpse = Infinity;
    await this.#answers.refresh();
    const now = performance.now();
    this.#nextGlimpse = now + Math.max(GLIMPSE_EVERY_MS, GLIMPSE_PAUSES * (now - asked));
  }
}

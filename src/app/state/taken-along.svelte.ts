import type { BeforeAfter } from '../../worker/api.ts';
import type { ShareAnswer, ShareWish } from '../../worker/sharing.ts';
import type { Values } from '../patch/values.ts';
import type { Answers } from './answers.svelte.ts';

/** What leaves the page when the user says so: the patch, redacted copies, links. */
export class TakenAlong {
  values = $state<Values>('real');

  readonly #answers: Answers;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  /** The patch as the user wants to take it along. The user's own values pass through here and are not kept. */
  async patch(): Promise<string> {
    const { view, chosen } = this.#answers;
    if (!view) return '';
    if (this.values === 'redacted') return view.patch;
    return (await this.#answers.client()).engine.privatePatch(chosen);
  }

  async beforeAfter(path: string): Promise<BeforeAfter> {
    return (await this.#answers.client()).engine.beforeAfter(path, this.#answers.chosen);
  }

  async share(wish: Omit<ShareWish, 'chosen'>): Promise<ShareAnswer> {
    return (await this.#answers.client()).engine.share({ ...wish, chosen: this.#answers.chosen });
  }

  /** A document with aliases; null when there is nothing to take along, which is then said. */
  async redactedCopy(path: string): Promise<Blob | null> {
    const answers = this.#answers;
    const piece = `copy of ${path}`;
    const startedAt = performance.now();
    answers.trouble = '';
    let isOver = false;
    const client = await answers.client();
    const answer = await client
      .redactedCopy(path, ({ read, total }) => {
        if (!isOver) answers.tell({ piece, read, total, startedAt, isOver });
      })
      .finally(() => {
        isOver = true;
        answers.untell(piece);
      });
    if (answer.status === 'done') return answer.copy;
    if (answer.status === 'closed')
      answers.trouble = `No copy of ${path}: something in it is still to be replaced. Redact it as a selection, or share the incident to see what it is.`;
    return null;
  }

  forget(): void {
    this.values = 'real';
  }
}

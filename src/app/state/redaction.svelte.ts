import type { RedactionChoices } from '../../worker/api.ts';
import type { Answers } from './answers.svelte.ts';

const NO_CHOICES: RedactionChoices = { classes: {}, words: [] };

/** What the user decides about redaction. */
export class Redaction {
  choices = $state.raw(NO_CHOICES);

  readonly #answers: Answers;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  async setClass(name: string, on: boolean): Promise<void> {
    await this.#choose({ ...this.choices, classes: { ...this.choices.classes, [name]: on } });
  }

  /** Replaces a further text wherever it stands. */
  async replaceWord(word: string): Promise<void> {
    if (word.trim() === '' || this.choices.words.includes(word)) return;
    await this.#choose({ ...this.choices, words: [...this.choices.words, word] });
  }

  async keep(alias: string): Promise<void> {
    await this.#answers.change(({ engine }) => engine.keep(alias));
  }

  async replaceAgain(value: string): Promise<void> {
    await this.#answers.change(({ engine }) => engine.replaceAgain(value));
  }

  async redactLeak(id: number): Promise<void> {
    await this.#answers.change(({ engine }) => engine.redactLeak(id));
  }

  forget(): void {
    this.choices = NO_CHOICES;
  }

  async #choose(choices: RedactionChoices): Promise<void> {
    this.choices = choices;
    await this.#answers.change(({ engine }) => engine.setRedaction(choices));
  }
}

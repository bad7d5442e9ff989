import type { FactName, StatedFacts } from '../facts.ts';
import type { Answers } from './answers.svelte.ts';

/** What the user states about the machine. */
export class HostFacts {
  stated = $state.raw<StatedFacts>({});

  readonly #answers: Answers;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  /** @param value base units; null for "not known", which also takes back what a settings file says */
  async state(name: FactName, value: number | null): Promise<void> {
    this.stated = { ...this.stated, [name]: value };
    await this.#answers.change(({ engine }) => engine.setHost($state.snapshot(this.stated)));
  }

  async settingsFile(): Promise<string> {
    return (await this.#answers.client()).engine.settingsFile();
  }

  forget(): void {
    this.stated = {};
  }
}

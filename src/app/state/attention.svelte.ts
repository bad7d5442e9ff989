import type { Finding } from '../../engine/rules/finding.ts';
import type { Answers } from './answers.svelte.ts';

/** A place in a document that the source pane shows. */
interface SourcePlace {
  readonly path: string;
  readonly line: number;
}

/** What the user is looking at: the finding that the keyboard is on, the place in the source pane. */
export class Attention {
  /** Index of the finding; -1 before the first key. */
  selected = $state(-1);
  source = $state.raw<SourcePlace | null>(null);

  readonly #answers: Answers;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  get finding(): Finding | null {
    return this.#answers.view?.report.findings[this.selected] ?? null;
  }

  select(index: number): void {
    const count = this.#answers.view?.report.findings.length ?? 0;
    this.selected = Math.max(0, Math.min(index, count - 1));
  }

  show(place: SourcePlace | null): void {
    this.source = place;
  }

  forget(): void {
    this.selected = -1;
    this.source = null;
  }
}

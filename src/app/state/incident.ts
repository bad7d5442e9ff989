import type { View } from '../../worker/api.ts';
import type { EngineClient } from '../../worker/client.ts';
import { freePath } from '../intake/piece-path.ts';
import { loadSample } from '../samples/samples.ts';
import { fragmentIn } from '../share/fragment.ts';
import { Answers } from './answers.svelte.ts';
import { Attention } from './attention.svelte.ts';
import { Documents } from './documents.svelte.ts';
import { HostFacts } from './host.svelte.ts';
import { Opened } from './opened.svelte.ts';
import type { Reading } from './reading.ts';
import { Redaction } from './redaction.svelte.ts';
import { TakenAlong } from './taken-along.svelte.ts';

/**
 * The incident on the page. Its parts are the only writers of what the components show.
 * Nothing of it is stored: closing the page forgets it.
 */
class Incident {
  readonly #answers = new Answers();
  readonly documents = new Documents(this.#answers);
  readonly host = new HostFacts(this.#answers);
  readonly redaction = new Redaction(this.#answers);
  readonly attention = new Attention(this.#answers);
  readonly opened = new Opened(this.#answers);
  readonly takenAlong = new TakenAlong(this.#answers);

  /** null until something was given and understood. */
  get view(): View | null {
    return this.#answers.view;
  }

  /** The files that are being read. */
  get reading(): readonly Reading[] {
    return this.#answers.reading;
  }

  get busy(): boolean {
    return this.#answers.busy;
  }

  /** What went wrong, in words; '' when nothing did. */
  get trouble(): string {
    return this.#answers.trouble;
  }

  client(): Promise<EngineClient> {
    return this.#answers.client();
  }

  /** Text, or a link to an incident that somebody shared. */
  async put(piece: string, text: string): Promise<void> {
    const fragment = fragmentIn(text);
    await (fragment === null ? this.documents.put(piece, text) : this.opened.openLink(fragment));
  }

  /** A paste that stands on its own: nothing given before is replaced. */
  async paste(text: string): Promise<void> {
    if (text.trim() !== '') await this.put(freePath('paste', this.documents.pieces), text);
  }

  /** Files, or one that somebody shared. */
  async files(files: readonly { readonly file: File; readonly path: string }[]): Promise<void> {
    const [only] = files;
    if (only && files.length === 1 && (await this.opened.openFile(only.file))) return;
    await this.documents.files(files);
  }

  async sample(name: string): Promise<void> {
    const files = await loadSample(name);
    if (files) {
      this.reset();
      await this.documents.sample(files);
    } else this.complain(`There is no sample “${name}”.`);
  }

  async toggle(finding: string, on: boolean): Promise<void> {
    this.#answers.switches = { ...this.#answers.switches, [finding]: on };
    await this.#answers.refresh();
  }

  complain(words: string): void {
    this.#answers.trouble = words;
  }

  /** Forgets everything: ends the worker with its raw values and vault, and starts empty. */
  reset(): void {
    this.#answers.forget();
    this.documents.forget();
    this.host.forget();
    this.redaction.forget();
    this.attention.forget();
    this.opened.close();
    this.takenAlong.forget();
  }
}

export const incident = new Incident();

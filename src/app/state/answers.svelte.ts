import { tick } from 'svelte';
import type { Switches, View } from '../../worker/api.ts';
import type { EngineClient } from '../../worker/client.ts';
import { turnsDone } from '../turns.ts';
import type { Reading } from './reading.ts';

/**
 * The engine, and what it answers. Every view comes whole from the worker; while one is asked for or a file is read, that
 * is said here too, because it goes together with the view that follows.
 */
export class Answers {
  /** null until something was given and understood. */
  view = $state.raw<View | null>(null);
  /** What the user switched by hand. */
  switches = $state.raw<Switches>({});
  busy = $state(false);
  /** What went wrong, in words; '' when nothing did. */
  trouble = $state('');
  reading = $state.raw<readonly Reading[]>([]);

  #client: Promise<EngineClient> | null = null;
  /** Counts what was begun: only the last of it may say that nothing is under way any more. */
  #begun = 0;

  /** The worker starts while the user is still looking for something to paste. */
  client(): Promise<EngineClient> {
    this.#client ??= import('../../worker/client.ts').then(({ startEngine }) => startEngine());
    return this.#client;
  }

  /** Whether this client is still the one that is asked: a new incident has another. */
  isCurrent(client: Promise<EngineClient>): boolean {
    return client === this.#client;
  }

  /** Tells the engine something, and shows what follows from it. */
  async change(change: (client: EngineClient) => Promise<unknown>): Promise<void> {
    const client = this.client();
    this.#begin();
    this.trouble = '';
    await change(await client);
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const mine = this.client();
    const begun = this.#begin();
    const over = this.reading.filter((one) => one.isOver);
    try {
      const view = await (await mine).refresh($state.snapshot(this.switches));
      if (view === null || !this.isCurrent(mine)) return;
      this.view = view.documents.length > 0 ? view : null;
    } catch (error) {
      this.trouble = `The engine stopped: ${wordsOf(error)}`;
    }
    await tick();
    await turnsDone();
    if (!this.isCurrent(mine)) return;
    this.reading = this.reading.filter((one) => !over.includes(one));
    if (begun === this.#begun) this.busy = false;
  }

  /** Says how far a file is read. */
  tell(reading: Reading): void {
    this.reading = [...this.reading.filter((one) => one.piece !== reading.piece), reading];
  }

  /** Says no more about a file. */
  untell(piece: string): void {
    this.reading = this.reading.filter((one) => one.piece !== piece);
  }

  /** Ids of the findings whose fixes are in the patch. */
  get chosen(): string[] {
    return [...(this.view?.chosen ?? [])];
  }

  /** Ends the worker with its raw values and vault. */
  forget(): void {
    void this.#client?.then((client) => {
      client.end();
    });
    this.#client = null;
    this.view = null;
    this.switches = {};
    this.reading = [];
    this.#begun++;
    this.busy = false;
    this.trouble = '';
  }

  #begin(): number {
    this.busy = true;
    return ++this.#begun;
  }
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { tick } from 'svelte';
import type { Finding } from '../engine/rules/finding.ts';
import type { DocumentKind } from '../engine/text/document.ts';
import type { Decoded } from '../share/link.ts';
import type { BeforeAfter, RedactionChoices, Switches, View } from '../worker/api.ts';
import type { EngineClient } from '../worker/client.ts';
import type { ShareAnswer, ShareWish } from '../worker/sharing.ts';
import type { FactName, StatedFacts } from './facts.ts';
import { freePath } from './intake/piece-path.ts';
import type { Values } from './patch/values.ts';
import { fragmentIn } from './share/fragment.ts';
import { loadSample } from './samples/samples.ts';
import { turnsDone } from './turns.ts';

/** A file that is being read. */
export interface Reading {
  readonly piece: string;
  readonly read: number;
  readonly total: number;
  readonly startedAt: number;
  /** Read to its end or given up, but what is shown is still from before. */
  readonly isOver: boolean;
}

/** A place in a document that the source pane shows. */
interface SourcePlace {
  readonly path: string;
  readonly line: number;
}

/** An incident that somebody shared, or why it does not open. */
interface OpenedIncident {
  /** '' when it came from a file. */
  readonly link: string;
  readonly fragment: string;
  readonly decoded: Decoded;
}

/** How often results are shown while a log is still being read; never more than a fifth of the time goes into them. */
const GLIMPSE_EVERY_MS = 1000;
const GLIMPSE_PAUSES = 4;

/** Shared files are small; a larger one is something else. */
const LARGEST_SHARED = 4 * 1024 * 1024;

/**
 * The incident on the page. The only writer of what the components show; every view comes whole from the worker.
 * Nothing of it is stored: closing the page forgets it.
 */
class Incident {
  /** null until something was given and understood. */
  view = $state.raw<View | null>(null);
  pieces = $state.raw<readonly string[]>([]);
  /** True while nothing of the user's own was given: then another sample may take the place. */
  replaceable = $state(true);
  stated = $state.raw<StatedFacts>({});
  switches = $state.raw<Switches>({});
  redaction = $state.raw<RedactionChoices>({ classes: {}, words: [] });
  reading = $state.raw<readonly Reading[]>([]);
  busy = $state(false);
  /** What went wrong, in words; '' when nothing did. */
  trouble = $state('');
  source = $state.raw<SourcePlace | null>(null);
  values = $state<Values>('real');
  /** Index of the finding that the keyboard is on; -1 before the first key. */
  selected = $state(-1);

  /** What came out of a link or a shared file; while it is there, it is all that is shown. */
  opened = $state.raw<OpenedIncident | null>(null);

  /** A link is being read: what it says is on its way, and the user's own page would only be in its place. */
  opening = $state(false);

  #client: Promise<EngineClient> | null = null;
  /** Counts what was begun: only the last of it may say that nothing is under way any more. */
  #begun = 0;
  /** When results may be asked for again while something is being read. */
  #nextGlimpse = 0;

  /** The worker starts while the user is still looking for something to paste. */
  client(): Promise<EngineClient> {
    this.#client ??= import('../worker/client.ts').then(({ startEngine }) => startEngine());
    return this.#client;
  }

  async put(piece: string, text: string): Promise<void> {
    const fragment = fragmentIn(text);
    if (fragment !== null) {
      await this.openLink(fragment);
      return;
    }
    this.#hold(piece);
    await this.#change(({ engine }) => engine.put(piece, text));
  }

  /** A paste that stands on its own: nothing given before is replaced. */
  async paste(text: string): Promise<void> {
    if (text.trim() !== '') await this.put(freePath('paste', this.pieces), text);
  }

  async files(files: readonly { readonly file: File; readonly path: string }[]): Promise<void> {
    const [only] = files;
    if (only && files.length === 1 && (await this.#openShared(only.file))) return;
    await Promise.all(
      files.map(async ({ file, path }) => {
        // What was given up goes at once, whatever else is still being read.
        if (!(await this.#read(file, freePath(path, this.pieces)))) await this.#refresh();
      }),
    );
    await this.#refresh();
  }

  async sample(name: string): Promise<void> {
    const files = await loadSample(name);
    if (!files) this.trouble = `There is no sample “${name}”.`;
    else {
      this.reset();
      this.pieces = files.map((file) => file.path);
      await this.#change(({ engine }) => Promise.all(files.map(({ path, text }) => engine.put(path, text))));
    }
  }

  async remove(piece: string): Promise<void> {
    this.pieces = this.pieces.filter((one) => one !== piece);
    await this.#change(({ engine }) => engine.remove(piece));
  }

  async cancel(piece: string): Promise<void> {
    const isOver = this.reading.some((one) => one.piece === piece && one.isOver);
    if (!isOver) await (await this.client()).engine.cancel(piece);
    else if (this.pieces.includes(piece)) await this.remove(piece);
  }

  async setKind(path: string, kind: DocumentKind): Promise<void> {
    await this.#change(({ engine }) => engine.setKind(path, kind));
  }

  /** @param value base units; null for "not known", which also takes back what a settings file says */
  async setFact(name: FactName, value: number | null): Promise<void> {
    this.stated = { ...this.stated, [name]: value };
    await this.#change(({ engine }) => engine.setHost($state.snapshot(this.stated)));
  }

  async setClass(name: string, on: boolean): Promise<void> {
    await this.#setRedaction({ ...this.redaction, classes: { ...this.redaction.classes, [name]: on } });
  }

  /** Replaces a further text wherever it stands. */
  async replaceWord(word: string): Promise<void> {
    if (word.trim() === '' || this.redaction.words.includes(word)) return;
    await this.#setRedaction({ ...this.redaction, words: [...this.redaction.words, word] });
  }

  async keep(alias: string): Promise<void> {
    await this.#change(({ engine }) => engine.keep(alias));
  }

  async replaceAgain(value: string): Promise<void> {
    await this.#change(({ engine }) => engine.replaceAgain(value));
  }

  async toggle(finding: string, on: boolean): Promise<void> {
    this.switches = { ...this.switches, [finding]: on };
    await this.#refresh();
  }

  complain(words: string): void {
    this.trouble = words;
  }

  get selectedFinding(): Finding | null {
    return this.view?.report.findings[this.selected] ?? null;
  }

  select(index: number): void {
    const count = this.view?.report.findings.length ?? 0;
    this.selected = Math.max(0, Math.min(index, count - 1));
  }

  show(place: SourcePlace | null): void {
    this.source = place;
  }

  async beforeAfter(path: string): Promise<BeforeAfter> {
    return (await this.client()).engine.beforeAfter(path, [...(this.view?.chosen ?? [])]);
  }

  async share(wish: Omit<ShareWish, 'chosen'>): Promise<ShareAnswer> {
    return (await this.client()).engine.share({ ...wish, chosen: [...(this.view?.chosen ?? [])] });
  }

  async redactLeak(id: number): Promise<void> {
    await this.#change(({ engine }) => engine.redactLeak(id));
  }

  /** The whole link: this page's own address, without a query, and the fragment. */
  linkOf(fragment: string): string {
    return (location.href.split(/[?#]/, 1)[0] ?? '') + fragment;
  }

  async openLink(fragment: string, passphrase = ''): Promise<void> {
    this.opening = this.opened === null;
    try {
      const decoded = await (await this.client()).engine.openLink(fragment, passphrase);
      this.opened = { link: this.linkOf(fragment), fragment, decoded };
    } finally {
      this.opening = false;
    }
  }

  /** Back from a link to the user's own incident, which was only out of sight. */
  closeOpened(): void {
    this.opened = null;
  }

  async unlock(passphrase: string): Promise<void> {
    if (this.opened) await this.openLink(this.opened.fragment, passphrase);
  }

  async settingsFile(): Promise<string> {
    return (await this.client()).engine.settingsFile();
  }

  /** A document with aliases; null when there is nothing to take along, which is then said. */
  async redactedCopy(path: string): Promise<Blob | null> {
    const piece = `copy of ${path}`;
    const startedAt = performance.now();
    const others = (): readonly Reading[] => this.reading.filter((one) => one.piece !== piece);
    this.trouble = '';
    let isOver = false;
    const client = await this.client();
    const answer = await client
      .redactedCopy(path, ({ read, total }) => {
        if (!isOver) this.reading = [...others(), { piece, read, total, startedAt, isOver }];
      })
      .finally(() => {
        isOver = true;
        this.reading = others();
      });
    if (answer.status === 'done') return answer.copy;
    if (answer.status === 'closed')
      this.trouble = `No copy of ${path}: something in it is still to be replaced. Redact it as a selection, or share the incident to see what it is.`;
    return null;
  }

  /** The patch as the user wants to take it along. The user's own values pass through here and are not kept. */
  async takePatch(): Promise<string> {
    if (!this.view) return '';
    if (this.values === 'redacted') return this.view.patch;
    return (await this.client()).engine.privatePatch([...this.view.chosen]);
  }

  /** Forgets everything: ends the worker with its raw values and vault, and starts empty. */
  reset(): void {
    void this.#client?.then((client) => {
      client.end();
    });
    this.#client = null;
    this.view = null;
    this.pieces = [];
    this.replaceable = true;
    this.stated = {};
    this.switches = {};
    this.redaction = { classes: {}, words: [] };
    this.reading = [];
    this.#nextGlimpse = 0;
    this.#begun++;
    this.busy = false;
    this.trouble = '';
    this.opened = null;
    this.source = null;
    this.selected = -1;
    this.values = 'real';
  }

  async #setRedaction(choices: RedactionChoices): Promise<void> {
    this.redaction = choices;
    await this.#change(({ engine }) => engine.setRedaction(choices));
  }

  /** @returns false when the file is not one that this page shared */
  async #openShared(file: File): Promise<boolean> {
    if (!file.name.endsWith('.json') || file.size > LARGEST_SHARED) return false;
    const parsed = await (await this.client()).engine.openFile(await file.text());
    if (!parsed) return false;
    const decoded: Decoded = parsed.ok
      ? { status: 'ok', snapshot: parsed.snapshot, encrypted: false }
      : { status: 'invalid-schema', problem: parsed.problem };
    this.opened = { link: '', fragment: '', decoded };
    return true;
  }

  #hold(piece: string): void {
    this.replaceable = false;
    this.trouble = '';
    if (!this.pieces.includes(piece)) this.pieces = [...this.pieces, piece];
  }

  /** @returns false when it was given up: cancelled, or not readable */
  async #read(file: File, piece: string): Promise<boolean> {
    this.#hold(piece);
    const mine = this.client();
    const startedAt = performance.now();
    let read = 0;
    let isOver = false;
    const tell = (): void => {
      if (mine !== this.#client) return;
      const others = this.reading.filter((one) => one.piece !== piece);
      this.reading = [...others, { piece, read, total: file.size, startedAt, isOver }];
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
      this.trouble = `${file.name} could not be read: ${wordsOf(error)}`;
    }
    isOver = true;
    if (whole) read = file.size;
    else this.pieces = this.pieces.filter((one) => one !== piece);
    // It leaves together with what was shown so far: after that nothing may change under a pointer.
    tell();
    return whole;
  }

  /** First results while a log is still being read. */
  async #glimpse(): Promise<void> {
    const asked = performance.now();
    if (asked < this.#nextGlimpse) return;
    this.#nextGlimpse = Infinity;
    await this.#refresh();
    const now = performance.now();
    this.#nextGlimpse = now + Math.max(GLIMPSE_EVERY_MS, GLIMPSE_PAUSES * (now - asked));
  }

  async #change(change: (client: EngineClient) => Promise<unknown>): Promise<void> {
    const client = this.client();
    this.#begin();
    this.trouble = '';
    await change(await client);
    await this.#refresh();
  }

  async #refresh(): Promise<void> {
    const mine = this.client();
    const begun = this.#begin();
    const over = this.reading.filter((one) => one.isOver);
    try {
      const view = await (await mine).refresh($state.snapshot(this.switches));
      if (view === null || mine !== this.#client) return;
      this.view = view.documents.length > 0 ? view : null;
    } catch (error) {
      this.trouble = `The engine stopped: ${wordsOf(error)}`;
    }
    await tick();
    await turnsDone();
    if (mine !== this.#client) return;
    this.reading = this.reading.filter((one) => !over.includes(one));
    if (begun === this.#begun) this.busy = false;
  }

  #begin(): number {
    this.busy = true;
    return ++this.#begun;
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export const incident = new Incident();

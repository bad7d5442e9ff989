import { tierOf } from '../classes.ts';
import type { Find } from '../find.ts';
import { isNamedHost } from '../detect/hosts.ts';
import { isExempt } from '../secret-value.ts';
import { isCommonName } from '../detect/user-names.ts';
import { COMMON_WORDS } from './common-words.ts';
import { formsOf } from './forms.ts';
import type { Needle } from './needles.ts';

const SHORTEST_PART = 8;

/** What is known of a word that is looked for everywhere. */
export interface Known {
  readonly find: Pick<Find, 'class' | 'type' | 'value'>;
  /** Must stand between characters that are no letters or digits. */
  readonly bounded: boolean;
  readonly base64: boolean;
  /** Letters of one case only, as names of settings are made of. */
  readonly plain: boolean;
  /** May be part of a longer identifier that wins over it. */
  readonly weak: boolean;
}

/** Turns finds into words to look for in every document: secrets in all their forms, hosts and users as they are. */
export class Learned {
  readonly #secrets = new Map<string, Needle<Known>>();
  readonly #hosts = new Map<string, Needle<Known>>();

  get exact(): readonly Needle<Known>[] {
    return [...this.#secrets.values()];
  }

  /** Looked for in either case. */
  get folded(): readonly Needle<Known>[] {
    return [...this.#hosts.values()];
  }

  /** Words that are looked for, all forms counted. */
  get size(): number {
    return this.#secrets.size + this.#hosts.size;
  }

  note(find: Find, written: string): void {
    const value = find.value ?? written;
    if (find.class === 'host') this.#noteHost(value);
    else if (find.class === 'user') this.#noteUser(value);
    else if (tierOf(find.class) === 'secret' && find.local !== true) {
      this.#noteSecret(find, value);
      for (const line of value.includes('\n') ? value.split('\n') : [])
        this.#noteSecret({ ...find, value: line.trim() }, line.trim());
      if (written !== value) this.#noteSecret({ ...find, value }, written);
      // The token of a webhook is its last part; it is quoted without the rest.
      for (const part of find.class === 'webhook' ? value.split('/') : [])
        if (part.length >= SHORTEST_PART) this.#noteSecret({ ...find, value: part }, part);
    }
  }

  /** A word the user wants gone wherever it stands. */
  choose(word: string): void {
    for (const form of word === '' ? [] : formsOf(word)) {
      const find = { class: 'chosen', type: 'chosen', value: word };
      this.#secrets.set(form.text, {
        text: form.text,
        tag: { find, bounded: false, base64: form.base64, plain: false, weak: false },
      });
    }
  }

  #noteSecret(find: Find, text: string): void {
    // `$apr1$…` looks like a variable of nginx.
    if (find.class !== 'password-hash' && !isWorthHunting(text)) return;
    const value = find.value ?? text;
    const weak = text.length < 8;
    const bounded = weak || /^[a-z]+$/.test(text) || /^[0-9]+$/.test(text);
    for (const form of formsOf(text)) {
      if (this.#secrets.has(form.text)) continue;
      const known: Known = {
        find: { class: find.class, ...(find.type !== undefined && { type: find.type }), value },
        bounded: bounded && !form.base64,
        base64: form.base64,
        plain: /^[a-z]{1,32}$/.test(form.text),
        weak,
      };
      this.#secrets.set(form.text, { text: form.text, tag: known });
    }
  }

  #noteUser(name: string): void {
    if (isCommonName(name) || COMMON_WORDS.has(name.toLowerCase()) || this.#secrets.has(name)) return;
    this.#secrets.set(name, {
      text: name,
      tag: { find: { class: 'user', value: name }, bounded: true, base64: false, plain: false, weak: true },
    });
  }

  #noteHost(host: string): void {
    if (this.#hosts.has(host) || (!host.includes('.') && !/[0-9-]/.test(host)) || host.length < 4) return;
    this.#hosts.set(host, {
      text: host,
      tag: { find: { class: 'host', value: host }, bounded: true, base64: false, plain: false, weak: true },
    });
    // Colleagues call a machine by its first label.
    const [machine = '', ...rest] = host.split('.');
    if (rest.length > 1 && machine.length >= 6 && /[0-9]{2}/.test(machine) && isNamedHost(machine))
      this.#noteHost(machine);
  }
}

/** Long enough, and not a word that stands everywhere. */
function isWorthHunting(text: string): boolean {
  if (text.length < 3 || COMMON_WORDS.has(text.toLowerCase()) || isExempt(text, 'weak')) return false;
  if (/^[0-9.]+$/.test(text)) return text.length >= 8;
  if (text.length === 3) return /[0-9]/.test(text) && /[A-Za-z]/.test(text);
  return !/^[\W_]+$/.test(text);
}

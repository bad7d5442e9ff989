import type { Decoded } from '../../share/link.ts';
import type { Answers } from './answers.svelte.ts';

/** An incident that somebody shared, or why it does not open. */
interface OpenedIncident {
  /** '' when it came from a file. */
  readonly link: string;
  readonly fragment: string;
  readonly decoded: Decoded;
}

/** Shared files are small; a larger one is something else. */
const LARGEST_SHARED = 4 * 1024 * 1024;

/** What came out of a link or a shared file; while it is there, it is all that is shown. */
export class Opened {
  incident = $state.raw<OpenedIncident | null>(null);
  /** A link is being read: what it says is on its way, and the user's own page would only be in its place. */
  opening = $state(false);

  readonly #answers: Answers;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  async openLink(fragment: string, passphrase = ''): Promise<void> {
    this.opening = this.incident === null;
    try {
      const decoded = await (await this.#answers.client()).engine.openLink(fragment, passphrase);
      this.incident = { link: linkOf(fragment), fragment, decoded };
    } finally {
      this.opening = false;
    }
  }

  async unlock(passphrase: string): Promise<void> {
    if (this.incident) await this.openLink(this.incident.fragment, passphrase);
  }

  /** @returns false when the file is not one that this page shared */
  async openFile(file: File): Promise<boolean> {
    if (!file.name.endsWith('.json') || file.size > LARGEST_SHARED) return false;
    const parsed = await (await this.#answers.client()).engine.openFile(await file.text());
    if (!parsed) return false;
    const decoded: Decoded = parsed.ok
      ? { status: 'ok', snapshot: parsed.snapshot, encrypted: false }
      : { status: 'invalid-schema', problem: parsed.problem };
    this.incident = { link: '', fragment: '', decoded };
    return true;
  }

  /** Back to the user's own incident, which was only out of sight. */
  close(): void {
    this.incident = null;
  }
}

/** The whole link: this page's own address, without a query, and the fragment. */
export function linkOf(fragment: string): string {
  return (location.href.split(/[?#]/, 1)[0] ?? '') + fragment;
}

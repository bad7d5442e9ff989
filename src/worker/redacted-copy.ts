import { findLeaks } from '../engine/redact/leaks.ts';
import type { RedactOptions } from '../engine/redact/redact.ts';
import { createLogRedactor } from '../engine/redact/stream/log-redactor.ts';
import type { Vault } from '../engine/redact/vault.ts';
import type { Redacted } from '../engine/text/redacted.ts';
import { createLogScanner } from '../kernels/log-scanner.ts';
import { readFile } from './read-file.ts';

/** Handed over to the browser in pieces of this size, which keeps them outside the worker's memory. */
const PIECE = 8 * 1024 * 1024;

export type RedactedCopy =
  | { readonly status: 'done'; readonly copy: Blob }
  | { readonly status: 'stopped' }
  /** Something in it would be replaced once more: it must not leave. */
  | { readonly status: 'closed' };

/** The incident that a copy belongs to: its aliases, and what the user decided. */
export interface CopyContext {
  readonly vault: Vault;
  readonly redaction: RedactOptions;
}

/** A document that is kept, redacted already; searched once more before anybody gets it. */
export function copyOfText(text: Redacted, { vault, redaction }: CopyContext): RedactedCopy {
  if (findLeaks(new Map([['copy', text]]), vault, redaction).length > 0) return { status: 'closed' };
  return { status: 'done', copy: new Blob([text], { type: 'text/plain' }) };
}

/**
 * A log of any size, redacted with the aliases of the incident, in bounded memory: read twice, so that what is learned at its
 * end is gone from its beginning too, and redacted a second time before anybody gets it, which must change nothing.
 * @param onProgress receives the bytes read so far, of twice the file's size
 */
export async function copyOfLog(
  file: File,
  { vault, redaction }: CopyContext,
  onProgress: (read: number) => void,
  signal: AbortSignal,
): Promise<RedactedCopy> {
  const { memory } = vault;
  if (memory === null) return { status: 'stopped' };
  const redactor = createLogRedactor(memory, redaction, createLogScanner);
  const learn = (chunk: Uint8Array): void => {
    redactor.learn(chunk);
  };
  if (!(await readFile(file, learn, onProgress, signal))) return { status: 'stopped' };
  redactor.endLearning();
  const checker = createLogRedactor(memory, redaction, createLogScanner);
  const pieces = collector();
  let isClean = true;
  const take = (redacted: Uint8Array): void => {
    const kept = redacted.slice();
    pieces.add(kept);
    // What was written last may lack its line feed, and then comes with the checker's end.
    const again = checker.push(kept);
    isClean &&= isSame(again, kept.subarray(0, again.length));
  };
  const whole = await readFile(
    file,
    (chunk) => {
      take(redactor.push(chunk));
    },
    (read) => {
      onProgress(file.size + read);
    },
    signal,
  );
  if (!whole) return { status: 'stopped' };
  const last = redactor.end().slice();
  take(last);
  const rest = checker.end();
  isClean &&= isSame(rest, last.subarray(last.length - rest.length));
  return isClean ? { status: 'done', copy: pieces.whole() } : { status: 'closed' };
}

function collector() {
  const blobs: Blob[] = [];
  let open: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const close = (): void => {
    if (size > 0) blobs.push(new Blob(open));
    open = [];
    size = 0;
  };
  return {
    add(bytes: Uint8Array<ArrayBuffer>): void {
      open.push(bytes);
      size += bytes.length;
      if (size >= PIECE) close();
    },
    whole(): Blob {
      close();
      return new Blob(blobs, { type: 'text/plain' });
    },
  };
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

import { redactDocuments } from '../engine/redact/redact.ts';
import { createLogRedactor } from '../engine/redact/stream/log-redactor.ts';
import { createLogScanner } from '../kernels/log-scanner.ts';
import { streamFile } from './stream-file.ts';
import type { Terminal } from './terminal.ts';

/**
 * Prints a log of any size redacted, in bounded memory: a file in two passes, so that what is learned at its end is gone from
 * its beginning too; a pipe, which comes once, in one.
 * @param head what was read of it before its size was known
 * @returns how many different values were replaced, by class
 */
export function redactLog(file: string | 0, head: readonly Uint8Array[], terminal: Terminal): Map<string, number> {
  const { memory } = redactDocuments([]).vault;
  if (memory === null) throw new Error('a new vault has its memory');
  const redactor = createLogRedactor(memory, {}, createLogScanner);
  if (file !== 0) {
    streamFile(file, (chunk) => {
      redactor.learn(chunk);
    });
    redactor.endLearning();
  }
  for (const chunk of head) terminal.print(redactor.push(chunk));
  streamFile(file, (chunk) => {
    terminal.print(redactor.push(chunk));
  });
  terminal.print(redactor.end());
  const counts = new Map<string, number>();
  for (const { class: name } of memory.book.originals.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

import { writeSync } from 'node:fs';
import { run } from './run.ts';

/** Synchronous, so that a pipe gets everything before the process ends. */
function writeAll(descriptor: number, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPIPE') return;
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

void run(process.argv.slice(2), {
  print: (text) => {
    writeAll(1, text);
  },
  warn: (message) => {
    writeAll(2, `${message}\n`);
  },
}).then((code) => {
  process.exitCode = code;
});

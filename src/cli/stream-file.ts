import { closeSync, openSync, readSync } from 'node:fs';
import { WrongUse } from './wrong-use.ts';

const CHUNK = 1024 * 1024;
/** How long to wait for a pipe whose other end has nothing yet. */
const PATIENCE_MS = 10;

/**
 * Hands over the bytes of a file piece by piece, in one buffer that is used again for the next.
 * @param file its path, or 0 for standard input
 * @param take returns false when it has enough; what is left of standard input can be read later
 * @throws WrongUse when it cannot be read
 */
export function streamFile(file: string | 0, take: (chunk: Uint8Array) => unknown): void {
  let descriptor: number | null = null;
  try {
    descriptor = file === 0 ? 0 : openSync(file, 'r');
    const buffer = new Uint8Array(CHUNK);
    for (let read = readSome(descriptor, buffer); read > 0; read = readSome(descriptor, buffer))
      if (take(buffer.subarray(0, read)) === false) return;
  } catch (error) {
    throw new WrongUse(
      `cannot read ${file === 0 ? 'standard input' : file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    if (descriptor !== null && descriptor !== 0) closeSync(descriptor);
  }
}

function readSome(descriptor: number, buffer: Uint8Array): number {
  for (;;) {
    try {
      return readSync(descriptor, buffer);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE_MS);
    }
  }
}

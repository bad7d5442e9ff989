import { closeSync, openSync, readSync } from 'node:fs';
import { WrongUse } from './wrong-use.ts';

const CHUNK = 1024 * 1024;

/**
 * Hands over the bytes of a file piece by piece, in one buffer that is used again for the next.
 * @throws WrongUse when it cannot be read
 */
export function streamFile(file: string, take: (chunk: Uint8Array) => void): void {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, 'r');
    const buffer = new Uint8Array(CHUNK);
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer))
      take(buffer.subarray(0, read));
  } catch (error) {
    throw new WrongUse(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

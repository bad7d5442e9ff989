import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const FPM = '/usr/sbin/php-fpm8.2';
export const PHP = '/usr/bin/php8.2';

/** False where the daemons are not installed; then the tests say so and prove nothing. */
export const INSTALLED = existsSync(FPM) && existsSync(PHP);

/** A directory of the test's own; short, since socket paths are. */
export function makePrefix(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'se-php-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

export interface Run {
  readonly code: number;
  readonly output: string;
}

/** Runs a program to its end; with both streams. */
export function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((resolve) => {
    const options = {
      encoding: 'utf8' as const,
      maxBuffer: 1 << 26,
      timeout: 20_000,
      env: { PATH: '/usr/bin:/usr/sbin', ...env },
    };
    execFile(program, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, output: stdout + stderr });
    });
  });
}

/** Maps with a few processes at a time, order kept. */
export async function inParallel<T, R>(
  items: readonly T[],
  lanes: number,
  work: (item: T, lane: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (number: number): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at];
      if (item !== undefined) results[at] = await work(item, number);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return results;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Everything that `npm run build` and `npm start` read. */
const BUILT_FROM = ['src', 'samples', 'public', 'scripts/cli', 'scripts/site'];
const BESIDE_THEM = ['scripts/serve.mjs', 'scripts/start.mjs', 'index.html', 'package.json'];

function sources(): string[] {
  const below = BUILT_FROM.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.ts$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const configs = readdirSync(ROOT).filter((name) => /^vite\..*ts$/.test(name));
  return [...below, ...[...BESIDE_THEM, ...configs].map((name) => join(ROOT, name))];
}

it('the product is built without the tests: nothing of it reads from their folder', () => {
  const files = sources();
  expect(files.length).toBeGreaterThan(500);
  const reading = files.filter((file) => /['"`](?:\.{1,2}\/)*tests\//.test(readFileSync(file, 'utf8')));
  expect(reading).toEqual([]);
});

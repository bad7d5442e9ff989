/**
 * Runs the built tool once with the arguments given and keeps beside it what V8 has compiled of it by then, so that the
 * cache holds the functions a check needs and no others. Compiled just as `src/cli/start.ts` does it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

const folder = join(import.meta.dirname, '../../dist/cli');
const filename = join(folder, 'tool.cjs');
const tool = new Script(readFileSync(filename, 'latin1'), { filename });
process.on('exit', () => {
  writeFileSync(join(folder, 'tool.cache'), tool.createCachedData());
});
tool.runInThisContext()(createRequire(filename));

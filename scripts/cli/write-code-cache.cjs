import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CODE_CACHE, compiledTool } from './compiled-tool.ts';

/**
 * Part of the build: runs the tool once with the arguments given and keeps what V8 has compiled of it by then,
 * so that the cache holds the functions a check needs and no others.
 */
const tool = compiledTool(import.meta.dirname);
process.on('exit', () => {
  writeFileSync(join(import.meta.dirname, CODE_CACHE), tool.createCachedData());
});
tool.runInThisContext()(createRequire(import.meta.url));

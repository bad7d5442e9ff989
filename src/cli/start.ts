#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

/**
 * Starts the tool, which is one script beside this one: a function of `require`, in ASCII, so that it is read without
 * being decoded. Compiling it anew would take longer than most of what it is asked for: what V8 compiled of it when it was
 * built lies there too; another V8, or one with other flags, compiles for itself.
 */
const filename = join(__dirname, 'tool.cjs');
const tool = new Script(readFileSync(filename, 'latin1'), { filename, cachedData: compiled() });
const run = tool.runInThisContext() as (require: NodeJS.Require) => void;
run(createRequire(filename));

function compiled(): Buffer | undefined {
  try {
    return readFileSync(join(__dirname, 'tool.cache'));
  } catch {
    return undefined;
  }
}

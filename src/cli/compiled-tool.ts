import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

interface Tool extends Script {
  runInThisContext(): (require: NodeJS.Require) => void;
}

/** What V8 compiled of the tool when it was built, beside it; another V8, or one with other flags, compiles for itself. */
export const CODE_CACHE = 'tool.cache';

/**
 * The tool as one script: a function of `require`, in ASCII, so that it is read without being decoded.
 * @param folder that of the built tool
 */
export function compiledTool(folder: string): Tool {
  const filename = join(folder, 'tool.cjs');
  return new Script(readFileSync(filename, 'latin1'), { filename, cachedData: cacheIn(folder) });
}

function cacheIn(folder: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, CODE_CACHE));
  } catch {
    return undefined;
  }
}

import { parseNginx, toCrossplane } from '../engine/index.ts';
import { readCommandLine } from './command-line.ts';
import { readInputs } from './read-inputs.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

/** `stackengine parse FILE --json`: prints crossplane's payload. */
export function parse(args: readonly string[], terminal: Terminal): number {
  const line = readCommandLine(args, { json: { type: 'boolean' } }, false);
  const [file] = readInputs(line.paths).files;
  if (line.paths.length !== 1 || !file) throw new WrongUse('parse takes one nginx file');
  if (!line.flag('json')) throw new WrongUse('parse prints JSON only: add --json');
  terminal.print(`${JSON.stringify(toCrossplane(parseNginx(file.text, file.path)))}\n`);
  return 0;
}

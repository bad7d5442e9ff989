import { COLLECTOR } from '../engine/report/collector.ts';
import { readCommandLine } from './command-line.ts';
import type { Terminal } from './terminal.ts';

/** `stackengine collect`: prints the read-only shell script that gathers all evidence in one paste. */
export function collect(args: readonly string[], terminal: Terminal): number {
  readCommandLine(args, {}, false);
  terminal.print(COLLECTOR);
  return 0;
}

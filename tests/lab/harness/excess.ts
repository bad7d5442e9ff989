import { readFpmTime, readPhpQuantity } from '../../../src/engine/syntax/ini/quantity.ts';
import type { Scenario } from './scenario.ts';

const MiB = 1024 * 1024;

/** Time limits that a patch may raise; each needs the longest request that the scenario states. */
const TIMES =
  /^(?:(?:fastcgi|proxy|uwsgi)_read_timeout|request_terminate_timeout|process_control_timeout|max_execution_time|harakiri)$/;

/**
 * How far a patch raised time and memory beyond what the cure needed: `request_terminate_timeout +5 s`.
 * A time needs the longest stated request; memory what the scenario says its script takes.
 */
export function excessOf({ host, needsMemory }: Scenario, patch: string): string {
  const longest = readFpmTime(host['longest-request'] ?? '').value ?? 0;
  const beyond = patch.split('\n').flatMap((line): string[] => {
    const set = /^\+\s*([a-z_]+)\s*=?\s*(\d+[a-zA-Z]?);?\s*$/.exec(line);
    const [, name = '', value = ''] = set ?? [];
    if (TIMES.test(name)) return [`${name} +${String((readFpmTime(value).value ?? 0) - longest)} s`];
    if (name !== 'memory_limit' || needsMemory === undefined) return [];
    const bytes = (readPhpQuantity(value).value ?? 0) - (readPhpQuantity(needsMemory).value ?? 0);
    return [`${name} +${String(bytes / MiB)} MiB`];
  });
  return [...new Set(beyond)].join(', ');
}

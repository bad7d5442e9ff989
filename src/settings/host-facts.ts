import type { Host } from '../engine/text/host.ts';
import { parseCores, parseDuration, parseMemory, parseVersion } from './quantities.ts';

/** One host fact as users write it: its name in `stackengine.ini` and on the command line, and how to read it. */
export interface HostFact {
  readonly name: string;
  readonly field: keyof Host;
  readonly example: string;
  readonly help: string;
  parse(text: string): number | string | null;
}

export const HOST_FACTS: readonly HostFact[] = [
  { name: 'memory', field: 'memoryBytes', example: '16G', help: 'memory of the host or container', parse: parseMemory },
  {
    name: 'reserve',
    field: 'reserveBytes',
    example: '4G',
    help: 'memory kept for system, database, nginx',
    parse: parseMemory,
  },
  {
    name: 'worker-memory',
    field: 'workerMemoryBytes',
    example: '50M',
    help: 'private peak of one PHP worker',
    parse: parseMemory,
  },
  { name: 'cores', field: 'cores', example: '8', help: 'processor cores', parse: parseCores },
  {
    name: 'longest-request',
    field: 'longestRequestSeconds',
    example: '90s',
    help: 'longest legitimate request',
    parse: parseDuration,
  },
  {
    name: 'front-timeout',
    field: 'frontTimeoutSeconds',
    example: '60s',
    help: 'timeout of a balancer in front',
    parse: parseDuration,
  },
  { name: 'php', field: 'php', example: '8.2', help: 'version of PHP', parse: parseVersion },
  { name: 'nginx', field: 'nginx', example: '1.22', help: 'version of nginx', parse: parseVersion },
];

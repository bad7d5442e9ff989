import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const SCENARIOS = join(import.meta.dirname, '..', 'scenarios');
export const STOCK = join(import.meta.dirname, '..', 'stock');

/** What one step of a scenario does, in the order written. */
export type Step =
  | {
      readonly do: 'request';
      readonly uri: string;
      readonly method?: string;
      /** Size of the request body in bytes. */
      readonly body?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly count?: number;
      readonly parallel?: number;
      /** The client gives up after so many milliseconds. */
      readonly abortAfter?: number;
      /** Its statuses do not count (warming up, load that is not the point). */
      readonly aside?: boolean;
    }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'start' | 'stop'; readonly daemon: string; readonly signal?: NodeJS.Signals }
  | {
      readonly do: 'signal';
      readonly daemon: string;
      readonly to: 'master' | 'workers' | 'busy-worker';
      readonly signal: NodeJS.Signals;
    }
  | { readonly do: 'chmod'; readonly path: string; readonly mode: string }
  | { readonly do: 'chown'; readonly path: string; readonly user: string }
  | { readonly do: 'run'; readonly command: readonly string[]; readonly into?: string }
  | { readonly do: 'together'; readonly branches: readonly (readonly Step[])[] };

/** What must be seen: exactly these statuses (as a set), and these pieces of text in the logs. */
export interface Seen {
  /** Timing decides which of the statuses come: some of them, and no other. */
  readonly among?: boolean;
  readonly statuses: readonly number[];
  readonly nginx?: readonly string[];
  readonly fpm?: readonly string[];
}

export interface Scenario {
  readonly name: string;
  readonly folder: string;
  readonly title: string;
  /** Name of the experiment that this scenario repeats, where there is one. */
  readonly fact?: string;
  /** Runs only as root: other users' sockets, cgroups, network namespaces. */
  readonly needsRoot?: boolean;
  /** Belongs to the subset of `npm test`. */
  readonly quick?: boolean;
  /** Host facts that its user would state, by the command line's names. */
  readonly host: Readonly<Record<string, string>>;
  /** The least `memory_limit` with which its script succeeds. */
  readonly needsMemory?: string;
  readonly daemons?: readonly string[];
  /** How the HTTP backend of the lab answers: a mode of harness/backend.mjs. */
  readonly backend?: string;
  /** Where the steady small requests go while a patch is brought in: an answer that comes at once. Else `/ok.php`, or `/` without PHP. */
  readonly quickUri?: string;
  readonly steps: readonly Step[];
  /** What the same user does once the patch is in, when it differs from `steps` (nobody kills anything the second time). */
  readonly again?: readonly Step[];
  readonly before: Seen;
  /** The cause that must be named first; null for a healthy setup. Several where the evidence cannot tell them apart. */
  readonly cause: string | null | readonly string[];
  /** `patch`: a config cures it. `declined`: no config can, and none may be edited for it. `quiet`: nothing is wrong. */
  readonly cure: 'patch' | 'declined' | 'quiet';
  readonly after?: Seen;
  /** A patch that somebody might think cures it; the harness must find that it does not. */
  readonly wrongPatch?: string;
}

export function scenarioNames(): string[] {
  return existsSync(SCENARIOS)
    ? readdirSync(SCENARIOS).filter((name) => existsSync(join(SCENARIOS, name, 'scenario.json')))
    : [];
}

export function loadScenario(name: string): Scenario {
  const folder = join(SCENARIOS, name);
  return {
    ...(JSON.parse(readFileSync(join(folder, 'scenario.json'), 'utf8')) as Omit<Scenario, 'name' | 'folder'>),
    name,
    folder,
  };
}

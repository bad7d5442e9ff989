import type { RuleInput } from './rule.ts';
import type { Problem } from '../syntax/problem.ts';
import { directivesNamed, nameOf, walk } from '../syntax/nginx/walk.ts';

/** What only another file, the platform or the one who starts the daemon could tell: never claimed of one file. */
const OF_THE_SURROUNDINGS = [
  / on this platform/u,
  /^invalid event type/u,
  /user has not been defined/u,
  /^No pool defined/u,
];

/** Names that another file of the same configuration may define. */
const OF_OTHER_FILES = [
  /^no port in upstream/u,
  /^no servers in upstream/u,
  /^unknown log format/u,
  /^zero size shared memory zone/u,
  /^unknown "[^"]{1,200}" variable/u,
  /^unknown zone/u,
];

/** Keys that a pool needs and that another file may add to it (`zz-docker.conf` adds `listen` to `www.conf`). */
const OF_OTHER_POOL_FILES = [/process manager is missing/u, /must be a positive value/u, /no listen address/u];
/** A section with fewer entries completes another file rather than being a pool of its own. */
const LEAST_POOL = 4;

/** True when the refusal stands whatever the files are that were not pasted. */
export function standsAlone(problem: Problem, path: string, kind: 'nginx' | 'fpm', input: RuleInput): boolean {
  const says = (patterns: readonly RegExp[]): boolean => patterns.some((pattern) => pattern.test(problem.message));
  if (says(OF_THE_SURROUNDINGS)) return false;
  if (kind === 'nginx') return !says(OF_OTHER_FILES) || isComplete(path, input);
  if (!isPoolFile(path, input)) return false;
  return !inOpenSection(problem, path, input) && !(says(OF_OTHER_POOL_FILES) && isPartOfPool(problem, path, input));
}

/** Keys by which a pool or main file of PHP-FPM is told from another program’s INI file. */
const TELLING_KEYS =
  /^(?:(?:listen|pm|user|group|include|pid|error_log|daemonize)$|listen\.|pm\.|request_|process\.|php_|catch_workers|security\.)/iu;

function isPoolFile(path: string, { stack }: RuleInput): boolean {
  const nodes = stack.iniFiles.get(path)?.nodes ?? [];
  return nodes.some((node) => node.kind === 'entry' && TELLING_KEYS.test(node.key));
}

/** A main file that includes nothing. */
function isComplete(path: string, { stack }: RuleInput): boolean {
  const nodes = stack.nginxFiles.get(path)?.nodes ?? [];
  const names = new Set<string>();
  walk(nodes, (directive) => {
    names.add(nameOf(directive));
    return undefined;
  });
  return !names.has('include') && directivesNamed(nodes, 'http').length > 0;
}

/** Before any section of an included file the section in force is that of the file before. */
function inOpenSection({ line }: Problem, path: string, { stack }: RuleInput): boolean {
  return (stack.iniFiles.get(path)?.nodes ?? []).some(
    (node) => node.kind === 'entry' && node.line === line && node.section === null,
  );
}

function isPartOfPool({ message }: Problem, path: string, { stack }: RuleInput): boolean {
  const name = /^\[pool ([^\]]{1,200})\]/u.exec(message)?.[1];
  const own = (stack.iniFiles.get(path)?.nodes ?? []).filter((node) => node.kind === 'entry' && node.section === name);
  return own.length < LEAST_POOL;
}

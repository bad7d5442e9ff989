import type { Signature } from '../evidence/signatures.ts';
import { pathsOfEvents } from '../plan/paths-of-event.ts';
import { plain } from './places.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

/** Failures between nginx and a pool that the pool's own file would help to judge. */
const FAILURES: readonly Signature[] = [
  'nginx.reset-before-header',
  'nginx.eof-before-header',
  'nginx.read-header-timeout',
  'nginx.connect-enoent',
  'nginx.connect-refused',
  'nginx.connect-eacces-unix',
  'nginx.connect-eagain',
];

export const docs: RuleDocs = {
  title: 'A document that would complete the picture',
  why: 'Requests failed on a path whose pool file was not given, so its limits are unknown. Unknown is never a finding against the configuration.',
  source: 'what was pasted',
};

export const missingDocument: Rule = {
  name: 'missing-document',
  messages: {
    pool: 'Requests to {target} failed, and the pool file that listens there was not given: add it to have its limits judged.',
  },
  check({ stack, evidence }) {
    if (stack.pools.length > 0) return [];
    const targets = new Set<string>();
    return [...pathsOfEvents(stack, evidence, FAILURES)].flatMap((path): RawFinding[] => {
      if (path.pass?.protocol !== 'fastcgi' || targets.has(path.pass.target)) return [];
      targets.add(path.pass.target);
      return [{ ...plain(path.pass), severity: 'info', code: 'pool', args: { target: path.pass.target }, fix: null }];
    });
  },
};

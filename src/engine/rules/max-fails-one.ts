import type { Signature } from '../evidence/signatures.ts';
import { numberOf } from '../plan/values.ts';
import type { UpstreamRef, UpstreamServer } from '../stack/request-path.ts';
import type { NginxWord } from '../syntax/nginx/tree.ts';
import { directivesNamed } from '../syntax/nginx/walk.ts';
import { eventsOf } from '../plan/paths-of-event.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';
import { plain } from './places.ts';

/** Failures that take servers out; without any, it is the cap on connections that was met. */
const FAILURES: readonly Signature[] = [
  'nginx.upstream-disabled',
  'nginx.connect-refused',
  'nginx.connect-enoent',
  'nginx.connect-timeout',
  'nginx.read-header-timeout',
  'nginx.reset-before-header',
];

export const docs: RuleDocs = {
  title: 'One failure takes a server out',
  why:
    'max_fails is 1 by default: a single failure or timeout removes the server for fail_timeout (10 s). When all are out every request gets ' +
    '502 "no live upstreams". The failures before are the cause; with a single server max_fails is ignored. max_conns reached ends the same way.',
  source: 'ngx_http_upstream_round_robin.c',
};

export const maxFailsOne: Rule = {
  name: 'max-fails-one',
  messages: {
    'no-live':
      'All servers of {upstream} were out: one failure is enough for that (max_fails = 1). Cure what failed first.',
    'max-conns':
      'A server of {upstream} takes {connections} connections at most (max_conns): beyond that nginx answers 502, not 503.',
  },
  check({ stack, evidence }) {
    if (eventsOf(evidence, ['nginx.no-live-upstreams']).length === 0) return [];
    const failedBefore = eventsOf(evidence, FAILURES).length > 0;
    const seen = new Set<string>();
    return stack.paths.flatMap(({ upstream, pool }): RawFinding[] => {
      if (upstream?.name == null || seen.has(upstream.name)) return [];
      seen.add(upstream.name);
      const capped = failedBefore ? undefined : cappedServer(upstream);
      if (capped !== undefined) return maxConns(capped, upstream, numberOf(pool?.settings['pm.max_children']));
      const fragile = upstream.servers.every(({ parameters }) =>
        parameters.every((one) => !one.startsWith('max_fails=') || one === 'max_fails=1'),
      );
      if (!fragile || upstream.servers.length < 2) return [];
      return [
        { ...plain(upstream), severity: 'warning', code: 'no-live', args: { upstream: upstream.name }, fix: null },
      ];
    });
  },
};

interface Capped {
  readonly server: UpstreamServer;
  readonly word: NginxWord;
  readonly connections: number;
}

/** The first server with `max_conns`, and the word that says so. */
function cappedServer({ servers, node }: UpstreamRef): Capped | undefined {
  for (const server of servers) {
    const directive = directivesNamed(node?.nodes ?? [], 'server').find((one) => one.words[1]?.start === server.start);
    const word = directive?.words.find(({ value }) => value.startsWith('max_conns='));
    const connections = Number(word?.value.slice('max_conns='.length));
    if (word !== undefined && connections > 0) return { server, word, connections };
  }
  return undefined;
}

/** As many connections as the pool has workers; without a known pool no cap. */
function maxConns({ server, word, connections }: Capped, { name }: UpstreamRef, children: number | null): RawFinding[] {
  if (children !== null && connections >= children) return [];
  const edits = [
    {
      path: server.path,
      start: word.start,
      end: word.start + word.raw.length,
      text: `max_conns=${String(children ?? 0)}`,
    },
  ];
  const args = { upstream: name ?? '', connections };
  return [{ ...plain(server), severity: 'error', code: 'max-conns', args, fix: { safety: 'reload', edits } }];
}

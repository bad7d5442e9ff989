import { eventsOf } from '../plan/paths-of-event.ts';
import type { RawFinding, Rule } from './rule.ts';
import { plain } from './places.ts';

export const maxFailsOne: Rule = {
  name: 'max-fails-one',
  docs: {
    title: 'One failure takes a server out',
    why:
      'max_fails is 1 by default: a single failure or timeout removes the server for fail_timeout (10 s). When all are out every request gets ' +
      '502 "no live upstreams". The failures before are the cause; with a single server max_fails is ignored. max_conns reached ends the same way.',
    source: 'ngx_http_upstream_round_robin.c',
  },
  messages: {
    'no-live':
      'All servers of {upstream} were out: one failure is enough for that (max_fails = 1). Cure what failed first.',
    'max-conns':
      'A server of {upstream} takes {connections} connections at most (max_conns): beyond that nginx answers 502, not 503.',
  },
  check({ stack, evidence }) {
    if (eventsOf(evidence, ['nginx.no-live-upstreams']).length === 0) return [];
    const upstreams = new Map(
      stack.paths.flatMap(({ upstream }) => (upstream?.name == null ? [] : [[upstream.name, upstream] as const])),
    );
    return [...upstreams.values()].flatMap((upstream): RawFinding[] => {
      const capped = upstream.servers.find(({ parameters }) => parameters.some((one) => one.startsWith('max_conns=')));
      const name = upstream.name ?? '';
      if (capped !== undefined) {
        const connections =
          capped.parameters.find((one) => one.startsWith('max_conns='))?.slice('max_conns='.length) ?? '';
        return [
          {
            ...plain(capped),
            severity: 'warning',
            code: 'max-conns',
            args: { upstream: name, connections },
            fix: null,
          },
        ];
      }
      const fragile = upstream.servers.every(({ parameters }) =>
        parameters.every((one) => !one.startsWith('max_fails=') || one === 'max_fails=1'),
      );
      if (!fragile || upstream.servers.length < 2) return [];
      return [{ ...plain(upstream), severity: 'warning', code: 'no-live', args: { upstream: name }, fix: null }];
    });
  },
};

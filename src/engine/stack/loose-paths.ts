import { assemble, type Assembly } from './assemble.ts';
import type { HttpContext } from './contexts.ts';
import type { Level } from './inherit/level.ts';
import { UPSTREAM_LIMITS } from './limits/upstream.ts';
import { PASS_PROTOCOLS } from './location/pass.ts';
import type { PassProtocol, RequestPath } from './request-path.ts';
import { poolFor } from './upstream/pool-for.ts';
import { blockRef } from './upstream/upstream-for.ts';
import { unaskedState } from './variables/request-state.ts';

/**
 * Request paths for pieces that pass nothing on: an `upstream` that no pasted location uses, timeouts and buffers without
 * their location. They have no location and no pass, but limits and perhaps a pool.
 */
export function loosePaths(context: HttpContext, paths: readonly RequestPath[], assembly: Assembly): RequestPath[] {
  const used = new Set(paths.flatMap((path) => path.upstream?.node ?? []));
  const ofUpstreams = context.http.block
    .named('upstream')
    .filter((directive) => !used.has(directive.node))
    .map((directive) => {
      const upstream = blockRef(directive, assembly.reader);
      const protocol = poolFor(upstream, assembly.pools) ? 'fastcgi' : null;
      return loosePath(context, context.http, protocol, upstream, assembly);
    });
  const ofLimits =
    paths.length > 0
      ? []
      : PASS_PROTOCOLS.flatMap((protocol) =>
          levelsThatLimit(context, protocol).map((level) => loosePath(context, level, protocol, null, assembly)),
        );
  return [...ofUpstreams, ...ofLimits];
}

function loosePath(
  context: HttpContext,
  level: Level,
  protocol: PassProtocol | null,
  upstream: RequestPath['upstream'],
  assembly: Assembly,
): RequestPath {
  const state = unaskedState(level, level.nearest('server'), null);
  const ending = { processes: context.processes, location: null, pass: null, protocol, upstream };
  return assemble(state, ending, assembly);
}

/** Servers that write down a limit of a protocol, else the `http` level when it does. */
function levelsThatLimit(context: HttpContext, protocol: PassProtocol): Level[] {
  const limits = (level: Level): boolean =>
    UPSTREAM_LIMITS[protocol].some((limit) => level.block.last(limit.name) !== null);
  const servers = context.servers.filter(limits);
  return servers.length > 0 || !limits(context.http) ? servers : [context.http];
}

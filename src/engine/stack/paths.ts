import { assemble, type Assembly } from './assemble.ts';
import type { HttpContext } from './contexts.ts';
import { loosePaths } from './loose-paths.ts';
import { passingBlocks } from './location/pass.ts';
import type { RequestPath } from './request-path.ts';
import { unaskedState } from './variables/request-state.ts';
import { runSets } from './variables/set-variables.ts';

/** One request path for each block that passes requests on, in the order of the text; then the loose pieces. */
export function pathsOf(context: HttpContext, assembly: Assembly): RequestPath[] {
  const passing = context.servers.flatMap((server) =>
    passingBlocks(server).map(({ level, location, pass }) => {
      const state = unaskedState(level, server, location?.modifier === '=' ? location.match : null);
      runSets(state, level);
      return assemble(state, { processes: context.processes, location, pass }, assembly);
    }),
  );
  return [...passing, ...loosePaths(context, passing, assembly)];
}

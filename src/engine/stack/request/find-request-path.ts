import { assemble, type Assembly } from '../assemble.ts';
import type { HttpContext } from '../contexts.ts';
import type { RequestPath } from '../request-path.ts';
import { chooseServer, portsOf, type ChosenServer } from '../server/choose-server.ts';
import type { RequestState } from '../variables/request-state.ts';
import { takeGroups } from './condition.ts';
import { diskOf } from './disk.ts';
import type { Question } from './question.ts';
import { walkRequest } from './walk.ts';

/**
 * Answers a question. Where it names no port, the usual ones are tried as a client would: one that only redirects gives
 * way to the next.
 */
export function findRequestPath(
  contexts: readonly HttpContext[],
  question: Question,
  assembly: Assembly,
): RequestPath | null {
  for (const { servers, processes } of contexts) {
    let redirecting: RequestPath | null = null;
    for (const port of question.port === null ? portsOf(servers) : [question.port]) {
      const chosen = chooseServer(servers, port, question.address, question.host);
      if (chosen === null) continue;
      const state = stateOf(question, chosen);
      const walked = walkRequest(chosen.server, state, diskOf(question));
      const path = assemble(state, { processes, ...walked }, assembly);
      if (!isRedirect(walked.status)) return path;
      redirecting ??= path;
    }
    if (redirecting !== null) return redirecting;
  }
  return null;
}

function isRedirect(status: number | null): boolean {
  return status !== null && status >= 300 && status < 400;
}

function stateOf(question: Question, { server, match, port, ssl }: ChosenServer): RequestState {
  const serverName = server.block.named('server_name')[0]?.args[0] ?? '';
  const state: RequestState = {
    uri: question.uri,
    args: question.args,
    requestUri: question.requestUri,
    method: question.method,
    host: question.host ?? serverName,
    port,
    scheme: question.scheme ?? (ssl ? 'https' : 'http'),
    serverName,
    level: server,
    variables: new Map(),
    captures: [],
  };
  if (match !== null) takeGroups(state, match);
  return state;
}

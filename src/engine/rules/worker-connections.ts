import { descriptorsFor } from '../plan/descriptors.ts';
import { eventsOf } from '../plan/paths-of-event.ts';
import { setInBlock } from './edits.ts';
import { connectionsOf, mainContextOf, numberIn, placeOfDirective, statedLimit } from './main-context.ts';
import { placeOfEvent } from './places.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'worker_connections are not enough',
  why:
    'A proxied request holds two connections. When a worker runs out, the client’s connection is closed without an answer, or the ' +
    'request ends in 500 when it is the connection to the backend that is missing.',
  source: 'ngx_connection.c (ngx_get_connection)',
};

export const workerConnections: Rule = {
  name: 'worker-connections',
  messages: {
    exhausted: 'A worker ran out of its {limit} connections; {planned} are planned.',
    'not-here': 'A worker ran out of its {limit} connections; the file with "events" is not in the paste.',
  },
  check({ stack, evidence }) {
    const event = eventsOf(evidence, ['nginx.worker-connections'])[0];
    if (event === undefined) return [];
    const main = mainContextOf(stack);
    if (main === null) {
      const args = { limit: statedLimit(event) ?? '?' };
      return [{ ...placeOfEvent(event), severity: 'error', code: 'not-here', args, fix: null }];
    }
    const { current, planned, limit } = connectionsOf(main, event);
    if (planned === current) return [];
    const edits = setInBlock(stack, { path: main.file.path, node: main.events }, 'worker_connections', String(planned));
    const descriptors = numberIn(main.file.nodes, 'worker_rlimit_nofile');
    if (descriptors !== null && descriptors < 2 * planned) {
      edits.push(
        ...setInBlock(
          stack,
          { path: main.file.path, node: null },
          'worker_rlimit_nofile',
          String(descriptorsFor(planned)),
        ),
      );
    }
    const place = placeOfDirective(stack, main.file, main.events);
    return [
      { ...place, severity: 'error', code: 'exhausted', args: { limit, planned }, fix: { safety: 'reload', edits } },
    ];
  },
};

import { descriptorsFor } from '../plan/descriptors.ts';
import { eventsOf } from '../plan/paths-of-event.ts';
import { setInBlock } from './edits.ts';
import { connectionsOf, mainContextOf, numberIn, placeOfDirective } from './main-context.ts';
import { placeOfEvent } from './places.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'nginx runs out of file descriptors',
  why:
    'Each proxied request holds two descriptors, and more with files. At the limit: "socket() failed (24: Too many open files)" and 500, or ' +
    'accept4() fails and new clients hang. worker_rlimit_nofile must be above 2 × worker_connections.',
  source: 'ngx_process_cycle.c (setrlimit), ngx_event_accept.c, ngx_event_connect.c',
};

export const nofile: Rule = {
  name: 'nofile',
  messages: {
    exhausted:
      'nginx ran out of file descriptors; worker_rlimit_nofile {planned} covers {connections} connections a worker.',
    'not-here': 'nginx ran out of file descriptors; the file with "events" is not in the paste.',
    elsewhere:
      'nginx ran out of file descriptors though worker_rlimit_nofile is {current}: look at the limits of the running process.',
  },
  check({ stack, evidence }) {
    const event = eventsOf(evidence, ['nginx.fd-exhausted'])[0];
    if (event === undefined) return [];
    const main = mainContextOf(stack);
    if (main === null) return [{ ...placeOfEvent(event), severity: 'error', code: 'not-here', args: {}, fix: null }];
    const { planned: connections } = connectionsOf(main, eventsOf(evidence, ['nginx.worker-connections'])[0]);
    const current = numberIn(main.file.nodes, 'worker_rlimit_nofile');
    const planned = descriptorsFor(connections);
    const place = placeOfDirective(stack, main.file, main.events);
    if (current !== null && current >= planned) {
      return [{ ...place, severity: 'warning', code: 'elsewhere', args: { current }, fix: null }];
    }
    const edits = setInBlock(stack, { path: main.file.path, node: null }, 'worker_rlimit_nofile', String(planned));
    return [
      {
        ...place,
        severity: 'error',
        code: 'exhausted',
        args: { planned, connections },
        fix: { safety: 'reload', edits },
      },
    ];
  },
};

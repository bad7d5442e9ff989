import type { Cause } from '../weighing.ts';
import { closures, CLOSURES } from '../facts/closures.ts';
import { linesOf } from '../facts/lines.ts';
import { weightOf, word } from '../facts/signs.ts';
import { protocolOf, protocolsIn } from '../facts/upstream-field.ts';

/** A backend other than PHP-FPM closed the connection before it had answered. */
export const backendCrash: Cause = {
  id: 'backend-crash',
  harm: 'gateway',
  explains: CLOSURES,
  asks: ['backend-log', 'containers', 'nginx-config', 'access-log', 'kernel-log'],
  weigh(facts) {
    const closed = closures(facts);
    const named = closed.filter((event) => (protocolOf(event) ?? 'fastcgi') !== 'fastcgi');
    const protocols = protocolsIn(facts, closed);
    const died = facts.events('uwsgi.worker-died', 'container.exited', 'service.failed');
    const events = named.length > 0 ? named : protocols.size > 0 && !protocols.has('fastcgi') ? closed : [];
    if (events.length === 0) return null;
    const weight = weightOf(died.length > 0 ? 'mechanism' : 'effect', events, {}, 0.02);
    return { ...weight, lines: [...weight.lines.slice(0, 4), ...linesOf(died, 2)] };
  },
  sentence: (args) =>
    `The backend at ${word(args, 'upstreamAddress', 'the upstream')} closed the connection before it answered: it crashed, restarted, or gave up on the request.`,
};

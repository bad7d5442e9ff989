import type { Signature } from '../../evidence/signatures.ts';
import type { Cause } from '../weighing.ts';
import type { Facts } from '../facts/facts.ts';
import { lineAt, linesOf } from '../facts/lines.ts';
import { ofTheirSystem } from '../facts/machines.ts';
import { CLOSURES } from '../facts/closures.ts';
import { weightOf, word } from '../facts/signs.ts';
import { stoppedServices } from '../facts/services.ts';
import { addressesAgree, listenerElsewhere } from '../facts/addresses.ts';

/** An access log without a single failure: whatever stopped was not missed. */
function nothingFailed(facts: Facts): boolean {
  const demand = facts.evidence.demand;
  return demand !== null && !Object.keys(demand.statuses).some((status) => /^(?:499|5..)$/.test(status));
}

/** What requests meet at a closed door, where nginx's logs do not name it. */
const SHUT_OUT: readonly Signature[] = [
  'access.502-not-connected',
  'access.502-no-peer',
  'access.502-other',
  'probe.status',
];

/** A log of nginx without a request that met a closed door: the last line of PHP-FPM's log is the end of a recording, or of a host. */
function nobodyRefused(facts: Facts): boolean {
  const { kinds, events } = facts.evidence;
  if (facts.count(...SHUT_OUT) === 0) return kinds.has('nginx-error-log') || kinds.has('nginx-access-log');
  // What an access log leaves open, the error log has named by another reason.
  return events.some(({ signature }) => signature.startsWith('nginx.connect-') || CLOSURES.includes(signature));
}

/** Nobody listens where nginx was told to connect (ngx_event_connect.c: 111), and the backend is shown to be stopped. */
export const backendDown: Cause = {
  id: 'backend-down',
  harm: 'gateway',
  explains: ['nginx.connect-refused', 'nginx.connect-enoent', 'access.502-not-connected', 'nginx.reset-before-header'],
  asks: ['service', 'fpm-log', 'listeners', 'pool-config', 'containers', 'backend-log', 'error-log'],
  weigh(facts) {
    const refused = facts.events('nginx.connect-refused');
    const failed = [...refused, ...facts.events('nginx.connect-enoent')];
    const stopped = ofTheirSystem(stoppedServices(facts), failed);
    const shownDown = [...stopped, ...facts.events('probe.refused')];
    // A container that ended once may have been started again: without a refused connection it is no stop.
    const surely = stopped.filter(
      ({ signature }) => signature !== 'container.exited' && !(signature === 'fpm.exited' && nobodyRefused(facts)),
    );
    if (shownDown.length > 0 && (failed.length > 0 || (surely.length > 0 && !nothingFailed(facts)))) {
      const probesOnly = shownDown.every((event) => event.signature === 'probe.refused');
      const weight = weightOf(probesOnly ? 'effect' : 'mechanism', [...shownDown, ...failed], { shown: 'yes' });
      return failed.length > 0 ? weight : { ...weight, nuance: -0.04 };
    }
    if (refused.length > 0) {
      const agree = addressesAgree(facts, refused);
      // Refused at exactly the address where the pool is configured to listen: no other address is in question.
      const weight = weightOf(agree === null ? 'effect' : 'mechanism', refused, {}, agree === null ? 0 : -0.06);
      const lines = agree === null ? [] : [lineAt(facts, agree.path, agree.line)];
      const against = listenerElsewhere(facts, refused) ?? [];
      return { ...weight, lines: [...weight.lines, ...lines], against };
    }
    const unconnected = facts.events('access.502-not-connected', 'probe.refused');
    if (unconnected.length === 0) return null;
    const weight = weightOf('bare', unconnected, {}, 0.04);
    return { ...weight, against: linesOf(facts.events('service.active'), 1) };
  },
  sentence: (args) =>
    args['shown'] === 'yes'
      ? `The backend at ${word(args, 'upstreamAddress', 'the configured address')} is not running: it was stopped or failed to start, so every request gets a 502.`
      : `Nothing accepts connections at ${word(args, 'upstreamAddress', 'the configured address')}: the backend is down or listens elsewhere.`,
};

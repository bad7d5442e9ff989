import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Signature } from '../../evidence/signatures.ts';
import type { Cause } from '../weighing.ts';
import type { Facts } from '../facts/facts.ts';
import { lineAt, linesOf } from '../facts/lines.ts';
import { isZoneShift } from '../facts/time-join.ts';
import { ofTheirSystem } from '../facts/machines.ts';
import { CLOSURES } from '../facts/closures.ts';
import { weightOf, word } from '../facts/signs.ts';
import { stoppedServices } from '../facts/services.ts';
import { answeredWith, nothingFailed } from '../facts/answers.ts';
import { addressesAgree, listenerElsewhere } from '../facts/addresses.ts';

/** Known to be down: who listens is no question any more. */
const WHY_IT_STOPPED = ['service', 'fpm-log', 'backend-log', 'containers', 'error-log'] as const;
const WHERE_IT_LISTENS = ['listeners', 'pool-config', 'nginx-config', 'containers', 'service', 'error-log'] as const;

/** Said by itself and not followed by a stop: the service runs, so that its address is in question. */
function saysItRuns(facts: Facts, refused: readonly EvidenceEvent[]): boolean {
  const started = ofTheirSystem(facts.events('fpm.started', 'service.active'), refused);
  return started.some(({ text, signature }) => signature === 'fpm.started' || /php|fpm/i.test(text));
}

/** Jobs that end on purpose. */
const ONE_SHOT = /migrat|init|setup|certbot|cron|build|seed|backup|test/i;
const BACKEND = /php|fpm|app|api|web|backend|wordpress|laravel|python|django|flask|node|ruby|java/i;

/** Containers of a backend that ended, while requests were answered with 502 or found no way to it. */
function endedContainers(facts: Facts): readonly EvidenceEvent[] {
  const failing =
    facts.count('nginx.connect-no-route', 'access.502-not-connected', 'access.502-other') +
    answeredWith(facts, 502).length;
  if (failing === 0) return [];
  return stoppedServices(facts).filter(({ signature, text }) => {
    return signature === 'container.exited' && BACKEND.test(text) && !ONE_SHOT.test(text) && !/nginx/.test(text);
  });
}

/** Kubernetes asks a container that is still starting, too, and keeps requests away from it until it answers. */
const IS_WAITED_FOR = /\b(?:Readiness|Startup) probe failed/;

/** nginx and FPM write their stamps in whole seconds. */
const SLACK = 1;

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

/** FPM's own log says when it ended: what had failed before failed for another reason. */
function comesTooLate(facts: Facts, { signature, at }: EvidenceEvent): boolean {
  const shutOut = facts.events('nginx.connect-refused', 'nginx.connect-enoent', ...SHUT_OUT);
  if (signature !== 'fpm.exited' || at === null || shutOut.length === 0) return false;
  return shutOut.every((event) => event.at !== null && at - event.at > SLACK && !isZoneShift(at - event.at, SLACK));
}

/** Nobody listens where nginx was told to connect (ngx_event_connect.c: 111), and the backend is shown to be stopped. */
export const backendDown: Cause = {
  id: 'backend-down',
  harm: 'gateway',
  explains: [
    'nginx.connect-refused',
    'nginx.connect-enoent',
    'nginx.connect-no-route',
    'access.502-not-connected',
    'nginx.reset-before-header',
  ],
  asks: ['service', 'fpm-log', 'listeners', 'pool-config', 'containers', 'backend-log', 'error-log'],
  weigh(facts) {
    const refused = facts.events('nginx.connect-refused');
    const failed = [...refused, ...facts.events('nginx.connect-enoent')];
    const stopped = ofTheirSystem(stoppedServices(facts), failed).filter((stop) => !comesTooLate(facts, stop));
    const shownDown = [...stopped, ...facts.events('probe.refused')];
    // A container that ended once may have been started again: without a refused connection it is no stop.
    const surely = stopped.filter(
      ({ signature }) => signature !== 'container.exited' && !(signature === 'fpm.exited' && nobodyRefused(facts)),
    );
    if (shownDown.length > 0 && (failed.length > 0 || (surely.length > 0 && !nothingFailed(facts)))) {
      const probesOnly = shownDown.every((event) => event.signature === 'probe.refused');
      const weight = weightOf(probesOnly ? 'effect' : 'mechanism', [...shownDown, ...failed], { shown: 'yes' });
      const asks = stopped.length > 0 ? WHY_IT_STOPPED : this.asks;
      if (failed.length > 0) return { ...weight, asks };
      // The log of a daemon that was stopped, and nothing that missed it.
      const alone = surely.every(({ signature }) => signature === 'fpm.exited') && facts.count(...SHUT_OUT) === 0;
      return { ...weight, asks, nuance: -0.04, level: alone ? 'effect' : weight.level };
    }
    const gone = failed.length === 0 ? endedContainers(facts) : [];
    if (gone.length > 0) {
      // An address whose container ended answers nobody: the bridge says "host is unreachable".
      const lost = facts.events('nginx.connect-no-route');
      const level = lost.length > 0 ? 'mechanism' : 'effect';
      return {
        ...weightOf(level, [...gone, ...lost], { shown: 'yes' }),
        asks: ['backend-log', 'fpm-log', 'error-log'],
      };
    }
    if (refused.length > 0) {
      const agree = addressesAgree(facts, refused);
      // Refused at exactly the address where the pool is configured to listen: no other address is in question.
      const weight = weightOf(agree === null ? 'effect' : 'mechanism', refused, {}, agree === null ? 0 : -0.06);
      const lines = agree === null ? [] : [lineAt(facts, agree.path, agree.line)];
      const against = listenerElsewhere(facts, refused) ?? [];
      const asks = saysItRuns(facts, refused) ? WHERE_IT_LISTENS : this.asks;
      return { ...weight, lines: [...weight.lines, ...lines], against, asks };
    }
    const unconnected = facts
      .events('access.502-not-connected', 'probe.refused')
      .filter((event) => !(IS_WAITED_FOR.test(event.text) && nothingFailed(facts)));
    if (unconnected.length === 0) return null;
    const weight = weightOf('bare', unconnected, {}, 0.04);
    return { ...weight, against: linesOf(facts.events('service.active'), 1) };
  },
  sentence: (args) =>
    args['shown'] === 'yes'
      ? `The backend at ${word(args, 'upstreamAddress', 'the configured address')} is not running: it was stopped or failed to start, so every request gets a 502.`
      : `Nothing accepts connections at ${word(args, 'upstreamAddress', 'the configured address')}: the backend is down or listens elsewhere.`,
};

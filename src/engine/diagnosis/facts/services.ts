import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Facts } from './facts.ts';
import { isSameMachine } from './machines.ts';
import { isNeighbour } from './neighbours.ts';

/** A restart takes seconds; a backend that was away for longer was down. */
const RESTART = 15;
/** nginx and the service write their stamps in whole seconds. */
const SLACK = 2;

/** Stops of backends that are not over, and those in whose course connections failed although a later start ended them. */
export function stoppedServices(facts: Facts): readonly EvidenceEvent[] {
  const stops = facts
    .events('service.inactive', 'service.failed', 'fpm.exited', 'fpm.init-failed', 'container.exited')
    .filter((event) => !isNginxItself(event) && !isCleanupHook(event) && !isNeighbour(nameOf(event) || event.text));
  return notUndone(facts, stops, facts.events('fpm.started', 'service.active'));
}

/** Without the stops or refusals that a later start undid, unless requests met the closed door in between. */
export function notUndone(
  facts: Facts,
  stops: readonly EvidenceEvent[],
  starts: readonly EvidenceEvent[],
): readonly EvidenceEvent[] {
  const refused = facts.events('nginx.connect-refused', 'nginx.connect-enoent');
  return stops.filter((stop) => {
    const undone = starts.filter(
      (start) => isSameMachine(start.machine, stop.machine) && isSameService(start, stop) && isLater(start, stop),
    );
    if (undone.length === 0) return true;
    const from = stop.at;
    const until = Math.min(...undone.map(({ at }) => at ?? -Infinity));
    return (
      from !== null &&
      until - from > RESTART &&
      refused.some(({ at }) => at !== null && at >= from - SLACK && at <= until + SLACK)
    );
  });
}

/** A service manager's words for a restart: stops of PHP that a start ended within seconds. */
export function restartsOf(facts: Facts): readonly EvidenceEvent[] {
  const starts = facts.events('service.active').filter(isPhp);
  return facts
    .events('service.inactive')
    .filter(
      (stop) =>
        isPhp(stop) &&
        starts.some(
          (start) =>
            isSameMachine(start.machine, stop.machine) &&
            isSameService(start, stop) &&
            stop.at !== null &&
            start.at !== null &&
            start.at >= stop.at &&
            start.at - stop.at <= RESTART,
        ),
    );
}

function isPhp(event: EvidenceEvent): boolean {
  return event.text.toLowerCase().includes('php') && !isCleanupHook(event);
}

/** By time where both have one, else by their order in one document. */
function isLater(start: EvidenceEvent, stop: EvidenceEvent): boolean {
  if (start.at !== null && stop.at !== null && start.at !== stop.at) return start.at > stop.at;
  return start.path === stop.path && start.line > stop.line;
}

/** A database that runs says nothing of PHP-FPM; lines without a name speak of FPM itself. */
function isSameService(start: EvidenceEvent, stop: EvidenceEvent): boolean {
  const one = nameOf(start);
  const other = nameOf(stop);
  if (one !== '' && other !== '') return one === other;
  return !isNginxItself(start) && !/mysql|maria|postgres|redis|memcached|mongo/.test(one + other);
}

function nameOf({ fields }: EvidenceEvent): string {
  const name = fields['service'] ?? fields['container'] ?? fields['unit'] ?? '';
  return String(name)
    .toLowerCase()
    .replace(/\.service$/, '');
}

function isNginxItself(event: EvidenceEvent): boolean {
  const name = nameOf(event) || event.text.toLowerCase();
  return name.includes('nginx') && !name.includes('php');
}

function isCleanupHook(event: EvidenceEvent): boolean {
  return event.text.includes('phpsessionclean') || event.text.includes('sessionclean.service');
}

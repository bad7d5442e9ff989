import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Facts } from './facts.ts';
import { isNeighbour } from './neighbours.ts';

/** A stop that a later start undid is over. */
export function stoppedServices(facts: Facts): readonly EvidenceEvent[] {
  const stops = facts
    .events('service.inactive', 'service.failed', 'fpm.exited', 'fpm.init-failed', 'container.exited')
    .filter((event) => !isNginxItself(event) && !isCleanupHook(event) && !isNeighbour(nameOf(event)));
  const starts = facts.events('fpm.started', 'service.active');
  return stops.filter((stop) => !starts.some((start) => isLater(start, stop)));
}

/** By time where both have one, else by their order in one document. */
export function isLater(start: EvidenceEvent, stop: EvidenceEvent): boolean {
  if (start.at !== null && stop.at !== null && start.at !== stop.at) return start.at > stop.at;
  return start.path === stop.path && start.line > stop.line;
}

function nameOf(event: EvidenceEvent): string {
  return String(event.fields['service'] ?? event.fields['container'] ?? event.fields['unit'] ?? event.text);
}

function isNginxItself(event: EvidenceEvent): boolean {
  const name = nameOf(event).toLowerCase();
  return name.includes('nginx') && !name.includes('php');
}

function isCleanupHook(event: EvidenceEvent): boolean {
  return event.text.includes('phpsessionclean') || event.text.includes('sessionclean.service');
}

import type { EvidenceEvent } from '../evidence/event.ts';
import type { Facts } from './facts/facts.ts';
import { isOneSystem } from './facts/machines.ts';
import type { Cause, Weight } from './weighing.ts';

/**
 * True when what shows a cause at work was logged by one machine and everything it could explain by others:
 * an OOM kill on the database host is not why a worker of the web host was lost.
 */
export function isElsewhere(facts: Facts, cause: Cause, { lines }: Weight): boolean {
  const effects = facts.events(...cause.explains);
  const own = new Set(effects.map(key));
  const shown = new Set(lines.map(key));
  const mechanisms = facts.evidence.events.filter((event) => shown.has(key(event)) && !own.has(key(event)));
  if (mechanisms.length === 0 || effects.length === 0) return false;
  return !effects.some((effect) => mechanisms.some((mechanism) => isOneSystem(effect, mechanism)));
}

function key({ path, line }: Pick<EvidenceEvent, 'path' | 'line'>): string {
  return `${path}:${String(line)}`;
}

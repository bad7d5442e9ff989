import type { EvidenceEvent } from '../../evidence/event.ts';
import { addressOf } from './upstream-field.ts';

/**
 * Could the one be why the other was seen, by where they were logged? Lines of one machine, lines that name none, and a backend
 * that nginx reaches over the network: it lives elsewhere.
 */
export function isOneSystem(effect: EvidenceEvent, mechanism: EvidenceEvent): boolean {
  return isSameMachine(effect.machine, mechanism.machine) || isRemote(addressOf(effect));
}

/** Without the lines of machines on which none of the effects was seen; all where there is no effect to compare with. */
export function ofTheirSystem(
  mechanisms: readonly EvidenceEvent[],
  effects: readonly EvidenceEvent[],
): readonly EvidenceEvent[] {
  if (effects.length === 0) return mechanisms;
  return mechanisms.filter((mechanism) => effects.some((effect) => isOneSystem(effect, mechanism)));
}

/** `web1` and `web1.example.com` are one; what names none may be any. */
export function isSameMachine(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short === long || long.startsWith(`${short}.`);
}

/** A socket and loopback stay on the machine; an upstream's name may be either. */
function isRemote(address: string): boolean {
  return /:\d{1,5}$/.test(address) && !/^(?:unix:|127\.|localhost|\[::1\])/.test(address);
}

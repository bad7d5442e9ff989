import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Signature } from '../../evidence/signatures.ts';
import type { Facts } from './facts.ts';
import { isOneSystem } from './machines.ts';
import type { Seconds } from '../../text/units.ts';

/** A death and the reset it causes are logged within this many seconds (FPM's line comes some 100 ms after nginx's). */
const SAME_MOMENT = 3;
/** Zones differ by multiples of half an hour (Nepal aside), at most fourteen hours. */
const HALF_HOUR = 1800;
export const WIDEST_ZONE: Seconds = 14 * 3600;

export interface Join {
  /** Effects that fall into the same moment as one of the mechanism's lines. */
  readonly joined: readonly EvidenceEvent[];
  /** False when one side carries no times: nothing can be said. */
  readonly known: boolean;
}

/**
 * Effects that happened in the same moment as a mechanism. Logs of one incident may be written in different zones:
 * when nothing joins as written, one constant shift by whole half hours is tried.
 * @param lag how long after its mechanism an effect may still be logged
 * @param lead how long before
 */
export function joinInTime(
  effects: readonly EvidenceEvent[],
  mechanisms: readonly EvidenceEvent[],
  lag: Seconds = SAME_MOMENT,
  lead: Seconds = SAME_MOMENT,
): Join {
  const related = effects.filter((effect) => mechanisms.some((mechanism) => isOneSystem(effect, mechanism)));
  // What happened on other machines is known to have nothing to do with it, whatever the time.
  if (related.length === 0) return { joined: [], known: effects.length > 0 && mechanisms.length > 0 };
  const timed = related.filter((event) => event.at !== null);
  const dated = mechanisms.filter((event) => event.at !== null);
  const times = dated.map((event) => event.at ?? 0);
  if (timed.length === 0 || times.length === 0) return { joined: [], known: false };
  const follows = (effect: EvidenceEvent, mechanism: EvidenceEvent, shift: number): boolean => {
    const after = (effect.at ?? 0) - (mechanism.at ?? 0) - shift;
    return after >= -lead && after <= lag && isOneSystem(effect, mechanism);
  };
  const within = (shift: number): EvidenceEvent[] =>
    timed.filter((event) => dated.some((one) => follows(event, one, shift)));
  const asWritten = within(0);
  if (asWritten.length > 0) return { joined: asWritten, known: true };
  let best: EvidenceEvent[] = [];
  const first = timed[0]?.at ?? 0;
  for (const at of times.slice(0, 8)) {
    const shift = Math.round((first - at) / HALF_HOUR) * HALF_HOUR;
    if (Math.abs(shift) > WIDEST_ZONE) continue;
    const joined = within(shift);
    if (joined.length > best.length) best = joined;
  }
  return { joined: best, known: true };
}

/** Slower than a worker's death: a timeout comes up to a minute after what it waited for. */
const A_MINUTE = 60;

/** True when two instants differ by what two zones may, give or take a minute (or what is given). */
export function isZoneShift(seconds: number, within: Seconds = A_MINUTE): boolean {
  const shift = Math.round(seconds / HALF_HOUR) * HALF_HOUR;
  return Math.abs(seconds) <= WIDEST_ZONE && Math.abs(seconds - shift) <= within;
}

/** In wider steps of the timeline what is near in time cannot be told from what is not. */
const FINEST = 15;

/**
 * How many failures of these signatures happened in the seconds of the joined ones, by the timeline, which counts every line;
 * where it is too coarse, as many as were joined.
 */
export function failuresAt(facts: Facts, signatures: readonly Signature[], joined: readonly EvidenceEvent[]): number {
  const seconds = new Set(joined.flatMap(({ at }) => (at === null ? [] : [Math.floor(at)])));
  let counted = 0;
  for (const { at, width, counts } of facts.evidence.timeline) {
    if (width > FINEST) return joined.length;
    const near = Array.from({ length: width }, (_, second) => at + second).some((second) => seconds.has(second));
    if (near) counted += signatures.reduce((sum, signature) => sum + (counts[signature] ?? 0), 0);
  }
  return Math.max(counted, joined.length);
}

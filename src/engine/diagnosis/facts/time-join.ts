import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Seconds } from '../../text/units.ts';

/** A death and the reset it causes are logged within this many seconds (FPM's line comes some 100 ms after nginx's). */
const SAME_MOMENT = 3;
/** Zones differ by multiples of half an hour (Nepal aside), at most fourteen hours. */
const HALF_HOUR = 1800;
const WIDEST_ZONE = 14 * 3600;

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
 */
export function joinInTime(
  effects: readonly EvidenceEvent[],
  mechanisms: readonly EvidenceEvent[],
  lag: Seconds = SAME_MOMENT,
): Join {
  const timed = effects.filter((event) => event.at !== null);
  const times = mechanisms.flatMap((event) => (event.at === null ? [] : [event.at]));
  if (timed.length === 0 || times.length === 0) return { joined: [], known: false };
  const within = (shift: number): EvidenceEvent[] =>
    timed.filter(({ at: effect }) =>
      times.some((at) => (effect ?? 0) - at - shift >= -SAME_MOMENT && (effect ?? 0) - at - shift <= lag),
    );
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

import type { Period } from '../../evidence/evidence.ts';
import type { Signature } from '../../evidence/signatures.ts';
import type { EpochSeconds, Seconds } from '../../text/units.ts';
import type { Facts } from './facts.ts';

/** Health checks ask every minute: what fails whenever it is asked comes back in step as well. */
const SHORTEST: Seconds = 110;
const MINUTE: Seconds = 60;
const HOUR: Seconds = 3600;
const DAY: Seconds = 86_400;

/** The clearest period among lines of these signatures; null when they come at any time. */
export function recurrenceOf(facts: Facts, signatures: readonly Signature[]): Period | null {
  const named = (facts.evidence.periods ?? []).filter(
    ({ name, everySeconds }) =>
      everySeconds >= SHORTEST &&
      signatures.some((signature) => signature === name || (STATUS.get(name) ?? '') === signature),
  );
  return [...named].sort((a, b) => b.times - a.times)[0] ?? null;
}

/** Statuses of an access log whose upstream times say what they mean. */
const STATUS: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  ['status 502', 'access.502-closed-before-header'],
  ['status 504', 'access.504-read'],
]);

/** "every 15 minutes", "every day". */
export function everyOf({ everySeconds }: Period): string {
  for (const [unit, name] of [
    [DAY, 'day'],
    [HOUR, 'hour'],
    [MINUTE, 'minute'],
  ] as const) {
    const times = Math.round(everySeconds / unit);
    if (times >= 1 && Math.abs(everySeconds - times * unit) <= unit * 0.05)
      return times === 1 ? `every ${name}` : `every ${String(times)} ${name}s`;
  }
  return `every ${String(Math.round(everySeconds / MINUTE))} minutes`;
}

/** "every 15 minutes (12 times from 02:00 to 04:45)". */
export function recurrencePhrase(period: Period): string {
  const { first, last, times } = period;
  const days = Math.floor(first / DAY) !== Math.floor(last / DAY);
  return `${everyOf(period)} (${String(times)} times from ${stamp(first, days)} to ${stamp(last, days)})`;
}

function stamp(at: EpochSeconds, withDay: boolean): string {
  const [day = '', clock = ''] = new Date(at * 1000).toISOString().split('T');
  const time = clock.slice(0, 5);
  return withDay ? `${day} ${time}` : time;
}

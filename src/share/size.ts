/** How far a link of some length gets; thresholds as measured and documented by the services. */
export interface Reach {
  /** Longest whole link, in characters. */
  readonly upTo: number;
  readonly where: 'everywhere' | 'slack' | 'mail' | 'teams' | 'browsers';
}

export const REACHES: readonly Reach[] = [
  { upTo: 2000, where: 'everywhere' },
  { upTo: 4000, where: 'slack' },
  { upTo: 8000, where: 'mail' },
  { upTo: 14_000, where: 'teams' },
  { upTo: 32_000, where: 'browsers' },
];
/** A QR code that phones still read. */
const QR = 1000;

export interface Gauge {
  readonly length: number;
  /** null: too long for a link, a file must do. */
  readonly reach: Reach['where'] | null;
  readonly qr: boolean;
  /** Characters to lose for the next better reach; null at the best. */
  readonly excess: number | null;
}

/** @param length of the whole link, site and fragment */
export function gaugeOf(length: number): Gauge {
  const at = REACHES.findIndex((reach) => length <= reach.upTo);
  const better = at === -1 ? REACHES.at(-1) : REACHES[at - 1];
  return {
    length,
    reach: REACHES[at]?.where ?? null,
    qr: length <= QR,
    excess: better === undefined ? null : length - better.upTo,
  };
}

import type { TimelineBucket } from '../../engine/evidence/evidence.ts';

interface Column {
  readonly at: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly total: number;
  /** 0..1 of the highest column. */
  readonly height: number;
}

export interface TimelineChart {
  readonly columns: readonly Column[];
  readonly signatures: readonly string[];
  readonly peak: number;
  readonly from: number;
  readonly to: number;
  /** Seconds in one column. */
  readonly width: number;
}

/** What fits beside the verdict and still shows a burst. */
const MOST_COLUMNS = 240;

/** Buckets as evenly spaced columns, quiet times included; many buckets are added up into fewer columns. */
export function columnsOf(timeline: readonly TimelineBucket[]): TimelineChart {
  const first = timeline[0];
  const last = timeline.at(-1);
  if (!first || !last) return { columns: [], signatures: [], peak: 0, from: 0, to: 0, width: 0 };
  const to = last.at + last.width;
  const buckets = Math.max(1, Math.ceil((to - first.at) / first.width));
  const width = first.width * Math.ceil(buckets / MOST_COLUMNS);
  const sums = Array.from({ length: Math.max(1, Math.ceil((to - first.at) / width)) }, () => new Map<string, number>());
  for (const bucket of timeline) {
    const sum = sums[Math.floor((bucket.at - first.at) / width)];
    for (const [name, count] of Object.entries(bucket.counts)) sum?.set(name, (sum.get(name) ?? 0) + count);
  }
  const totals = sums.map((sum) => [...sum.values()].reduce((a, b) => a + b, 0));
  const peak = Math.max(...totals);
  return {
    columns: sums.map((sum, i) => ({
      at: first.at + i * width,
      counts: Object.fromEntries(sum),
      total: totals[i] ?? 0,
      height: peak > 0 ? (totals[i] ?? 0) / peak : 0,
    })),
    signatures: [...new Set(sums.flatMap((sum) => [...sum.keys()]))].sort(),
    peak,
    from: first.at,
    to,
    width,
  };
}

/** The bars of some columns as one shape, 40 high and a column wide each: hundreds of elements take long to make. */
export function outlineOf({ columns }: TimelineChart, isIn: (column: Column) => boolean): string {
  return columns
    .map((column, x) => (column.height > 0 && isIn(column) ? `M${x} 40v${-40 * column.height}h.8V40z` : ''))
    .join('');
}

/** The logs' own clock: times without a zone were taken as UTC and are printed as such, so they read as written. */
export function timeOf(at: number): string {
  return new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

import { describe, expect, it } from 'vitest';
import { columnsOf, outlineOf, timeOf } from './timeline.ts';

const bucket = (at: number, count: number) => ({ at, width: 60, counts: { 'nginx.eof-before-header': count } });

describe('the timeline chart', () => {
  it('keeps quiet minutes as empty columns', () => {
    const chart = columnsOf([bucket(0, 2), bucket(180, 4)]);
    expect(chart.columns.map((column) => column.total)).toEqual([2, 0, 0, 4]);
    expect(chart.columns.map((column) => column.height)).toEqual([0.5, 0, 0, 1]);
  });
  it('adds up rather than drop when there are too many buckets', () => {
    const chart = columnsOf(Array.from({ length: 1000 }, (_, i) => bucket(i * 60, 1)));
    expect(chart.columns.length).toBeLessThanOrEqual(240);
    expect(chart.columns.reduce((sum, column) => sum + column.total, 0)).toBe(1000);
  });
  it('is drawn as one shape, without the quiet minutes', () => {
    const chart = columnsOf([bucket(0, 2), bucket(180, 4)]);
    expect(outlineOf(chart, () => true)).toBe('M0 40v-20h.8V40zM3 40v-40h.8V40z');
    expect(outlineOf(chart, ({ total }) => total === chart.peak)).toBe('M3 40v-40h.8V40z');
  });
  it('is empty for no events', () => {
    expect(columnsOf([]).columns).toEqual([]);
  });
  it('prints the clock of the log', () => {
    expect(timeOf(1705290442)).toBe('2024-01-15 03:47:22');
  });
});

import { describe, expect, it } from 'vitest';
import { everyOf, recurrencePhrase } from './recurrence.ts';

const period = (everySeconds: number, times = 5) => {
  const first = Date.UTC(2026, 2, 1, 2) / 1000;
  return { name: 'nginx.reset-before-header', everySeconds, times, first, last: first + everySeconds * (times - 1) };
};

describe('what comes back in step', () => {
  it.each([
    [120, 'every 2 minutes'],
    [905, 'every 15 minutes'],
    [3601, 'every hour'],
    [5400, 'every 90 minutes'],
    [21_600, 'every 6 hours'],
    [86_380, 'every day'],
  ])('%d s is "%s"', (seconds, words) => {
    expect(everyOf(period(seconds))).toBe(words);
  });

  it('names the days where it spans several', () => {
    expect(recurrencePhrase(period(900))).toBe('every 15 minutes (5 times from 02:00 to 03:00)');
    expect(recurrencePhrase(period(86_400, 3))).toBe('every day (3 times from 2026-03-01 02:00 to 2026-03-03 02:00)');
  });
});

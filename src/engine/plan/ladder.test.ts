import { describe, expect, it } from 'vitest';
import { executionHolds, readFor, readHolds, surelyKilledAfter, terminateFor } from './ladder.ts';

describe('the ladder', () => {
  it('holds for every longest request: max_execution_time + 2 < T, T + heartbeat < read, read > 4/3·T + 1', () => {
    for (let longest = 1; longest <= 4000; longest++) {
      const maxExecution = longest;
      const terminate = terminateFor(longest, maxExecution, 2);
      const read = readFor(longest, { terminate, slowlog: 0 });
      const rungs = { maxExecution, hardTimeout: 2, terminate, slowlog: 0, read };
      expect(executionHolds(rungs)).toBe(true);
      expect(readHolds(read, surelyKilledAfter(rungs))).toBe(true);
      expect(read).toBeGreaterThan((4 / 3) * terminate + 1);
      expect(read).toBeLessThan(1.6 * longest + 20);
    }
  });

  it('builds the article’s ladder over 90 s as 90 < 105 < 145', () => {
    expect(terminateFor(90, 90, 2)).toBe(105);
    expect(readFor(90, { terminate: 105, slowlog: 0 })).toBe(145);
  });

  it('needs less room above a slow log, which makes PHP-FPM look more often', () => {
    expect(surelyKilledAfter({ terminate: 110, slowlog: 10 })).toBeCloseTo(113.33, 1);
    expect(readFor(90, { terminate: 110, slowlog: 10 })).toBe(120);
  });

  it('never looks more often than every 0.13 s', () => {
    expect(surelyKilledAfter({ terminate: 100, slowlog: 0.1 })).toBe(100.13);
  });

  it('asks for nothing where the terminate timeout is off', () => {
    expect(surelyKilledAfter({ terminate: 0, slowlog: 5 })).toBeNull();
    expect(readFor(20, { terminate: 0, slowlog: 0 })).toBe(23);
  });
});

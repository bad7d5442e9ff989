import { describe, expect, it } from 'vitest';
import type { PathPlan, PoolPlan } from '../../engine/plan/plan.ts';
import { boundsOf, limitsOf } from './bars.ts';

const bounds = { memory: 245, memoryLimit: 85, cpu: null, demand: null, binding: 'memoryLimit' } as const;

describe('bars of the plan', () => {
  it('marks the bound that binds and keeps unknown ones unknown', () => {
    const rows = boundsOf({ bounds } as unknown as PoolPlan);
    expect(rows.map((row) => row.workers)).toEqual([245, 85, null, null]);
    expect(rows.filter((row) => row.binds).map((row) => row.name)).toEqual(['memoryLimit']);
    expect(rows[0]?.share).toBe(1);
  });
  it('shows only the rungs that are known, longest as the full bar', () => {
    const path = {
      longestRequest: { seconds: 90, assumed: false },
      maxExecutionTime: 90,
      requestTerminateTimeout: null,
      readTimeout: 180,
    } as unknown as PathPlan;
    expect(limitsOf(path).map(({ seconds, share }) => [seconds, share])).toEqual([
      [90, 0.5],
      [90, 0.5],
      [180, 1],
    ]);
  });
});

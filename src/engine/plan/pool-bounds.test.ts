import { describe, expect, it } from 'vitest';
import { UNKNOWN_HOST } from '../text/host.ts';
import { GiB, MiB } from '../text/units.ts';
import { poolBounds, type PoolDuty } from './pool-bounds.ts';

const duty = (more: Partial<PoolDuty>): PoolDuty => ({
  host: { ...UNKNOWN_HOST, memoryBytes: 16 * GiB, reserveBytes: 4 * GiB, workerMemoryBytes: 50 * MiB },
  memoryLimitBytes: null,
  memoryLimitAssumed: false,
  opcacheBytes: null,
  concurrency: null,
  ...more,
});

describe('poolBounds', () => {
  it('carries 245 workers of 50 MiB in 16 GiB less 4 GiB, and says how', () => {
    const bounds = poolBounds(duty({}));
    expect(bounds).toMatchObject({ memory: 245, ceiling: 245, binding: 'memory' });
    expect(bounds.because).toEqual(['memory: (16 GiB − 4 GiB) / 50 MiB = 245 workers']);
  });

  it('binds at the worst case of memory_limit first', () => {
    expect(poolBounds(duty({ memoryLimitBytes: 256 * MiB }))).toMatchObject({
      memory: 245,
      memoryLimit: 45,
      binding: 'memoryLimit',
    });
  });

  it('subtracts OPcache once, where its size is known: (12288 − 128) / 28 = 434', () => {
    const host = { ...duty({}).host, workerMemoryBytes: 28 * MiB };
    expect(poolBounds(duty({ host, opcacheBytes: 128 * MiB })).memory).toBe(434);
  });

  it('takes demand as a bound, but not as a ceiling', () => {
    expect(poolBounds(duty({ concurrency: 12 }))).toMatchObject({ demand: 18, ceiling: 245, binding: 'demand' });
  });

  it('says that the CPU bound rests on an assumption', () => {
    const bounds = poolBounds(duty({ host: { ...UNKNOWN_HOST, cores: 2 } }));
    expect(bounds).toMatchObject({ memory: null, cpu: 8, binding: 'cpu' });
    expect(bounds.because[0]).toContain('assumed');
  });

  it('knows nothing without facts', () => {
    expect(poolBounds(duty({ host: UNKNOWN_HOST, memoryLimitBytes: 128 * MiB }))).toEqual({
      memory: null,
      memoryLimit: null,
      cpu: null,
      demand: null,
      binding: 'none',
      ceiling: null,
      because: [],
    });
  });
});

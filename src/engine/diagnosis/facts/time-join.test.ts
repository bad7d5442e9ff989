import { describe, expect, it } from 'vitest';
import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Redacted } from '../../text/redacted.ts';
import { joinInTime } from './time-join.ts';

const at = (seconds: number | null): EvidenceEvent => ({
  signature: 'nginx.reset-before-header',
  path: 'a',
  line: 1,
  text: '' as Redacted,
  at: seconds,
  fields: {},
});

describe('joinInTime', () => {
  it('joins what shares a moment', () => {
    expect(joinInTime([at(1000), at(2000)], [at(1001)])).toEqual({ joined: [at(1000)], known: true });
  });

  it('joins across zones by one constant shift of whole half hours', () => {
    expect(joinInTime([at(7200 + 10), at(7200 + 500)], [at(10), at(500)]).joined).toHaveLength(2);
    expect(joinInTime([at(19_800 + 10)], [at(10)]).joined).toHaveLength(1);
  });

  it('does not join what is minutes apart, or more than any zone', () => {
    expect(joinInTime([at(400)], [at(10)]).joined).toEqual([]);
    expect(joinInTime([at(16 * 3600)], [at(0)]).joined).toEqual([]);
  });

  it('waits as long as it is told to for an effect that comes late, and no longer', () => {
    expect(joinInTime([at(20)], [at(10)]).joined).toEqual([]);
    expect(joinInTime([at(20)], [at(10)], 30).joined).toHaveLength(1);
    expect(joinInTime([at(41)], [at(10)], 30).joined).toEqual([]);
    expect(joinInTime([at(5)], [at(10)], 30).joined).toEqual([]);
  });

  it('says that it knows nothing when a side has no times', () => {
    expect(joinInTime([at(null)], [at(10)]).known).toBe(false);
    expect(joinInTime([at(10)], []).known).toBe(false);
  });
});

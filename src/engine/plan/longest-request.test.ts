import { expect, it } from 'vitest';
import type { Evidence } from '../evidence/evidence.ts';
import { readEvidence } from '../evidence/read.ts';
import { UNKNOWN_HOST } from '../text/host.ts';
import { longestRequest } from './longest-request.ts';

const evidence = (longestRunSeconds: number | null): Evidence => ({ ...readEvidence([]), longestRunSeconds });

it.each([
  [90, null, 90, false],
  [5, 400, 5, false],
  [null, null, 60, true],
  [null, 29, 60, true],
  [null, 61.3, 123, true],
] as const)('stated %s, longest run %s: %s s', (stated, run, seconds, assumed) => {
  const longest = longestRequest({ ...UNKNOWN_HOST, longestRequestSeconds: stated }, evidence(run));
  expect(longest).toMatchObject({ seconds, assumed });
  expect(longest.because).toContain(assumed ? 'assumed' : 'as stated');
});

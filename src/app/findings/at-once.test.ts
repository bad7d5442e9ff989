import { expect, it } from 'vitest';
import type { Finding } from '../../engine/rules/finding.ts';
import { shownAtOnce } from './at-once.ts';

const FIX = { safety: 'reload', edits: [] } as Finding['fix'];
const findings = (count: number, fixed: readonly number[] = []) =>
  Array.from({ length: count }, (_, at) => ({ fix: fixed.includes(at) ? FIX : null }));

it('all findings are shown at once while they are few', () => {
  expect(shownAtOnce(findings(0), -1).size).toBe(0);
  expect(shownAtOnce(findings(18), -1).size).toBe(18);
});

it('of many the first, those with a fix, and the selected one', () => {
  expect([...shownAtOnce(findings(60, [3, 41]), 50)]).toEqual([...Array(12).keys(), 41, 50]);
});

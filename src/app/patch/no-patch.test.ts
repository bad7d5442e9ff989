import { expect, it } from 'vitest';
import type { View } from '../../worker/api.ts';
import { whyNoPatch } from './no-patch.ts';

const view = (kinds: readonly string[], fixes: readonly (object | null)[] = []): View =>
  ({
    documents: kinds.map((kind) => ({ kind })),
    report: { findings: fixes.map((fix) => ({ fix })) },
  }) as unknown as View;

it('an empty patch says why it is empty', () => {
  expect(whyNoPatch(null)).toBe('nothing-given');
  expect(whyNoPatch(view(['nginx-error-log', 'unknown']))).toBe('no-config');
  expect(whyNoPatch(view(['nginx-error-log', 'fpm'], [null]))).toBe('nothing-to-fix');
  expect(whyNoPatch(view(['nginx'], [null, { safety: 'decide', edits: [] }]))).toBe('switched-off');
});

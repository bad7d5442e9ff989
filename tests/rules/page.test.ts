import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RULES } from '../../src/engine/rules/index.ts';
import { rulesPage } from '../../scripts/rules-page.ts';
import { CASES } from './cases/index.ts';

it('docs/rules.md is what the rules say (else run scripts/generate-rules-doc.mjs)', () => {
  expect(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')).toBe(rulesPage());
});

it('every sentence of a rule is proven by a firing case', () => {
  const unproven = RULES.flatMap(({ name, messages }) =>
    Object.keys(messages)
      .filter((code) => !(CASES[name]?.fires ?? []).some((one) => one.code === code))
      .map((code) => `${name} ${code}`),
  );
  expect(unproven).toEqual([]);
});

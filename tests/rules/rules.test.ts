import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/engine/rules/index.ts';
import { sentence } from '../../src/engine/rules/messages.ts';
import { CASES } from './cases/index.ts';
import { cured, judgeSituation } from './situation.ts';

it('has cases for rules only', () => {
  const names = RULES.map((rule) => rule.name);
  expect(Object.keys(CASES).filter((name) => !names.includes(name))).toEqual([]);
  expect(new Set(names).size).toBe(RULES.length);
});

describe.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const cases = CASES[name];

  it('has a case in which it fires and one in which it is quiet', () => {
    expect(cases?.fires.length ?? 0).toBeGreaterThan(0);
    expect(cases?.quiet.length ?? 0).toBeGreaterThan(0);
  });

  for (const one of cases?.fires ?? []) {
    it(`fires: ${one.name}`, () => {
      const judgement = judgeSituation(one);
      const found = judgement.findings.filter((finding) => finding.rule === name && finding.code === one.code);
      const all = judgement.findings.map((finding) => `${finding.id} ${finding.code} ${finding.message}`);
      expect(found, all.join('\n')).not.toHaveLength(0);
      const [finding] = found;
      expect(finding?.severity).toBe(one.severity);
      expect(finding?.fix?.safety ?? null).toBe(one.safety);
      expect(finding?.message).toBe(sentence(rule.messages[one.code] ?? '', finding?.args ?? {}));
      expect(finding?.message).not.toMatch(/\{\w+\}/u);
      expect(judgement.documents.map((document) => document.path)).toContain(finding?.path);

      const { patch, after } = cured(judgement, one.host);
      const added = patch
        .split('\n')
        .filter((line) => line.startsWith('+'))
        .map((line) => line.slice(1).trim());
      for (const line of one.adds ?? []) expect(added).toContain(line);
      expect(after.findings.filter((left) => left.fix !== null).map((left) => [left.id, left.fix?.edits])).toEqual([]);
      if (one.safety !== null) {
        expect(
          after.findings.filter((left) => left.rule === name && left.code === one.code).map((left) => left.id),
        ).toEqual([]);
      }
    });
  }

  for (const one of cases?.quiet ?? []) {
    it(`is quiet: ${one.name}`, () => {
      const { findings } = judgeSituation(one);
      expect(findings.filter((finding) => finding.rule === name).map((finding) => finding.message)).toEqual([]);
    });
  }
});

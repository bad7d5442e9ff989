import { describe, expect, it } from 'vitest';
import { phrase } from './ask.ts';
import { CAUSE_IDS } from './cause.ts';
import { CAUSES, causeOf } from './causes/index.ts';
import { gatherFacts } from './facts/facts.ts';
import { diagnose } from './diagnose.ts';
import { OUTRANKS } from './precedence.ts';
import { QUESTION_IDS } from './questions.ts';
import type { Stack } from '../stack/stack.ts';
import { UNKNOWN_HOST } from '../text/host.ts';

const stack: Stack = {
  host: UNKNOWN_HOST,
  nginxUser: { value: 'nginx', unit: 'text', written: null, meant: 'nginx', from: { default: 'build' } },
  nginxFiles: new Map(),
  iniFiles: new Map(),
  paths: [],
  pools: [],
  php: null,
  unknownIncludes: [],
  documents: new Map(),
};
const nothing = {
  stack,
  evidence: {
    events: [],
    counts: new Map(),
    timeline: [],
    demand: null,
    pools: [],
    host: {},
    longestRunSeconds: null,
    kinds: new Set<string>(),
  },
  plan: { pools: [], paths: [] },
  findings: [],
};

describe('the catalogue of causes', () => {
  it('holds each cause once', () => {
    expect(CAUSES.map(({ id }) => id).sort()).toEqual([...CAUSE_IDS].sort());
    expect(CAUSE_IDS.every((id) => causeOf(id).id === id)).toBe(true);
  });

  it('has a sentence for each even without arguments, and questions to ask', () => {
    for (const cause of CAUSES) {
      expect(cause.sentence({}), cause.id).toMatch(/^[^{}]{30,400}\.$/);
      expect(cause.sentence({}), cause.id).not.toMatch(/undefined|null|NaN| {2}/);
      expect(cause.asks.length, cause.id).toBeGreaterThan(0);
    }
  });

  it('says nothing without evidence', () => {
    const facts = gatherFacts(nothing);
    expect(CAUSES.filter((cause) => cause.weigh(facts) !== null)).toEqual([]);
    const { verdict, causes } = diagnose(nothing);
    expect(verdict.cause).toBeNull();
    expect(causes).toEqual([]);
    expect(verdict.sentence).toContain('error.log');
  });

  it('never ranks two causes above each other', () => {
    for (const [above, below] of OUTRANKS) {
      const back = OUTRANKS.filter(([id, under]) => below.includes(id) && under.includes(above)).map(([id]) => id);
      // A pool that is full and one that forks too slowly outrank each other by what else is shown.
      expect(
        back.filter((id) => ![id, above].includes('spawn-limited')),
        above,
      ).toEqual([]);
    }
  });

  it('asks only by commands that read', () => {
    const facts = gatherFacts(nothing);
    for (const id of QUESTION_IDS) {
      const { command, lookFor, what } = phrase(facts, id);
      expect(command, id).not.toMatch(
        /\b(?:rm|mv|kill|restart|reload|setenforce|tee|systemctl (?!status|list-timers))\b|>(?!&)/,
      );
      expect(lookFor.length, id).toBeGreaterThan(30);
      expect(what, id).not.toContain('{');
    }
  });
});

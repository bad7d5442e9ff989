import { afterAll, describe, expect, it } from 'vitest';
import { versionNumber } from '../../src/engine/knowledge/nginx/version.ts';
import { checkNginx } from '../../src/engine/syntax/nginx/check.ts';
import { installedNginx, NginxTester } from './nginx/daemon.ts';
import { allMutations, type Mutation } from './nginx/mutations.ts';

const SAMPLE = 2_200;
const AGREEMENT = 0.995;

/** Every constraint and broken text, and a random sample of the rest; the seed is printed. */
function sample(mutations: readonly Mutation[], seed: number): Mutation[] {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const always = mutations.filter(({ kind }) => kind === 'constraint' || kind === 'syntax');
  const others = mutations.filter(({ kind }) => kind !== 'constraint' && kind !== 'syntax');
  const keyed = others.map((mutation) => ({ mutation, key: random() })).sort((a, b) => a.key - b.key);
  return [...always, ...keyed.slice(0, SAMPLE - always.length).map(({ mutation }) => mutation)];
}

const version = installedNginx();

describe.runIf(version !== null)('checkNginx against nginx -t', () => {
  const tester = new NginxTester();
  afterAll(() => {
    tester.remove();
  });

  it('agrees on single mutations of a valid configuration', { timeout: 240_000 }, async () => {
    const seed = Date.now() >>> 0;
    const mutations = sample(allMutations(versionNumber(version ?? ''), tester.directory), seed);
    const verdicts = await tester.test(mutations.map(({ text }) => text));
    const options = { context: 'main', version: version ?? '' } as const;
    const disagreements = mutations.flatMap(({ kind, name, text }, at) => {
      const verdict = verdicts[at] ?? null;
      const ours = checkNginx(text, options);
      if (ours.accepted === (verdict === null)) return [];
      return [`${kind} ${name}: nginx ${verdict ?? 'accepts'}; we ${ours.problems[0]?.message ?? 'accept'}`];
    });
    const refused = verdicts.filter((verdict) => verdict !== null).length;
    console.info(
      `seed ${seed}: ${mutations.length} mutations, ${refused} refused, ${disagreements.length} disagreements`,
    );
    for (const line of disagreements) console.info(line);
    expect(mutations.length).toBeGreaterThanOrEqual(2_000);
    expect(1 - disagreements.length / mutations.length).toBeGreaterThanOrEqual(AGREEMENT);
  });
});

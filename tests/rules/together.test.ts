import { expect, it } from 'vitest';
import { verify } from '../../src/engine/refactor/verify.ts';
import type { Host } from '../../src/engine/text/host.ts';
import type { FiringCase } from './case.ts';
import { CASES } from './cases/index.ts';
import { ERROR_LOG, FPM_LOG } from './setup.ts';
import { cured, judgeSituation } from './situation.ts';

const SEED = Number(process.env['SEED'] ?? 20_261_120);
const PAIRS = Number(process.env['PAIRS'] ?? 150);
const LOGS = [ERROR_LOG, FPM_LOG];

/** Another protocol makes another path: what failed over HTTP says nothing about it. */
const ALONE = ['protocol-mismatch'];

const all = Object.entries(CASES).flatMap(([rule, { fires }]) =>
  ALONE.includes(rule) ? [] : fires.map((one) => ({ rule, one })),
);

/** mulberry32. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Configs of one, logs of both. */
function mixed(a: FiringCase, b: FiringCase): { files: Record<string, string>; host: Partial<Host> } {
  const files: Record<string, string> = { ...b.files, ...a.files };
  for (const log of LOGS) {
    const text = (a.files[log] ?? '') + (b.files[log] ?? '');
    if (text !== '') files[log] = text;
  }
  return { files, host: { ...b.host, ...a.host } };
}

it(
  `fixes of any two situations go together and leave nothing to fix (SEED=${String(SEED)})`,
  { timeout: 120_000 },
  () => {
    const random = randomOf(SEED);
    const failures: string[] = [];
    for (let round = 0; round < PAIRS; round++) {
      const a = all[random(all.length)];
      const b = all[random(all.length)];
      if (a === undefined || b === undefined) continue;
      const situation = mixed(a.one, b.one);
      const name = `${a.rule}: ${a.one.name} + ${b.rule}: ${b.one.name}`;
      const judgement = judgeSituation(situation);
      const ids = judgement.findings.map((finding) => finding.id);
      if (new Set(ids).size !== ids.length) failures.push(`${name}: ids repeat`);
      const { documents, after } = cured(judgement, situation.host);
      const left = after.findings.filter((finding) => finding.fix !== null);
      failures.push(
        ...left.map((finding) => `${name}: left ${finding.id} ${finding.code} ${JSON.stringify(finding.fix?.edits)}`),
      );
      failures.push(...verify(judgement.documents, documents).map((objection) => `${name}: ${objection.message}`));
    }
    expect(failures).toEqual([]);
  },
);

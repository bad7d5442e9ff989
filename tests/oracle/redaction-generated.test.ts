import { describe, expect, it } from 'vitest';
import { judgeAll, type Score } from '../redaction/judge.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);
const share = ({ right, all }: Score): number => right / all;

describe(`generated texts of all classes (SEED=${String(seed)})`, () => {
  it('loses the secrets and identifiers and nothing else', () => {
    console.log(`redaction: seed ${String(seed)}`);
    const tally = judgeAll(seed, 3);
    expect(tally.cases).toBeGreaterThanOrEqual(600);
    expect([...tally.rows].sort((a, b) => a - b)).toEqual(Array.from({ length: 22 }, (_, at) => at + 1));
    expect(share(tally.secrets), tally.secrets.wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(share(tally.identifiers), tally.identifiers.wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(share(tally.kept), tally.kept.wrong.join('\n')).toBeGreaterThanOrEqual(0.995);
    expect(tally.halves).toEqual([]);
    expect(tally.relations).toEqual([]);
  });

  it('needs no kind for that', () => {
    const tally = judgeAll(seed + 1, 2, () => 'unknown');
    expect(share(tally.secrets), tally.secrets.wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(share(tally.identifiers), tally.identifiers.wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(share(tally.kept), tally.kept.wrong.join('\n')).toBeGreaterThanOrEqual(0.995);
    expect(tally.halves).toEqual([]);
    expect(tally.relations).toEqual([]);
  });
});

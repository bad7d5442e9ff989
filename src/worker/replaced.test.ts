import { describe, expect, it } from 'vitest';
import type { Replacement } from '../engine/redact/vault.ts';
import { MOST_ALIASES, MOST_PLACES, replacedByClass } from './replaced.ts';

const at = (name: string, alias: string, line: number): Replacement => ({
  class: name,
  tier: 'secret',
  alias,
  line,
  start: 0,
  end: 0,
  rawStart: 0,
  rawEnd: 0,
});

describe('what was replaced, by class', () => {
  it('puts secrets first and gathers the places of an alias', () => {
    const replaced = replacedByClass([
      { path: 'a.log', replacements: [at('host', 'host-1.example', 1), at('jwt', 'REDACTED_jwt_01', 2)] },
      { path: 'b.log', replacements: [at('host', 'host-1.example', 3)] },
    ]);
    expect(replaced.map((one) => [one.class, one.tier, one.count, one.distinct])).toEqual([
      ['jwt', 'secret', 1, 1],
      ['host', 'identifier', 2, 1],
    ]);
    expect(replaced[1]?.aliases[0]?.places).toEqual([
      { path: 'a.log', line: 1 },
      { path: 'b.log', line: 3 },
    ]);
  });

  it('stays small for a large log and still counts everything', () => {
    const replacements = Array.from({ length: 20_000 }, (_, i) => at('ip', `192.0.2.${i % 1000}`, i + 1));
    const [ip] = replacedByClass([{ path: 'access.log', replacements }]);
    expect(ip).toMatchObject({ count: 20_000, distinct: 1000 });
    expect(ip?.aliases).toHaveLength(MOST_ALIASES);
    expect(ip?.aliases[0]).toMatchObject({ count: 20 });
    expect(ip?.aliases[0]?.places).toHaveLength(MOST_PLACES);
  });
});

import { describe, expect, it } from 'vitest';
import type { ReplacementView } from '../../worker/api.ts';
import { SWITCHABLE, byClass } from './by-class.ts';

const at = (name: string, alias: string, line: number): ReplacementView => ({
  class: name,
  tier: name === 'host' ? 'identifier' : 'secret',
  alias,
  path: 'error.log',
  line,
});

describe('what was replaced, by class', () => {
  it('puts secrets first and gathers the places of an alias', () => {
    const groups = byClass([
      at('host', 'host-1.example', 1),
      at('jwt', 'REDACTED_jwt_01', 2),
      at('host', 'host-1.example', 3),
    ]);
    expect(groups.map((group) => [group.class, group.count])).toEqual([
      ['jwt', 1],
      ['host', 2],
    ]);
    expect(groups[1]?.aliases[0]?.places.map((place) => place.line)).toEqual([1, 3]);
  });
  it('offers no switch for a secret', () => {
    const names = SWITCHABLE.map((one) => one.class);
    expect(names).toContain('ip');
    expect(names).not.toContain('jwt');
  });
});

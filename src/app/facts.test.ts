import { describe, expect, it } from 'vitest';
import { FACTS, entered, shown } from './facts.ts';

const [memory, , worker] = FACTS;
if (!memory || !worker) throw new Error('the table of facts lost a row');

describe('host facts in the units people say', () => {
  it('reads GiB and MiB as powers of two', () => {
    expect(entered(memory, '16')).toBe(16 * 2 ** 30);
    expect(entered(worker, '50')).toBe(50 * 2 ** 20);
  });
  it('shows what was entered', () => {
    for (const fact of FACTS) expect(shown(fact, entered(fact, '1.5'))).toBe(fact.scale === 1 ? '2' : '1.5');
  });
  it('takes an empty, negative or impossible entry as not stated', () => {
    for (const text of ['', ' ', '-1', 'x', '1e999']) expect(entered(memory, text)).toBeNull();
    expect(shown(memory, null)).toBe('');
  });
});

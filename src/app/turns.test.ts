import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inTurn, turnsDone } from './turns.ts';

beforeEach(() => {
  vi.stubGlobal('document', { hidden: true });
});

const task = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('what is done in turn', () => {
  it('is done in the order of its asking, each in a task of its own', async () => {
    const done: string[] = [];
    inTurn(() => done.push('first'));
    inTurn(() => done.push('second'));
    expect(done).toEqual([]);
    await task();
    expect(done).toEqual(['first']);
    await turnsDone();
    expect(done).toEqual(['first', 'second']);
  });

  it('can be taken back', async () => {
    const done: string[] = [];
    const takeBack = inTurn(() => done.push('never'));
    takeBack();
    await turnsDone();
    await task();
    expect(done).toEqual([]);
  });
});

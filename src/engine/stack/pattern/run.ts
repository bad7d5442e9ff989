import { isWord } from './characters.ts';
import type { Program } from './program.ts';
import type { Assertion } from './tree.ts';

/** Instructions that one match may take; PCRE has its own limit for the same reason. */
const MAX_STEPS = 2_000_000;

/** Capture offsets by slot (start, end pairs); -1 where a group took no part. */
export type Slots = readonly number[];

interface Budget {
  steps: number;
}

/** Leftmost match, first alternative first, as PCRE finds it. null: none. `undefined`: too costly to say. */
export function search(program: Program, slots: number, text: string): Slots | null | undefined {
  const budget: Budget = { steps: MAX_STEPS };
  const visited = new Set<number>();
  for (let start = 0; start <= text.length; start++) {
    const found = runAt(program, slots, text, start, null, budget, visited);
    if (budget.steps <= 0) return undefined;
    if (found !== null) return found;
  }
  return null;
}

interface Job {
  /** Instruction to go on with, or -1 to put a capture back. */
  readonly at: number;
  readonly position: number;
  readonly slot: number;
}

/**
 * Depth first over (instruction, position), each pair once: a pair that failed before fails again, whatever was captured
 * on the way, so time is linear in program × text.
 * @param mustEndAt for look-behind: only a match that ends here counts
 */
function runAt(
  program: Program,
  slotCount: number,
  text: string,
  start: number,
  mustEndAt: number | null,
  budget: Budget,
  visited: Set<number>,
): Slots | null {
  const slots = new Array<number>(slotCount).fill(-1);
  const jobs: Job[] = [{ at: 0, position: start, slot: -1 }];
  for (let job = jobs.pop(); job !== undefined; job = jobs.pop()) {
    if (job.slot !== -1) {
      slots[job.slot] = job.position;
      continue;
    }
    let { at, position } = job;
    for (;;) {
      const key = at * (text.length + 1) + position;
      if (visited.has(key) || budget.steps-- <= 0) break;
      visited.add(key);
      const instruction = program[at];
      if (instruction === undefined) break;
      if (instruction.op === 'match') {
        if (mustEndAt !== null && position !== mustEndAt) break;
        slots[0] = start;
        slots[1] = position;
        return slots;
      }
      if (instruction.op === 'jump') {
        at = instruction.to;
      } else if (instruction.op === 'split') {
        jobs.push({ at: instruction.second, position, slot: -1 });
        at = instruction.first;
      } else if (instruction.op === 'save') {
        jobs.push({ at: -1, position: slots[instruction.slot] ?? -1, slot: instruction.slot });
        slots[instruction.slot] = position;
        at++;
      } else {
        const end = step(instruction, slotCount, text, position, slots, budget);
        if (end === null) break;
        position = end;
        at++;
      }
    }
  }
  return null;
}

/** Position after an instruction that takes characters or looks at them; null when it does not hold. */
function step(
  instruction: Extract<Program[number], { op: 'character' | 'assert' | 'look' | 'atomic' }>,
  slotCount: number,
  text: string,
  position: number,
  slots: number[],
  budget: Budget,
): number | null {
  switch (instruction.op) {
    case 'character':
      return position < text.length && instruction.test(text.charCodeAt(position)) ? position + 1 : null;
    case 'assert':
      return holds(instruction.assertion, text, position) ? position : null;
    case 'look':
      return looks(instruction, slotCount, text, position, budget) !== instruction.negative ? position : null;
    case 'atomic': {
      const found = runAt(instruction.program, slotCount, text, position, null, budget, new Set());
      if (found === null) return null;
      for (let i = 2; i < found.length; i++) if ((found[i] ?? -1) !== -1) slots[i] = found[i] ?? -1;
      return found[1] ?? null;
    }
  }
}

function looks(
  look: { readonly program: Program; readonly behind: boolean },
  slotCount: number,
  text: string,
  position: number,
  budget: Budget,
): boolean {
  if (!look.behind) return runAt(look.program, slotCount, text, position, null, budget, new Set()) !== null;
  for (let start = position; start >= 0 && budget.steps > 0; start--) {
    if (runAt(look.program, slotCount, text, start, position, budget, new Set()) !== null) return true;
  }
  return false;
}

function holds(assertion: Assertion, text: string, position: number): boolean {
  switch (assertion) {
    case 'start':
      return position === 0;
    case 'very-end':
      return position === text.length;
    case 'end':
      return position === text.length || (position === text.length - 1 && text.endsWith('\n'));
    case 'word':
      return isBoundary(text, position);
    case 'not-word':
      return !isBoundary(text, position);
  }
}

function isBoundary(text: string, position: number): boolean {
  const before = position > 0 && isWord(text.charCodeAt(position - 1));
  const after = position < text.length && isWord(text.charCodeAt(position));
  return before !== after;
}

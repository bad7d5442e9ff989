import type { Assertion, CharacterTest, PatternNode } from './tree.ts';

/** A pattern that compiles to more than this is not run: what it says stays unknown. */
const MAX_INSTRUCTIONS = 5000;

type Instruction =
  | { readonly op: 'character'; readonly test: CharacterTest }
  | { readonly op: 'assert'; readonly assertion: Assertion }
  | { op: 'split'; first: number; second: number }
  | { op: 'jump'; to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'look'; readonly program: Program; readonly behind: boolean; readonly negative: boolean }
  | { readonly op: 'atomic'; readonly program: Program }
  | { readonly op: 'match' };

export type Program = readonly Instruction[];

/** Compiles a pattern to the instructions of a backtracking machine; null when it would grow too large. */
export function compileProgram(root: PatternNode): Program | null {
  const program: Instruction[] = [];
  if (!emit(root, program)) return null;
  program.push({ op: 'match' });
  return program;
}

function emit(node: PatternNode, program: Instruction[]): boolean {
  if (program.length > MAX_INSTRUCTIONS) return false;
  switch (node.kind) {
    case 'character':
      program.push({ op: 'character', test: node.test });
      return true;
    case 'assertion':
      program.push({ op: 'assert', assertion: node.assertion });
      return true;
    case 'sequence':
      return node.parts.every((part) => emit(part, program));
    case 'choice':
      return emitChoice(node.branches, program);
    case 'capture': {
      program.push({ op: 'save', slot: node.index * 2 });
      const done = emit(node.inside, program);
      program.push({ op: 'save', slot: node.index * 2 + 1 });
      return done;
    }
    case 'repeat':
      return emitRepeat(node, program);
    case 'look':
    case 'atomic': {
      const inner = compileProgram(node.inside);
      if (inner === null) return false;
      program.push(
        node.kind === 'look'
          ? { op: 'look', program: inner, behind: node.behind, negative: node.negative }
          : { op: 'atomic', program: inner },
      );
      return true;
    }
  }
}

function emitChoice(branches: readonly PatternNode[], program: Instruction[]): boolean {
  const jumps: { to: number }[] = [];
  for (const [i, branch] of branches.entries()) {
    const isLast = i === branches.length - 1;
    const split = { op: 'split' as const, first: program.length + 1, second: 0 };
    if (!isLast) program.push(split);
    if (!emit(branch, program)) return false;
    if (isLast) break;
    const jump = { op: 'jump' as const, to: 0 };
    program.push(jump);
    jumps.push(jump);
    split.second = program.length;
  }
  for (const jump of jumps) jump.to = program.length;
  return true;
}

function emitRepeat(node: Extract<PatternNode, { kind: 'repeat' }>, program: Instruction[]): boolean {
  for (let i = 0; i < node.least; i++) if (!emit(node.inside, program)) return false;
  const splits: { first: number; second: number }[] = [];
  const split = (): void => {
    const instruction = { op: 'split' as const, first: program.length + 1, second: program.length + 1 };
    program.push(instruction);
    splits.push(instruction);
  };
  if (node.most === Infinity) {
    const start = program.length;
    split();
    if (!emit(node.inside, program)) return false;
    program.push({ op: 'jump', to: start });
  } else {
    for (let i = node.least; i < node.most; i++) {
      split();
      if (!emit(node.inside, program)) return false;
    }
  }
  for (const each of splits) {
    if (node.lazy) each.first = program.length;
    else each.second = program.length;
  }
  return true;
}

import { parsePattern } from './parse.ts';
import { compileProgram } from './program.ts';
import { search } from './run.ts';

export interface PatternMatch {
  /** `captures[0]` is the whole match; '' for groups that took no part, as nginx has it. */
  readonly captures: readonly string[];
  readonly named: Readonly<Record<string, string>>;
}

/** A pattern of the user's configuration, matched in time linear in its length × the text's: no pattern can hang. */
export interface Pattern {
  /** null: no match. undefined: cannot be said. */
  match(text: string): PatternMatch | null | undefined;
}

/** @returns null when the pattern is broken, too large, or uses what is not known here: then nobody can say what matches */
export function compilePattern(source: string, ignoreCase = false): Pattern | null {
  const parsed = parsePattern(source, ignoreCase);
  const program = parsed && compileProgram(parsed.root);
  if (!parsed || !program) return null;
  const slotCount = (parsed.captures + 1) * 2;
  return {
    match(text) {
      const slots = search(program, slotCount, text);
      if (slots === null || slots === undefined) return slots;
      const capture = (index: number): string => {
        const start = slots[index * 2] ?? -1;
        const end = slots[index * 2 + 1] ?? -1;
        return start === -1 || end === -1 ? '' : text.slice(start, end);
      };
      const captures = Array.from({ length: parsed.captures + 1 }, (_, i) => capture(i));
      const named = Object.fromEntries([...parsed.names].map(([name, index]) => [name, capture(index)]));
      return { captures, named };
    },
  };
}

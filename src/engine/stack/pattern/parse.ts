import { anyButLineFeed, exactly } from './characters.ts';
import { parseClass, readEscape } from './parse-class.ts';
import type { Assertion, ParsedPattern, PatternNode } from './tree.ts';

const MAX_NESTING = 50;
const MAX_REPEAT = 1000;

const ASSERTIONS: Readonly<Record<string, Assertion>> = {
  b: 'word',
  B: 'not-word',
  A: 'start',
  Z: 'end',
  z: 'very-end',
};

/**
 * Reads a PCRE pattern.
 * @returns null for patterns that are broken or that use what is not known here (back references, recursion, `\Q`)
 */
export function parsePattern(source: string, ignoreCase: boolean): ParsedPattern | null {
  const reader = new PatternReader(source);
  const root = reader.choice(ignoreCase, 0);
  return root !== null && reader.at === source.length ? { root, captures: reader.captures, names: reader.names } : null;
}

class PatternReader {
  at = 0;
  captures = 0;
  readonly names = new Map<string, number>();
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  choice(ignoreCase: boolean, depth: number): PatternNode | null {
    if (depth > MAX_NESTING) return null;
    const branches: PatternNode[] = [];
    let parts: PatternNode[] = [];
    let caseless = ignoreCase;
    while (this.at < this.#source.length && this.#peek() !== ')') {
      if (this.#peek() === '|') {
        this.at++;
        branches.push({ kind: 'sequence', parts });
        parts = [];
        continue;
      }
      const flags = this.#inlineFlags();
      if (flags !== null) {
        caseless = flags ?? caseless;
        continue;
      }
      const atom = this.#atom(caseless, depth);
      if (atom === null) return null;
      const repeated = this.#repeated(atom);
      if (repeated === null) return null;
      parts.push(repeated);
    }
    branches.push({ kind: 'sequence', parts });
    return branches.length === 1 && branches[0] ? branches[0] : { kind: 'choice', branches };
  }

  #peek(): string {
    return this.#source.charAt(this.at);
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** `(?i)` and `(?-i)` hold to the end of the group, `(?#…)` is a comment. null: something else stands here. */
  #inlineFlags(): boolean | undefined | null {
    if (!this.#source.startsWith('(?', this.at)) return null;
    const close = this.#source.indexOf(')', this.at);
    const inside = this.#source.slice(this.at + 2, close);
    if (close === -1 || !(inside.startsWith('#') || /^[imsxU-]{1,8}$/.test(inside))) return null;
    this.at = close + 1;
    return flagIgnoreCase(inside);
  }

  #atom(ignoreCase: boolean, depth: number): PatternNode | null {
    const character = this.#peek();
    if (character === '(') return this.#group(ignoreCase, depth + 1);
    if (character === '[') {
      const parsed = parseClass(this.#source, this.at, ignoreCase);
      if (parsed === null) return null;
      this.at = parsed.end;
      return { kind: 'character', test: parsed.test };
    }
    if (character === '\\') return this.#escape(ignoreCase);
    if (character === '*' || character === '+' || character === '?') return null;
    this.at++;
    if (character === '.') return { kind: 'character', test: anyButLineFeed };
    if (character === '^') return { kind: 'assertion', assertion: 'start' };
    if (character === '$') return { kind: 'assertion', assertion: 'end' };
    return { kind: 'character', test: exactly(character.charCodeAt(0), ignoreCase) };
  }

  #escape(ignoreCase: boolean): PatternNode | null {
    const assertion = ASSERTIONS[this.#source.charAt(this.at + 1)];
    if (assertion !== undefined) {
      this.at += 2;
      return { kind: 'assertion', assertion };
    }
    const escape = readEscape(this.#source, this.at);
    if (escape === null) return null;
    this.at = escape.end;
    const { value } = escape;
    return { kind: 'character', test: typeof value === 'number' ? exactly(value, ignoreCase) : value };
  }

  #group(ignoreCase: boolean, depth: number): PatternNode | null {
    this.at++;
    if (this.#take('?:')) return this.#inside(ignoreCase, depth, (inside) => inside);
    if (this.#take('?>')) return this.#inside(ignoreCase, depth, (inside) => ({ kind: 'atomic', inside }));
    for (const [mark, behind, negative] of LOOKS) {
      if (this.#take(mark))
        return this.#inside(ignoreCase, depth, (inside) => ({ kind: 'look', inside, behind, negative }));
    }
    const flags = this.#flagsOfGroup();
    if (flags !== null) return this.#inside(flags ?? ignoreCase, depth, (inside) => inside);
    if (!this.#groupName()) return null;
    const index = this.captures;
    return this.#inside(ignoreCase, depth, (inside) => ({ kind: 'capture', index, inside }));
  }

  /** Counts the group, and notes its name when it has one. */
  #groupName(): boolean {
    this.captures++;
    if (!this.#take('?')) return true;
    this.#take('P');
    const close = this.#take('<') ? '>' : this.#take("'") ? "'" : null;
    const end = close === null ? -1 : this.#source.indexOf(close, this.at);
    const name = this.#source.slice(this.at, end);
    if (end === -1 || !/^[A-Za-z_]\w{0,63}$/.test(name)) return false;
    this.names.set(name, this.captures);
    this.at = end + 1;
    return true;
  }

  /** `(?i:…)`. */
  #flagsOfGroup(): boolean | undefined | null {
    const colon = this.#source.indexOf(':', this.at);
    const inside = this.#source.slice(this.at + 1, colon);
    if (this.#peek() !== '?' || colon === -1 || !/^[imsxU-]{1,8}$/.test(inside)) return null;
    this.at = colon + 1;
    return flagIgnoreCase(inside);
  }

  #inside(ignoreCase: boolean, depth: number, wrap: (inside: PatternNode) => PatternNode): PatternNode | null {
    const inside = this.choice(ignoreCase, depth);
    return inside !== null && this.#take(')') ? wrap(inside) : null;
  }

  #repeated(atom: PatternNode): PatternNode | null {
    let node = atom;
    for (let bounds = this.#bounds(); bounds !== null; bounds = this.#bounds()) {
      if (bounds.most < bounds.least || bounds.least > MAX_REPEAT) return null;
      const possessive = this.#take('+');
      const lazy = !possessive && this.#take('?');
      const repeat: PatternNode = { kind: 'repeat', inside: node, ...bounds, lazy };
      node = possessive ? { kind: 'atomic', inside: repeat } : repeat;
    }
    return node;
  }

  #bounds(): { least: number; most: number } | null {
    if (this.#take('*')) return { least: 0, most: Infinity };
    if (this.#take('+')) return { least: 1, most: Infinity };
    if (this.#take('?')) return { least: 0, most: 1 };
    const counted = /^\{(\d{1,5})(,?)(\d{0,5})\}/.exec(this.#source.slice(this.at, this.at + 14));
    if (counted === null) return null;
    this.at += counted[0].length;
    const least = Number(counted[1]);
    const most = counted[3] === '' ? (counted[2] === '' ? least : Infinity) : Number(counted[3]);
    return { least, most: most > MAX_REPEAT && most !== Infinity ? MAX_REPEAT + 1 : most };
  }
}

const LOOKS: readonly (readonly [mark: string, behind: boolean, negative: boolean])[] = [
  ['?=', false, false],
  ['?!', false, true],
  ['?<=', true, false],
  ['?<!', true, true],
];

/** What the letters say of case; undefined when nothing. */
function flagIgnoreCase(letters: string): boolean | undefined {
  const on = letters.startsWith('#') ? -1 : letters.indexOf('i');
  if (on === -1) return undefined;
  const minus = letters.indexOf('-');
  return minus === -1 || on < minus;
}

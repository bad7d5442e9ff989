/** True for the UTF-16 units that one element of a pattern takes. */
export type CharacterTest = (code: number) => boolean;

export type Assertion = 'start' | 'end' | 'very-end' | 'word' | 'not-word';

/** What PCRE reads in a pattern, as far as paths and host names need it. */
export type PatternNode =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly branches: readonly PatternNode[] }
  | { readonly kind: 'capture'; readonly index: number; readonly inside: PatternNode }
  | {
      readonly kind: 'repeat';
      readonly inside: PatternNode;
      readonly least: number;
      readonly most: number;
      readonly lazy: boolean;
    }
  | { readonly kind: 'look'; readonly inside: PatternNode; readonly behind: boolean; readonly negative: boolean }
  | { readonly kind: 'atomic'; readonly inside: PatternNode };

export interface ParsedPattern {
  readonly root: PatternNode;
  readonly captures: number;
  /** Named groups: name to number. */
  readonly names: ReadonlyMap<string, number>;
}

import type { DocumentKind } from '../../src/engine/text/document.ts';
import { Values } from './random.ts';

/** What must be gone and what must stay in one generated text. */
export class Case extends Values {
  readonly secrets: string[] = [];
  readonly identifiers: string[] = [];
  readonly kept: string[] = [];

  /** Marks a value as secret and returns it, for use in a template. */
  secret = (value: string): string => {
    this.secrets.push(value);
    return value;
  };
  identifier = (value: string): string => {
    this.identifiers.push(value);
    return value;
  };
  keep = (value: string): string => {
    this.kept.push(value);
    return value;
  };
}

/** One shape of text. `row` is the class in the taxonomy, 1 to 22. */
export interface Template {
  readonly row: number;
  readonly kind: DocumentKind;
  readonly make: (make: Case) => string;
}

export const template = (row: number, kind: DocumentKind, make: (make: Case) => string): Template => ({
  row,
  kind,
  make,
});

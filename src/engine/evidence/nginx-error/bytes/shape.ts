import type { Variant } from '../../raw/variant.ts';
import { stands, type Literal } from './literal.ts';
import { numberEnd, quotedEnd } from './varying.ts';

/** What varies inside a message and says nothing of what it means: a path in quotes, a number. */
export type Varying = 'quoted' | 'number';

/** What records of one shape with one upstream are. */
export interface Meaning {
  /** The upstream's value up to its URI, and the byte that ends it. */
  readonly upstream: Literal;
  /** Of each record that such a line makes. */
  readonly variants: readonly Variant[];
}

/** A message as it stands in many lines, up to the word `client` or the line's end, and what it means. */
export interface Shape {
  readonly level: number;
  readonly begin: Literal;
  readonly varying: Varying | null;
  /** Behind what varies. */
  readonly rest: Literal | null;
  readonly hasFields: boolean;
  /** PHP's own words may hold what looks like an action, and so may the fields behind them. */
  readonly isStderr: boolean;
  /** Without an upstream. */
  plain: readonly Variant[] | null;
  readonly meanings: Meaning[];
}

/** Where a line of this shape goes on behind the message; -1 when it is of another. */
export function messageEnd(bytes: Uint8Array, view: DataView, at: number, shape: Shape): number {
  const { begin, rest, varying } = shape;
  const limit = bytes.length;
  if (!stands(view, limit, at, begin)) return -1;
  if (rest === null) return at + begin.size;
  const end = varying === 'quoted' ? quotedEnd(bytes, at + begin.size) : numberEnd(bytes, at + begin.size);
  if (end === -1 || !stands(view, limit, end, rest)) return -1;
  return end + rest.size;
}

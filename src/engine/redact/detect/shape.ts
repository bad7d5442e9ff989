import type { Detector, Find } from '../find.ts';
import { hasLeftEdge } from './left-edge.ts';
import { isMasked } from '../secret-value.ts';
import type { RedactionClass } from '../original.ts';
import { whereHinted } from './hints.ts';

/** A value that is known by its form alone. */
export interface Shape {
  readonly name: string;
  readonly class: RedactionClass;
  /** Type in the alias. */
  readonly type?: string;
  /** One of these stands in every match: the pattern runs only where one occurs. */
  readonly hints: readonly string[];
  /** Global, linear. The value is group 1 where there is one, else the whole match. */
  readonly pattern: RegExp;
  /** No letter or digit may stand before the match, except as the end of an encoded character. */
  readonly leftEdge?: boolean;
  /** A last look at the value, for checksums and the like. */
  readonly accepts?: (value: string) => boolean;
}

export function shapeDetector(shape: Shape): Detector {
  return whereHinted(shape.name, shape.hints, ({ text }, found) => {
    run(shape, text, found);
  });
}

/** `ghp_xxxxxxxxxxxx…`: documentation writes tokens so. */
const PLACEHOLDER = /[xX]{12}|[*.]{6}|(?:^|[-_])your[-_]/i;

function run(shape: Shape, text: string, found: Find[]): void {
  for (const match of text.matchAll(shape.pattern)) {
    const value = match[1] ?? match[0];
    if (shape.leftEdge === true && !hasLeftEdge(text, match.index)) continue;
    if (isMasked(value) || PLACEHOLDER.test(value) || shape.accepts?.(value) === false) continue;
    const start = match.index + match[0].lastIndexOf(value);
    found.push({ start, end: start + value.length, class: shape.class, ...(shape.type && { type: shape.type }) });
  }
}

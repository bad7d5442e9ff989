import type { Span } from '../../text/span.ts';

/** One typed value inside a log line; the span refers to the line as given, prefixes included. */
export interface Field extends Span {
  readonly text: string;
}

export function fieldOf(line: string, start: number, end: number): Field {
  return { start, end, text: line.slice(start, end) };
}

/** The same with white space at both ends left out. */
export function trimmedField(line: string, start: number, end: number): Field {
  let from = start;
  let to = end;
  while (from < to && line.charCodeAt(from) <= 32) from++;
  while (to > from && line.charCodeAt(to - 1) <= 32) to--;
  return fieldOf(line, from, to);
}

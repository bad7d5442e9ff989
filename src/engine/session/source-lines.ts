/** One line as it is shown. */
export interface SourceLine {
  /** From 1, in the log or file as it was given. */
  readonly number: number;
  readonly text: string;
}

/**
 * Lines of a document around one of them, for somebody who follows a finding or a line of evidence.
 * @param numbers of a streamed log: which line of the log each of the document's lines is, in any order; null when the
 * document is whole
 * @param line the one that is looked for; it comes after at most `before` others
 */
export function linesAround(
  text: string,
  numbers: readonly number[] | null,
  line: number,
  before: number,
  count: number,
): SourceLine[] {
  const written = text.split('\n').map((one, at) => ({ number: numbers?.[at] ?? at + 1, text: one }));
  const lines = numbers === null ? written : inOrder(written);
  const found = lines.findIndex(({ number }) => number >= line);
  const from = Math.max(0, (found === -1 ? lines.length - 1 : found) - before);
  return lines.slice(from, from + count);
}

/** A line can be kept for two reasons; it is shown once. */
function inOrder(lines: readonly SourceLine[]): SourceLine[] {
  return [...new Map(lines.map((line) => [line.number, line])).values()].sort((a, b) => a.number - b.number);
}

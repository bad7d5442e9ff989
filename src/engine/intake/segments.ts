import { strongHeading, weakHeading, type Heading } from './headings.ts';
import { braceBalance } from './config-lines.ts';

/** A stretch of the paste between two headings. */
export interface Segment {
  readonly heading: Heading | null;
  readonly text: string;
}

interface Cut {
  readonly heading: Heading;
  readonly start: number;
  readonly end: number;
}

function* linesOf(text: string): Generator<{ line: string; start: number; end: number }> {
  let start = 0;
  while (start < text.length) {
    const stop = text.indexOf('\n', start);
    const end = stop === -1 ? text.length : stop + 1;
    yield { line: text.slice(start, stop === -1 ? end : stop), start, end };
    start = end;
  }
}

function strongCuts(text: string): Cut[] {
  const cuts: Cut[] = [];
  // Both forms hold one of these words, which spares the line loop on a large log.
  if (!text.includes('==> ') && !text.includes('# configuration file ')) return cuts;
  for (const { line, start, end } of linesOf(text)) {
    const heading = strongHeading(line);
    if (heading !== null) cuts.push({ heading, start, end: heading.kept ? start : end });
  }
  return cuts;
}

/** A comment that names a path opens a file only where no block is open. */
function weakCuts(text: string): Cut[] {
  const cuts: Cut[] = [];
  let depth = 0;
  let fenced = false;
  for (const { line, start, end } of linesOf(text)) {
    const heading = weakHeading(line);
    if (heading?.form === 'fence') {
      fenced = !fenced;
      depth = 0;
      const before = cuts.at(-1);
      // A heading directly above its fence names what the fence holds.
      const named =
        fenced &&
        before !== undefined &&
        before.heading.form !== 'fence' &&
        text.slice(before.end, start).trim() === '';
      const from = heading.kept ? start : end;
      if (!named) cuts.push({ heading, start, end: from });
      else cuts[cuts.length - 1] = { heading: before.heading, start: before.start, end: from };
      continue;
    }
    // `find` and `ls` print bare paths: below their prompt these are output.
    const listed = heading?.form === 'prose' && cuts.at(-1)?.heading.kept === true && !/[:*]\s{0,4}$/.test(line);
    if (heading !== null && !listed && (depth <= 0 || heading.form === 'prompt')) {
      const before = cuts.at(-1);
      const nested =
        before !== undefined &&
        before.heading.form === 'fence' &&
        fenced &&
        text.slice(before.end, start).trim() === '';
      if (nested) cuts.pop();
      cuts.push({ heading, start: nested ? before.start : start, end: heading.kept ? start : end });
      depth = 0;
      continue;
    }
    depth = Math.max(0, depth + (line.length > 4096 ? 0 : braceBalance(line)));
  }
  return cuts;
}

/** `nginx -T` and `tail` put one line end of their own behind each file: it is not the file's. */
function withoutSeparator(text: string, all: readonly string[], last: boolean): string {
  const blank = (segment: string): boolean =>
    segment.endsWith('\n\n') || segment.endsWith('\n\r\n') || segment === '\n';
  if (last ? !blank(text) : !all.some(blank)) return text;
  return text.endsWith('\r\n') ? text.slice(0, -2) : text.endsWith('\n') ? text.slice(0, -1) : text;
}

function segmentsAt(text: string, cuts: readonly Cut[]): Segment[] {
  const segments: Segment[] = [];
  const first = cuts[0]?.start ?? text.length;
  if (first > 0) segments.push({ heading: null, text: text.slice(0, first) });
  cuts.forEach((cut, index) => {
    segments.push({ heading: cut.heading, text: text.slice(cut.end, cuts[index + 1]?.start ?? text.length) });
  });
  return segments;
}

/** Cuts a paste at its headings. Strong headings (`nginx -T`, `tail`) rule out weak ones inside what they name. */
export function segmentsOf(text: string): Segment[] {
  const strong = strongCuts(text);
  if (strong.length === 0) return segmentsAt(text, weakCuts(text));
  const raw = segmentsAt(text, strong);
  const middles = raw.slice(0, -1).map((segment) => segment.text);
  return raw.flatMap((segment, index) => {
    if (segment.heading === null) return segmentsAt(segment.text, weakCuts(segment.text));
    return [{ heading: segment.heading, text: withoutSeparator(segment.text, middles, index === raw.length - 1) }];
  });
}

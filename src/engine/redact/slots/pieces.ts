import type { Span } from '../../text/span.ts';

/** People write configurations in lines; beyond this length one is a program's work, or no configuration. */
const LONGEST_LINE = 65_536;
/** `NGX_CONF_BUFFER`, which a word must fit into. The tree of a megabyte of marks would be a million nodes. */
const PIECE = 4096;

/**
 * Cuts a text where trees of the parts say the same as a tree of the whole would, as far as single directives go:
 * nowhere, unless a line is longer than 65,536 characters; such a line behind its `;`, `{` and `}`. Where
 * none of them comes within 4,096 characters of such a line, nothing is configured and nothing read.
 */
export function piecesOf(text: string): Span[] {
  const pieces: Span[] = [];
  let from = 0;
  for (let line = 0; line < text.length;) {
    const feed = text.indexOf('\n', line);
    const end = feed === -1 ? text.length : feed + 1;
    if (end - line > LONGEST_LINE) {
      if (line > from) pieces.push({ start: from, end: line });
      cut(text, line, end, pieces);
      from = end;
    }
    line = end;
  }
  if (from < text.length) pieces.push({ start: from, end: text.length });
  return pieces;
}

function cut(text: string, from: number, end: number, pieces: Span[]): void {
  for (let start = from; start < end;) {
    const full = start + PIECE;
    const statement = full >= end ? end : lastEnd(text, start, full);
    if (statement !== null) pieces.push({ start, end: statement });
    start = statement ?? full;
  }
}

/** Behind the last `;` between two offsets, or where there is none behind the last brace. */
function lastEnd(text: string, start: number, end: number): number | null {
  let brace: number | null = null;
  for (let at = end - 1; at > start; at--) {
    const code = text.charCodeAt(at);
    if (code === SEMICOLON) return at + 1;
    if (code === OPEN_BRACE || code === CLOSE_BRACE) brace ??= at + 1;
  }
  return brace;
}

const SEMICOLON = 59;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

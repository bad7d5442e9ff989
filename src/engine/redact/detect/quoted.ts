/** Longest value that is read under a name. */
const LONGEST = 8192;

export interface Extent {
  readonly start: number;
  readonly end: number;
  /** The opening quote as written: plain, escaped once or twice, HTML-escaped; '' when bare. */
  readonly quote: string;
}

const QUOTES = ['\\\\\\"', '\\"', "\\'", '"', "'", '`', '&quot;', '&#039;', '&#39;', '\\x22', '\\u0022'] as const;

/** The opening quote at an offset, as it was written; '' when there is none. */
export function quoteAt(text: string, at: number): string {
  return QUOTES.find((quote) => text.startsWith(quote, at)) ?? '';
}

/**
 * What stands between the quote at `at` and its end; an unclosed quote ends with the line.
 * A backslash before a plain quote keeps it open.
 */
export function quotedExtent(text: string, at: number, quote: string): Extent {
  const start = at + quote.length;
  const limit = lineEnd(text, start);
  for (let end = text.indexOf(quote, start); end !== -1 && end <= limit; end = text.indexOf(quote, end + 1)) {
    if (quote.length > 1 || !isEscaped(text, end, start)) return { start, end, quote };
  }
  return { start, end: limit, quote };
}

/** Offset of the line's end, at most {@link LONGEST} further on. */
export function lineEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST);
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return limit;
}

function isEscaped(text: string, at: number, from: number): boolean {
  let slashes = 0;
  for (let back = at - 1; back >= from && text.charCodeAt(back) === 92; back--) slashes++;
  return slashes % 2 === 1;
}

/** Longest value that is read under a name. */
const LONGEST = 8192;

export interface Extent {
  readonly start: number;
  readonly end: number;
  /** The opening quote as written: plain, escaped once or twice, HTML-escaped; '' when bare. */
  readonly quote: string;
}

const QUOTES = [
  '"""',
  "'''",
  '\\\\\\"',
  '\\"',
  "\\'",
  '"',
  "'",
  '`',
  '&quot;',
  '&#039;',
  '&#39;',
  '\\x22',
  '\\u0022',
] as const;

/** First characters of the quotes. */
const OPENERS = new Set(QUOTES.map((quote) => quote.charCodeAt(0)));

/** The opening quote at an offset, as it was written; '' when there is none. */
export function quoteAt(text: string, at: number): string {
  if (!OPENERS.has(text.charCodeAt(at))) return '';
  return QUOTES.find((quote) => text.startsWith(quote, at)) ?? '';
}

/**
 * What stands between the quote at `at` and its end; an unclosed quote ends with the line.
 * A backslash before a plain quote keeps it open.
 */
export function quotedExtent(text: string, at: number, quote: string): Extent {
  const start = at + quote.length;
  const window = text.slice(start, start + LONGEST + quote.length);
  for (let end = window.indexOf(quote); end !== -1; end = window.indexOf(quote, end + 1)) {
    if (quote.length === 1 && isEscaped(window, end, 0)) continue;
    const isOnLine = end <= LONGEST && !window.slice(0, end).includes('\n');
    return { start, end: isOnLine ? start + end : lineEnd(text, start), quote };
  }
  return { start, end: lineEnd(text, start), quote };
}

/** Offset of the line's end, at most {@link LONGEST} further on. */
export function lineEnd(text: string, from: number): number {
  const window = text.slice(from, from + LONGEST);
  const feed = window.indexOf('\n');
  if (feed === -1) return from + window.length;
  return from + (window.charCodeAt(feed - 1) === 13 ? feed - 1 : feed);
}

function isEscaped(text: string, at: number, from: number): boolean {
  let slashes = 0;
  for (let back = at - 1; back >= from && text.charCodeAt(back) === 92; back--) slashes++;
  return slashes % 2 === 1;
}

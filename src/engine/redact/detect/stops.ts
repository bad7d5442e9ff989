export const BLANKS = '\t\n\v\f\r ';

/** A table of the ASCII characters that end something. */
export function stopsAt(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const letter of characters) table[letter.charCodeAt(0)] = 1;
  return table;
}

/** Where something that begins at `start` ends: before the first of its stops, at `limit` at the latest. */
export function endBefore(text: string, start: number, limit: number, stops: Uint8Array): number {
  let end = start;
  while (end < limit && stops[text.charCodeAt(end)] !== 1) end++;
  return end;
}

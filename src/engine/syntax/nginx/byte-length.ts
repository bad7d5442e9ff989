/** Bytes that `text[start, end)` takes in UTF-8; an `end` past the text is the text's end. */
export function utf8Length(text: string, start: number, end: number): number {
  const last = Math.min(end, text.length);
  let bytes = 0;
  for (let at = start; at < last; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    // Each half of a surrogate pair is two of its four bytes.
    else bytes += code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  return bytes;
}

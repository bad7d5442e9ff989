/** Undoes percent-encoding where it is valid; what is not valid stays as it is. */
export function percentDecoded(text: string): string {
  if (!text.includes('%') && !text.includes('+')) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0', b: '\b', f: '\f' };

/** Undoes backslash escapes of JSON, PHP and nginx. */
export function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/g,
    (_, unicode?: string, byte?: string, one?: string) =>
      one === undefined ? String.fromCharCode(parseInt(unicode ?? byte ?? '0', 16)) : (ESCAPES[one] ?? one),
  );
}

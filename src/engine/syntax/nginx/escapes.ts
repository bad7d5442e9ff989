const DECODED: Readonly<Record<string, string>> = { '"': '"', "'": "'", '\\': '\\', t: '\t', r: '\r', n: '\n' };

/**
 * Decodes a word as `ngx_conf_read_token` does, quoted or not: `\" \' \\ \t \r \n`; any other backslash stays.
 * @param raw the word without its quotes
 */
export function decodeEscapes(raw: string): string {
  let at = raw.indexOf('\\');
  if (at === -1) return raw;
  let decoded = '';
  let from = 0;
  while (at !== -1) {
    const replacement = DECODED[raw.charAt(at + 1)];
    if (replacement === undefined) {
      at = raw.indexOf('\\', at + 1);
    } else {
      decoded += raw.slice(from, at) + replacement;
      from = at + 2;
      at = raw.indexOf('\\', from);
    }
  }
  return decoded + raw.slice(from);
}

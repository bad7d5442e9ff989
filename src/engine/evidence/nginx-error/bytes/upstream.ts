const COLON = 58;
const SLASH = 47;
const QUOTE = 34;

/**
 * Offset behind an upstream's address: `http://10.0.0.5:8080/`, `fastcgi://unix:/run/php.sock:`, `backend"` with the byte
 * that ends it. What follows is a URI.
 * @param end of the value
 */
export function addressEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  for (let byte = bytes[at]; byte !== undefined && byte >= 97 && byte <= 122; byte = bytes[++at]);
  const hasScheme = bytes[at] === COLON && bytes[at + 1] === SLASH && bytes[at + 2] === SLASH;
  at = hasScheme ? at + 3 : from;
  const isUnix = bytes[at] === 117 && bytes[at + 1] === 110 && bytes[at + 4] === COLON;
  if (isUnix) at += 5;
  const stop = isUnix ? COLON : SLASH;
  while (at < end && bytes[at] !== stop && bytes[at] !== QUOTE) at++;
  return Math.min(at, end) + 1;
}

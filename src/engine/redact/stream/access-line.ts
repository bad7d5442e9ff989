const SPACE = 32;
const QUOTE = 34;
const DASH = 45;
const DOT = 46;
const BRACKET = 91;
/** `[20/Nov/2026:10:00:00 +0000] `, and some room for other formats. */
const LONGEST_DATE = 48;

/** Where the pieces of a line in one of nginx's formats begin. */
export interface AccessHead {
  /** The client as an unsigned 32-bit number; -1 when the line does not begin with an IPv4 address and `- - [date]`. */
  address: number;
  addressEnd: number;
  /** Offset of the first quote. */
  rest: number;
}

/** Reads `1.2.3.4 - - [20/Nov/2026:10:00:00 +0000] ` into `head`; one object is used for all lines. */
export function readAccessHead(bytes: Uint8Array, from: number, to: number, head: AccessHead): void {
  head.address = -1;
  let at = from;
  let address = 0;
  let octet = -1;
  let dots = 0;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 48 && byte <= 57) {
      if (octet === 0) return;
      octet = octet === -1 ? byte - 48 : octet * 10 + byte - 48;
      if (octet > 255) return;
    } else if (byte === DOT && octet !== -1 && dots < 3) {
      address = address * 256 + octet;
      octet = -1;
      dots++;
    } else break;
  }
  if (dots !== 3 || octet === -1 || bytes[at] !== SPACE || bytes[at + 1] !== DASH || bytes[at + 2] !== SPACE) return;
  if (bytes[at + 3] !== DASH || bytes[at + 4] !== SPACE || bytes[at + 5] !== BRACKET) return;
  const end = Math.min(to, at + LONGEST_DATE);
  let quote = at + 6;
  while (quote < end && bytes[quote] !== QUOTE) quote++;
  if (quote >= end) return;
  head.address = address * 256 + octet;
  head.addressEnd = at;
  head.rest = quote;
}

import * as at from './layout.ts';

const BLANK = 32;
const QUOTE = 34;
const COMMA = 44;
const DASH = 45;
const DOT = 46;
const SLASH = 47;
const COLON = 58;
const EQUALS = 61;
const BRACKET = 91;
const BRACE = 123;
const CLIENT = Array.from('client: ', (letter) => letter.charCodeAt(0));
const VALUE = Array.from('value"', (letter) => letter.charCodeAt(0));

/** Who takes the pieces of a line. */
export interface PieceTaker {
  readonly piece: (from: number, to: number) => void;
  /** A client whose address is known as a number. */
  readonly client: (from: number, to: number, address: number) => void;
  readonly knowsNetworks: () => boolean;
}

/** Takes lines of logs to pieces. @returns false when the line is none of those that can be */
export function lineReader(bytes: Uint8Array, { piece, client, knowsNetworks }: PieceTaker) {
  const find = (from: number, to: number, wanted: number): number => {
    let place = from;
    while (place < to && bytes[place] !== wanted) place++;
    return place;
  };

  const isAddressByte = (one: number): boolean => {
    const lower = one | 32;
    return (one >= 48 && one <= 58) || one === DOT || (lower >= 97 && lower <= 102);
  };

  /** The IPv4 address that `[start, end)` is; -1 when it is none. */
  const ipv4In = (start: number, end: number): number => {
    let address = 0;
    let octet = 0;
    let digits = 0;
    let dots = 0;
    for (let place = start; place < end; place++) {
      const one = bytes[place] ?? 0;
      if (one === DOT && digits > 0 && dots < 3) {
        address = (address << 8) | octet;
        octet = digits = 0;
        dots++;
        continue;
      }
      if (one < 48 || one > 57 || (digits > 0 && octet === 0)) return -1;
      octet = octet * 10 + one - 48;
      digits++;
      if (octet > 255) return -1;
    }
    return dots === 3 && digits > 0 ? ((address << 8) | octet) >>> 0 : -1;
  };

  /** A client's address, whatever its kind. */
  const clientIn = (start: number, end: number): void => {
    const address = knowsNetworks() ? ipv4In(start, end) : -1;
    if (address === -1) piece(start, end);
    else client(start, end, address);
  };

  /** Reads `1.2.3.4 - - [20/Nov/2026:10:00:00 +0000] `. @returns where the first quote stands; -1 when the line is none of these */
  const head = (start: number, end: number): number => {
    const limit = Math.min(end, start + at.LONGEST_ADDRESS);
    let blank = start;
    while (blank < limit && isAddressByte(bytes[blank] ?? 0)) blank++;
    const isHead = bytes[blank] === BLANK && bytes[blank + 1] === DASH && bytes[blank + 2] === BLANK;
    if (blank - start < 3 || blank + 7 > end || !isHead) return -1;
    const user = blank + 3;
    const behind = find(user, Math.min(end, user + at.LONGEST_USER), BLANK);
    if (behind + 2 > end || bytes[behind] !== BLANK || bytes[behind + 1] !== BRACKET) return -1;
    const dateEnd = Math.min(end, behind + at.LONGEST_DATE);
    const quote = find(behind, dateEnd, QUOTE);
    if (quote === dateEnd) return -1;
    if (behind !== user + 1 || bytes[user] !== DASH) piece(start, behind + 2);
    else clientIn(start, blank);
    return quote;
  };

  /** Whether what stands between two quotes says nothing of what comes in the second pair: `rt=0.1 urt="` does. */
  const standsAlone = (quote: number): boolean =>
    bytes[quote - 1] === BLANK && bytes[quote - 2] !== EQUALS && bytes[quote - 2] !== COLON;

  /** A line that begins with a client: pieces are what stands in quotes and between them. */
  const accessLine = (start: number, end: number): boolean => {
    let quote = head(start, end);
    if (quote === -1) return false;
    let from = quote + 1;
    quote = find(from, end, QUOTE);
    piece(from, quote);
    while (quote < end) {
      from = quote + 1;
      quote = find(from, end, QUOTE);
      if (quote < end && !standsAlone(quote)) quote = find(quote + 1, end, QUOTE);
      else if (quote < end) {
        piece(from, quote);
        from = quote + 1;
        quote = find(from, end, QUOTE);
      }
      piece(from, quote);
    }
    return true;
  };

  const isNameByte = (one: number): boolean => {
    const lower = one | 32;
    return (lower >= 97 && lower <= 122) || (one >= 48 && one <= 57) || one === 95 || one === DASH || one === DOT;
  };

  /** Behind `from` a name ends with `":`. */
  const isKey = (from: number, end: number): boolean => {
    const limit = Math.min(end - 1, from + at.LONGEST_KEY);
    let place = from;
    while (place < limit && isNameByte(bytes[place] ?? 0)) place++;
    return place > from && place < limit && bytes[place] === QUOTE && bytes[place + 1] === COLON;
  };

  /** `"value":` belongs to the name before it. */
  const isValue = (from: number): boolean =>
    VALUE.every((letter, k) => ((bytes[from + k] ?? 0) | 32) === (letter | 32));

  /** One object of JSON: pieces are its keys with their values. */
  const jsonLine = (start: number, end: number): boolean => {
    if (bytes[start] !== BRACE || bytes[start + 1] !== QUOTE || !isKey(start + 2, end)) return false;
    let from = start + 1;
    for (let comma = find(from, end, COMMA); comma < end; comma = find(comma + 1, end, COMMA)) {
      if (bytes[comma + 1] !== QUOTE || !isKey(comma + 2, end) || isValue(comma + 2)) continue;
      piece(from, comma);
      from = comma + 1;
    }
    piece(from, end);
    return true;
  };

  /** The place of a comma behind which a field of nginx's error log begins: a word, a colon and a blank; `end` when there is none. */
  const fieldBefore = (from: number, end: number): number => {
    for (let comma = find(from, end, COMMA); comma < end; comma = find(comma + 1, end, COMMA)) {
      if (bytes[comma + 1] !== BLANK) continue;
      const limit = Math.min(end - 1, comma + 2 + at.LONGEST_KEY);
      let place = comma + 2;
      while (place < limit && (bytes[place] ?? 0) >= 97 && (bytes[place] ?? 0) <= 122) place++;
      if (place > comma + 2 && place < limit && bytes[place] === COLON && bytes[place + 1] === BLANK) return comma;
    }
    return end;
  };

  const isClient = (field: number, end: number): boolean =>
    field + 10 < end && CLIENT.every((letter, k) => bytes[field + 2 + k] === letter);

  /** `2026/11/20 06:00:00 [error] 8#8: *1 message, client: 1.2.3.4, server: x`: pieces are the message and the fields. */
  const errorLine = (start: number, end: number): boolean => {
    if (end - start < 32 || bytes[start + 4] !== SLASH || bytes[start + 7] !== SLASH || bytes[start + 10] !== BLANK)
      return false;
    if (bytes[start + 13] !== COLON || bytes[start + 16] !== COLON || bytes[start + 19] !== BLANK) return false;
    if (bytes[start + 20] !== BRACKET) return false;
    let field = fieldBefore(start + 20, end);
    while (field < end && !isClient(field, end)) field = fieldBefore(field + 1, end);
    if (field === end) return false;
    piece(start + 20, field);
    let next = fieldBefore(field + 1, end);
    clientIn(field + 10, next);
    while (next < end) {
      field = next + 2;
      next = fieldBefore(field, end);
      piece(field, next);
    }
    return true;
  };

  return (start: number, end: number): boolean =>
    accessLine(start, end) || jsonLine(start, end) || errorLine(start, end);
}

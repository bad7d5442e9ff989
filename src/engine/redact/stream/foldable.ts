const DIGITS = /[0-9]/;
/** Percent codes, escapes and entities hold digits that mean letters; a plus begins a telephone number. */
const MEANT_BY_DIGITS = /[%\\+]|&#|[^\x20-\x7e]/;
/** A clock with its zone says nothing. */
const CLOCK =
  /(?<![0-9A-Fa-f:])[0-9]{2}:[0-9]{2}:[0-9]{2}(?![0-9A-Fa-f:])(?:[.,][0-9]{1,9})?(?:[+-][0-9]{2}:?[0-9]{2})?/g;
/** Addresses, hardware addresses and ports are told by their numbers; a colon behind a quote, or before a blank or a path, says nothing. */
const COLON = /(?<!"):(?![ /"]|$)/;
const DOTTED = /[0-9]\.[0-9]{1,20}\.[0-9]/;
/** As many digits as a card has, with whatever may stand between them. */
const LONG_NUMBER = /[0-9](?:[ .-]?[0-9]){12}/;
const WORD = /[A-Za-z0-9]{2,512}/g;
/** `page17`, `10px`: nobody's token. */
const NUMBERED = /^(?:[0-9]{1,10}|[A-Za-z]{1,512}|[A-Za-z]{1,12}[0-9]{1,6}|[0-9]{1,6}[A-Za-z]{1,3})$/;

/** The piece with all digits made equal. */
export function withoutDigits(piece: string): string {
  return piece.replace(/[0-9]/g, '0');
}

export function hasDigits(piece: string): boolean {
  return DIGITS.test(piece);
}

/**
 * Whether what must go from a piece of a log line can be told without reading its digits: no address, number of a card or
 * telephone, escape, or word that might be a token stands in it. Two such pieces that differ in digits alone are alike.
 */
export function isFoldable(piece: string): boolean {
  const rest = piece.replace(CLOCK, ' ');
  if (MEANT_BY_DIGITS.test(rest) || COLON.test(rest) || DOTTED.test(rest) || LONG_NUMBER.test(rest)) return false;
  return (rest.match(WORD) ?? []).every((word) => NUMBERED.test(word));
}

/** The same piece with other digits, numbers as long as they were. `turn` makes different ones. */
export function otherDigits(piece: string, turn: number): string {
  let state = piece.length * 31 + turn * 7919;
  return piece.replace(/[0-9]/g, (digit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return String((Number(digit) + 1 + ((state >>> 16) % 9)) % 10);
  });
}

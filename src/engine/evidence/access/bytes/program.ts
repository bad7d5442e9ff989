import type { LogFormat } from '../../../syntax/lines/log-format.ts';
import * as at from './layout.ts';

const ROLES: Readonly<Record<string, number>> = {
  remote_addr: at.CLIENT,
  time_local: at.TIME_LOCAL,
  time_iso8601: at.TIME_ISO,
  msec: at.MSEC,
  request: at.REQUEST,
  status: at.STATUS,
  body_bytes_sent: at.BODY_BYTES,
  request_time: at.REQUEST_TIME,
  upstream_response_time: at.UPSTREAM_TIME,
  request_length: at.REQUEST_LENGTH,
  request_method: at.METHOD,
  request_uri: at.URI,
  upstream_status: at.UPSTREAM_STATUS,
};

/** Fewer variables of no interest than this between two of interest are read over; more are jumped, from the line's end. */
const WORTH_A_JUMP = 2;
const BLANK = ' ';
/** Stands for the size of the suffix: the steps forward must end where the line does. */
const READ_TO_THE_END = -1;

/** Where the longest run of variables that nobody counts begins and ends. */
function jumpOf(format: LogFormat): readonly [number, number] {
  const count = format.variables.length;
  let best: readonly [number, number] = [count, count];
  let from = 0;
  for (let index = 0; index <= count; index++) {
    const role = ROLES[format.variables[index] ?? ''] ?? at.SKIP;
    if (index < count && role === at.SKIP) continue;
    const toEnd = index === count && index > from;
    if (index - from > best[1] - best[0] && (toEnd || index - from >= WORTH_A_JUMP) && canJump(format, from, index))
      best = [from, index];
    from = index + 1;
  }
  return best;
}

/** From behind, a blank does not say where a list of tries begins; and two variables without anything between cannot be told apart. */
function canJump({ literals, variables }: LogFormat, from: number, to: number): boolean {
  if ((literals[from] ?? '') === '') return false;
  for (let index = to; index < variables.length; index++) {
    const literal = literals[index] ?? '';
    if (literal === '' || (literal === BLANK && variables[index]?.startsWith('upstream_'))) return false;
  }
  return true;
}

/**
 * Writes a format into the scanner's memory: steps forward up to the longest stretch without interest, then steps from
 * the line's end backward.
 * @returns false when the format cannot be scanned: no status in it, too long, or variables side by side
 */
export function writeProgram(memory: ArrayBuffer, format: LogFormat): boolean {
  const { literals, variables } = format;
  const words = new Int32Array(memory);
  const bytes = new Uint8Array(memory);
  const [jump, land] = jumpOf(format);
  const sideBySide = literals.slice(1, -1).some((literal) => literal === '');
  const size = new TextEncoder().encode(literals.join('')).length;
  if (size > at.LITERAL_BYTES || !variables.includes('status') || variables.length > at.MOST_STEPS || sideBySide)
    return false;
  let free = at.LITERALS;
  const put = (literal: string): readonly [number, number] => {
    const encoded = new TextEncoder().encode(literal);
    bytes.set(encoded, free);
    free += encoded.length;
    return [free - encoded.length, encoded.length];
  };
  let word = at.PROGRAM >> 2;
  const step = (index: number, literal: string): void => {
    const [place, size] = put(literal);
    const name = variables[index] ?? '';
    words[word++] = index >= jump && index < land ? at.SKIP : (ROLES[name] ?? at.SKIP);
    words[word++] = place;
    words[word++] = size;
    words[word++] = name.startsWith('upstream_') ? 1 : 0;
  };
  for (let index = 0; index < jump; index++) step(index, literals[index + 1] ?? '');
  for (let index = variables.length - 1; index >= land; index--) step(index, literals[index] ?? '');
  const [prefix, prefixSize] = put(literals[0] ?? '');
  const [suffix, suffixSize] = put(land < variables.length ? (literals.at(-1) ?? '') : '');
  words[at.HEAD_STEPS >> 2] = jump;
  words[at.TAIL_STEPS >> 2] = variables.length - land;
  words[at.PREFIX_AT >> 2] = prefix;
  words[at.PREFIX_SIZE >> 2] = prefixSize;
  words[at.SUFFIX_AT >> 2] = suffix;
  words[at.SUFFIX_SIZE >> 2] = jump === variables.length ? READ_TO_THE_END : suffixSize;
  words[at.KNOWS_RECEIVED >> 2] = variables.includes('upstream_bytes_received') ? 1 : 0;
  return true;
}

/** A program under which every line is left to be read closely. */
export function writeUnreadable(memory: ArrayBuffer): void {
  const words = new Int32Array(memory);
  words[at.HEAD_STEPS >> 2] = 0;
  words[at.TAIL_STEPS >> 2] = 0;
  words[at.PREFIX_SIZE >> 2] = 0;
  words[at.SUFFIX_SIZE >> 2] = READ_TO_THE_END;
}

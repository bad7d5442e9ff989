import { nginxStamp } from '../../../syntax/lines/time.ts';
import type { EpochSeconds } from '../../../text/units.ts';

/** `2024/01/15 03:47:22 ` */
const STAMP = 20;
/** What may be read behind a line's beginning. */
export const HEAD_BYTES = 32;
const BLANK = 32;
const ZERO = 48;
const COLON = 58;

interface Level {
  readonly first: number;
  readonly second: number;
  /** Which bytes of the second word belong to it. */
  readonly mask: number;
  readonly size: number;
}

function levelOf(name: string): Level {
  const text = `[${name}] `;
  const view = new DataView(new TextEncoder().encode(text.padEnd(16)).buffer);
  const mask = text.length === 7 ? 0xff_ffff : -1;
  return { first: view.getInt32(0, true), second: view.getInt32(4, true) & mask, mask, size: text.length };
}

/** Longer than the words compared only by a blank, which is looked at. */
const LEVELS = ['error', 'warn', 'crit', 'info', 'notice', 'alert', 'emerg', 'debug'].map(levelOf);

/** Reads `2024/01/15 03:47:22 [error] ` from bytes; a stamp that is the last line's again costs five comparisons. */
export class LineHead {
  /** Of the last head read: local time taken as UTC. */
  at: EpochSeconds = 0;
  /** The time before it, where it has another. */
  before: EpochSeconds = 0;
  /** Counts up with every change of the time: cheaper to pass on than an instant. */
  turn = 0;
  /** Index of its level. */
  level = 0;
  /** Where the words behind the level begin. */
  body = 0;
  readonly #stamp = new Int32Array(STAMP / 4);
  /** Of the last stamp: its minute's beginning. */
  #minute: EpochSeconds = 0;

  /** True when a record of nginx begins at `start`; false also where too few bytes are at hand to say. */
  read(bytes: Uint8Array, view: DataView, start: number): boolean {
    if (start + HEAD_BYTES > bytes.length) return false;
    const stamp = this.#stamp;
    const isMinute =
      view.getInt32(start + 12, true) === stamp[3] &&
      view.getInt32(start + 8, true) === stamp[2] &&
      view.getInt32(start + 4, true) === stamp[1] &&
      view.getInt32(start, true) === stamp[0];
    const isStamp = isMinute
      ? view.getInt32(start + 16, true) === stamp[4] || this.#readSeconds(bytes, view, start)
      : this.#readStamp(bytes, view, start);
    return isStamp && this.#readLevel(bytes, view, start + STAMP);
  }

  /** Another second of the last line's minute. */
  #readSeconds(bytes: Uint8Array, view: DataView, start: number): boolean {
    const tens = (bytes[start + 17] ?? 0) - ZERO;
    const ones = (bytes[start + 18] ?? 0) - ZERO;
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9) return false;
    if (bytes[start + 16] !== COLON || bytes[start + STAMP - 1] !== BLANK) return false;
    this.#turnTo(this.#minute + tens * 10 + ones);
    this.#stamp[4] = view.getInt32(start + 16, true);
    return true;
  }

  #turnTo(at: EpochSeconds): void {
    this.before = this.at;
    this.at = at;
    this.turn++;
  }

  #readStamp(bytes: Uint8Array, view: DataView, start: number): boolean {
    if (bytes[start + 4] !== 47 || bytes[start + STAMP - 1] !== BLANK) return false;
    const stamp = nginxStamp(String.fromCharCode(...bytes.subarray(start, start + STAMP)), 0);
    if (stamp === null) return false;
    this.#turnTo(stamp.at);
    this.#minute = stamp.at - ((bytes[start + 17] ?? 0) - ZERO) * 10 - ((bytes[start + 18] ?? 0) - ZERO);
    for (let word = 0; word < STAMP / 4; word++) this.#stamp[word] = view.getInt32(start + word * 4, true);
    return true;
  }

  #readLevel(bytes: Uint8Array, view: DataView, start: number): boolean {
    const first = view.getInt32(start, true);
    for (let index = 0; index < LEVELS.length; index++) {
      const level = LEVELS[index];
      if (level === undefined || level.first !== first) continue;
      if ((view.getInt32(start + 4, true) & level.mask) !== level.second) return false;
      if (bytes[start + level.size - 1] !== BLANK) return false;
      this.level = index;
      this.body = start + level.size;
      return true;
    }
    return false;
  }
}

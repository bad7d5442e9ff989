import type { Detector, Find, Scene } from '../find.ts';
import { strengthOf } from '../secret-name.ts';
import { isSecret } from '../secret-value.ts';
import { percentDecoded } from './decode.ts';
import { behindPercent } from './left-edge.ts';

/** Parameters of a query inside another one: `?return=%2Fx%3Ftoken%3Dabc%26page%3D2`, once or twice encoded, or JSON-escaped. */
export const encodedQueries: Detector = { name: 'encoded-queries', find: findEncoded };

interface Level {
  /** The equals sign as it is written at this level. */
  readonly equals: readonly string[];
  /** What ends a value at this level. */
  readonly stops: RegExp;
  readonly times: number;
}

const LEVELS: readonly Level[] = [
  { equals: ['%3D', '%3d'], stops: /%(?:26|3F|23|20|22|2C|3B|2526)|[^A-Za-z0-9_.~+!*()%-]/i, times: 1 },
  { equals: ['%253D', '%253d'], stops: /%25(?:26|3F|23|20|22|2C|3B)|%26|[^A-Za-z0-9_.~+!*()%-]/i, times: 2 },
  { equals: ['\\u003d', '\\u003D'], stops: /[\s"'&\\]/, times: 1 },
];
const LONGEST = 2048;
const LONGEST_NAME = 64;

function findEncoded({ text }: Scene, found: Find[]): void {
  for (const level of LEVELS) {
    for (const equals of level.equals) {
      for (let at = text.indexOf(equals); at !== -1; at = text.indexOf(equals, at + equals.length)) {
        readPair(text, at, at + equals.length, level, found);
      }
    }
  }
}

function readPair(text: string, nameEnd: number, start: number, level: Level, found: Find[]): void {
  const strength = strengthOf(nameBefore(text, nameEnd));
  if (strength === 'none') return;
  const rest = text.slice(start, start + LONGEST);
  const stop = level.stops.exec(rest)?.index ?? rest.length;
  let value = rest.slice(0, stop);
  const end = start + value.length;
  for (let time = 0; time < level.times; time++) value = percentDecoded(value);
  if (isSecret(value, strength)) found.push({ start, end, class: 'parameter', value });
}

/** Walks back over a name; an encoded bracket belongs to it, an encoded `?` or `&` ends it. */
function nameBefore(text: string, end: number): string {
  let start = end;
  const floor = Math.max(0, end - LONGEST_NAME);
  while (start > floor) {
    if (/%5[BbDd]/.test(text.slice(start - 3, start))) start -= 3;
    else if (
      /[A-Za-z0-9_.-]/.test(text.charAt(start - 1)) &&
      !/^%[0-9A-F]{2}/i.test(text.slice(start - 2, start + 1)) &&
      !/^%[0-9A-F]{2}/i.test(text.slice(start - 3, start))
    )
      start--;
    else break;
  }
  return text.slice(behindPercent(text, start), end);
}

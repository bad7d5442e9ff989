import type { Detector, Find, Scene } from '../find.ts';
import { isExempt } from '../secret-value.ts';
import { partsOf, type Part } from './call-parts.ts';
import { unescaped } from './decode.ts';
import { guessed, guessOf, type Guess } from './guessed-calls.ts';
import { isMade } from './made-words.ts';
import { isRandomSegment } from './path-tokens.ts';
import { isUser } from './user-names.ts';
import { isNamedHost } from './hosts.ts';

const LONGEST_NAME = 60;
const MOST_ARGUMENTS = 8;
/** Quotes inside an argument: so many calls in a row must not be read to the end of the line each. */
const MOST_QUOTES = 12;

/** Class 12: arguments of calls in stack traces and code. Reads outward from each opening parenthesis. */
export const calls: Detector = { name: 'calls', find: findCalls };

function findCalls({ text }: Scene, found: Find[]): void {
  for (let at = text.indexOf('('); at !== -1; at = text.indexOf('(', at + 1)) {
    const next = text.charAt(at + 1);
    if (next === ')' || next === '') continue;
    const meaning = meaningOf(nameBefore(text, at));
    const parts = typeof meaning === 'string' ? guessed(meaning, text, at + 1) : meaning;
    if (parts !== null) readArguments(text, at + 1, parts, found);
  }
}

/** Letters, digits and `_>:.\-`. */
function isNameCode(code: number): boolean {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 58)) return true;
  return code === 95 || code === 62 || code === 46 || code === 92 || code === 45;
}

function nameBefore(text: string, at: number): string {
  let start = at;
  const floor = Math.max(0, at - LONGEST_NAME);
  while (start > floor && isNameCode(text.charCodeAt(start - 1))) start--;
  const word = text.slice(start, at).toLowerCase();
  if (text.charCodeAt(start - 1) !== BLANK) return word;
  return text.slice(Math.max(0, start - 4), start).toLowerCase() === 'new ' ? `new ${word}` : word;
}

const MEMORY = 4096;
const known = new Map<string, readonly Part[] | Guess | null>();

/** The same functions are called again and again. */
function meaningOf(name: string): readonly Part[] | Guess | null {
  if (name.length < 4) return null;
  const before = known.get(name);
  if (before !== undefined) return before;
  const meaning = partsOf(name) ?? guessOf(name);
  if (known.size >= MEMORY) known.clear();
  known.set(name, meaning);
  return meaning;
}

function readArguments(text: string, from: number, parts: readonly Part[], found: Find[]): void {
  let at = from;
  // An authenticator is given the connection first.
  const wanted = parts[0] === 'user' && text.startsWith('Object(', from) ? (['', ...parts] as const) : parts;
  for (let index = 0; index < Math.min(wanted.length, MOST_ARGUMENTS); index++) {
    while ((isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === LINE_FEED) && at - from < 4096) at++;
    const argument = readArgument(text, at);
    if (argument === null) return;
    if (argument.quoted) addArgument(text, argument.start, argument.end, wanted[index] ?? '', found);
    at = argument.next;
    if (text.charAt(at) !== ',') return;
    at++;
  }
}

interface Argument {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly quoted: boolean;
}

/** One argument: quoted (perhaps with an escaped quote outside, in JSON), or bare up to the comma. */
function readArgument(text: string, at: number): Argument | null {
  const escaped = text.startsWith("\\'", at) || text.startsWith('\\"', at) ? 1 : 0;
  const quote = text.charAt(at + escaped);
  if (quote === "'" || quote === '"') {
    const start = at + escaped + 1;
    const end = closing(text, start, escaped ? `\\${quote}` : quote);
    return end === -1 ? null : { start, end, next: end + 1 + escaped, quoted: true };
  }
  let end = at;
  while (end < text.length && end - at < 200 && !/[,)\n]/.test(text.charAt(end)))
    end += text.charAt(end) === '(' ? skip(text, end) : 1;
  return { start: at, end, next: end, quoted: false };
}

/** Over a nested `(…)`, for `Object(Closure)`. */
function skip(text: string, at: number): number {
  const close = text.slice(at, at + 120).indexOf(')');
  return close === -1 ? 1 : close + 1;
}

/**
 * The quote that ends an argument. PHP prints arguments of a trace without escaping, so a quote inside is possible:
 * the end is a quote before a comma, a parenthesis or the end of the line.
 */
function closing(text: string, start: number, quote: string): number {
  const part = text.slice(start, start + 4096);
  let from = 0;
  let end = part.indexOf(quote);
  for (let inside = 0; end !== -1 && inside < MOST_QUOTES; inside++, end = part.indexOf(quote, from)) {
    if (part.slice(from, end).includes('\n')) return -1;
    if (endsArgument(part, end + quote.length)) return start + end;
    from = end + 1;
  }
  return -1;
}

/** Three dots where PHP cut the argument, up to two blanks, then a comma, a bracket or the end of the line. */
function endsArgument(text: string, from: number): boolean {
  let at = text.startsWith('...', from) ? from + 3 : from;
  if (at === text.length || text.charCodeAt(at) === LINE_FEED) return at === from;
  for (let blanks = 0; blanks < 2 && isBlank(text.charCodeAt(at)); blanks++) at++;
  const code = text.charCodeAt(at);
  return code === COMMA || code === PARENTHESIS || code === BRACKET;
}

const LINE_FEED = 10;
const BLANK = 32;
const PARENTHESIS = 41;
const COMMA = 44;
const BRACKET = 93;
const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13 || code === 160;

/** Twenty-four hexadecimal digits and more are a key, fewer may be an id. */
const LONG_HEX = /^[0-9a-f]{24,128}$/;

function isSecretPart(part: Part, value: string): boolean {
  if (part === 'secret') return !isExempt(value, 'strong');
  if (part === 'made') return value.length >= 6 && !value.includes(' ') && !isExempt(value, 'mild') && isMade(value);
  return part === 'random' && (LONG_HEX.test(value) || isRandomSegment(value));
}

function addArgument(text: string, start: number, end: number, part: Part, found: Find[]): void {
  const raw = text.slice(start, end);
  const stop = raw.endsWith('...') ? end - 3 : end;
  const value = text.slice(start, stop);
  if (isSecretPart(part, value))
    found.push({ start, end: stop, class: 'trace-argument', type: 'argument', value: unescaped(value) });
  if (part === 'user' && isUser(value)) found.push({ start, end: stop, class: 'user', value });
  if (part === 'host' && isNamedHost(value))
    found.push({ start, end: stop, class: 'host', value: value.toLowerCase() });
}

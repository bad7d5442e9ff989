import { PHP_CONSTANTS } from '../../knowledge/php/constants.ts';
import { IniScanner } from './scan.ts';
import type { IniToken } from './scan.ts';

/** What a name stands for while a value is read; undefined leaves it as written. */
export interface IniLookups {
  readonly constant: (name: string) => string | undefined;
  /** `fallback` is the raw text behind `:-` (PHP 8.3), null when there is none. */
  readonly variable: (name: string, fallback: string | null) => string | undefined;
}

export const BUILT_IN_LOOKUPS: IniLookups = {
  constant: (name) => PHP_CONSTANTS[name],
  variable: () => undefined,
};

/** An operand: text, and whether all names in it were known. */
interface Operand {
  readonly text: string;
  readonly known: boolean;
}

/** One level of parentheses: the operand so far, the operator that waits, the `~` and `!` before the next operand. */
interface Level {
  left: Operand | null;
  operator: string;
  prefixes: string[];
}

export interface ReadValue {
  /** null when a name inside a bit operation is unknown. */
  readonly value: string | null;
  /** End of the last token that belongs to the value. */
  readonly end: number;
  /** The first token behind the value. */
  readonly next: IniToken;
}

/** A token that the grammar (Zend/zend_ini_parser.y) does not allow here. */
export interface UnexpectedToken {
  readonly unexpected: IniToken;
  readonly expecting: string;
}

const PART_KINDS = new Set(['constant', 'number', 'string', 'raw', 'blank', 'quote', 'variable-start']);

/** Reads `string_or_value` behind `=`: a keyword, nothing, or an expression of strings, variables and bit operations. */
export function readExpression(scanner: IniScanner, lookups: IniLookups): ReadValue | UnexpectedToken {
  let token = scanner.next();
  const start = token.start;
  if (token.kind === 'end-of-line') return { value: '', end: start, next: token };
  if (token.kind === 'true' || token.kind === 'false' || token.kind === 'null') {
    const next = scanner.next();
    return endsValue(next) ? { value: token.text, end: token.end, next } : { unexpected: next, expecting: '' };
  }
  const levels: Level[] = [{ left: null, operator: '', prefixes: [] }];
  for (let end = start; ;) {
    const level = levels.at(-1);
    if (level === undefined) return { unexpected: token, expecting: '' };
    const wantsOperand = level.left === null || level.operator !== '';
    if (wantsOperand && PART_KINDS.has(token.kind)) {
      const read = readParts(scanner, token, lookups);
      if ('unexpected' in read) return read;
      take(level, read);
      end = read.end;
      token = read.next;
    } else if (wantsOperand && token.kind === 'operator' && '~!('.includes(token.text)) {
      if (token.text === '(') levels.push({ left: null, operator: '', prefixes: [] });
      else level.prefixes.push(token.text);
      end = token.end;
      token = scanner.next();
    } else if (!wantsOperand && token.kind === 'operator' && '|&^'.includes(token.text)) {
      level.operator = token.text;
      end = token.end;
      token = scanner.next();
    } else if (level.left && !wantsOperand && token.kind === 'operator' && token.text === ')' && levels.length > 1) {
      levels.pop();
      const outer = levels.at(-1);
      if (outer) take(outer, level.left);
      end = token.end;
      token = scanner.next();
    } else if (level.left && !wantsOperand && levels.length === 1 && endsValue(token)) {
      return { value: level.left.known ? level.left.text : null, end, next: token };
    } else {
      return { unexpected: token, expecting: !wantsOperand && levels.length > 1 ? "'^' or '|' or '&' or ')'" : '' };
    }
  }
}

function endsValue(token: IniToken): boolean {
  return token.kind === 'end-of-line' || token.kind === 'end';
}

function take(level: Level, operand: Operand): void {
  let value = operand;
  for (const prefix of level.prefixes.reverse()) {
    value = operate(value, (bits) => (prefix === '~' ? ~bits : bits === 0 ? 1 : 0));
  }
  level.prefixes = [];
  const { left, operator } = level;
  if (left) {
    const known = left.known && value.known;
    const bits = BINARY[operator]?.(toInt32(left.text), toInt32(value.text)) ?? 0;
    value = { text: String(bits), known };
  }
  level.left = value;
  level.operator = '';
}

const BINARY: Readonly<Record<string, (a: number, b: number) => number>> = {
  '|': (a, b) => a | b,
  '&': (a, b) => a & b,
  '^': (a, b) => a ^ b,
};

function operate(operand: Operand, change: (bits: number) => number): Operand {
  return { text: String(change(toInt32(operand.text))), known: operand.known };
}

/** C's atoi: leading digits, the rest ignored, wrapped to 32 bits. */
export function toInt32(text: string): number {
  const digits = /^[ \t\n\v\f\r]{0,64}([+-]?[0-9]+)/.exec(text)?.[1];
  if (digits === undefined) return 0;
  const big = BigInt(digits.startsWith('+') ? digits.slice(1, 40) : digits.slice(0, 40));
  const clamped = big > INT64_MAX ? INT64_MAX : big < INT64_MIN ? INT64_MIN : big;
  return Number(BigInt.asIntN(32, clamped));
}

const INT64_MAX = 9223372036854775807n;
const INT64_MIN = -9223372036854775808n;

type Parts = Operand & { readonly end: number; readonly next: IniToken };

/** A `var_string_list`: strings, quotes and variables side by side make one string. */
export function readParts(scanner: IniScanner, first: IniToken, lookups: IniLookups): Parts | UnexpectedToken {
  const out: string[] = [];
  let known = true;
  let inQuotes = false;
  let token = first;
  let end = first.start;
  for (; ; token = scanner.next()) {
    if (token.kind === 'variable-start') {
      const name = scanner.next();
      if (name.kind !== 'variable-name') return { unexpected: name, expecting: 'TC_VARNAME' };
      const close = scanner.next();
      if (close.kind !== 'variable-end') return { unexpected: close, expecting: "'}'" };
      const value = variableValue(name.text, lookups);
      known &&= value !== undefined;
      out.push(value ?? '${' + name.text + '}');
      token = close;
    } else if (token.kind === 'quote') {
      inQuotes = !inQuotes;
    } else if (token.kind === 'quoted') {
      out.push(token.text);
    } else if (inQuotes) {
      return { unexpected: token, expecting: `TC_DOLLAR_CURLY or TC_QUOTED_STRING or '"'` };
    } else if (token.kind === 'constant') {
      out.push(lookups.constant(token.text) ?? token.text);
    } else if (PART_KINDS.has(token.kind)) {
      out.push(token.text);
    } else {
      return { text: out.join(''), known, end, next: token };
    }
    end = token.end;
  }
}

function variableValue(name: string, lookups: IniLookups): string | undefined {
  const at = name.indexOf(':-');
  return at === -1 ? lookups.variable(name, null) : lookups.variable(name.slice(0, at), name.slice(at + 2));
}

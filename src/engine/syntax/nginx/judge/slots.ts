import type { NginxDirectiveFact } from '../../../knowledge/nginx/directives.ts';
import { parseCount, parseOffset, parseSize, parseTime } from '../quantity.ts';

/**
 * What one of nginx's generic setters (`ngx_conf_file.c`: `ngx_conf_set_*_slot`) says to the arguments.
 * @returns null when it takes them or the type has a setter of its own; else nginx's message
 */
export function slotProblem(fact: NginxDirectiveFact, args: readonly string[]): string | null {
  const [first = '', second = ''] = args;
  switch (fact.type) {
    case 'flag':
      return isFlag(first) ? null : `invalid value "${first}" in "${fact.name}" directive, it must be "on" or "off"`;
    case 'size':
      return parseSize(first) === null ? invalidValue(fact) : null;
    case 'offset':
      return parseOffset(first) === null ? invalidValue(fact) : null;
    case 'msec':
      return parseTime(first, 'ms') === null ? invalidValue(fact) : null;
    case 'sec':
      return parseTime(first, 's') === null ? invalidValue(fact) : null;
    case 'int':
      return integerProblem(fact, first);
    case 'buffers':
      return (parseCount(first) ?? 0) === 0 || (parseSize(second) ?? 0) === 0 ? invalidValue(fact) : null;
    case 'enum':
      return oneOf(fact.values, first) ? null : `invalid value "${first}"`;
    case 'bits': {
      const wrong = args.find((word) => !oneOf(fact.values, word));
      return wrong === undefined ? null : `invalid value "${wrong}"`;
    }
    default:
      return null;
  }
}

export function isFlag(text: string): boolean {
  const lower = text.toLowerCase();
  return lower === 'on' || lower === 'off';
}

function invalidValue(fact: NginxDirectiveFact): string {
  return `"${fact.name}" directive invalid value`;
}

function integerProblem(fact: NginxDirectiveFact, text: string): string | null {
  const value = parseCount(text);
  if (value === null) return `"${fact.name}" directive invalid number`;
  const [low, high] = fact.values.map(Number);
  if (low === undefined || high === undefined || (value >= low && value <= high)) return null;
  return `"${fact.name}" directive value must be between ${low} and ${high}`;
}

function oneOf(words: readonly string[], text: string): boolean {
  const lower = text.toLowerCase();
  return words.some((word) => word.toLowerCase() === lower);
}

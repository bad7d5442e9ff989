import type { Call, Judgement } from '../judgement.ts';
import { parseSize } from '../../quantity.ts';

/** Judges the arguments of one directive as its setter in nginx does, and notes the names it defines and uses. */
export type Setter = (call: Call, judgement: Judgement) => void;

export type SetterTable = Readonly<Record<string, Setter>>;

/** What follows `name=` in a parameter, or null when it is another parameter. */
export function after(parameter: string, prefix: string): string | null {
  return parameter.startsWith(prefix) ? parameter.slice(prefix.length) : null;
}

/** Every argument may hold variables. */
export const allValues: Setter = (call, judgement) => {
  for (let word = 1; word <= call.args.length; word++) if (!judgement.value(call, word)) return;
};

/** Only the words of a list are accepted, in any number. */
export function oneOf(...words: string[]): Setter {
  return (call, judgement) => {
    const wrong = call.args.findIndex((argument) => !words.includes(argument));
    if (wrong !== -1) judgement.object(call.directive, `invalid parameter "${call.args[wrong] ?? ''}"`, wrong + 1);
  };
}

/** nginx wants at least eight pages for a zone (`ngx_slab.c`). */
const MINIMUM_ZONE = 8 * 4096;

/** Reads `name:size` of a `zone=` parameter. */
export function readZone(
  call: Call,
  judgement: Judgement,
  word: number,
  text: string,
): { name: string; size: number } | null {
  const colon = text.indexOf(':');
  const size = colon === -1 ? null : parseSize(text.slice(colon + 1));
  if (size === null) {
    judgement.object(call.directive, `invalid zone size "${call.args[word - 1] ?? ''}"`, word);
    return null;
  }
  if (size < MINIMUM_ZONE) {
    judgement.object(call.directive, `zone "${call.args[word - 1] ?? ''}" is too small`, word);
    return null;
  }
  return { name: text.slice(0, colon), size };
}

export function invalidParameter(call: Call, judgement: Judgement, word: number): void {
  judgement.object(call.directive, `invalid parameter "${call.args[word - 1] ?? ''}"`, word);
}

export function invalidValue(call: Call, judgement: Judgement, word = 1): void {
  judgement.object(call.directive, `"${call.name}" directive invalid value`, word);
}

import type { Call, Judgement } from '../judgement.ts';
import { parseCount } from '../../quantity.ts';
import { invalidParameter, type Setter, type SetterTable } from './setter.ts';

/** Also used by stream's `set`. */
export const set: Setter = (call, judgement) => {
  const [target = ''] = call.args;
  if (!target.startsWith('$')) {
    judgement.object(call.directive, `invalid variable name "${target}"`, 1);
    return;
  }
  if (target === '$') {
    judgement.object(call.directive, 'invalid variable name "$"', 1);
    return;
  }
  judgement.defineVariable(call, target.slice(1), 1);
  judgement.value(call, 2);
};

const REDIRECT_PREFIX = /^(?:https?:\/\/|\$scheme)/;

const returns: Setter = (call, judgement) => {
  const [code = ''] = call.args;
  const status = parseCount(code);
  if (status === null && call.args.length === 1 && REDIRECT_PREFIX.test(code)) {
    judgement.value(call, 1);
    return;
  }
  if (status === null || status > 999) {
    judgement.object(call.directive, `invalid return code "${code}"`, 1);
    return;
  }
  if (call.args.length === 2) judgement.value(call, 2);
};

const rewrite: Setter = (call, judgement) => {
  const [pattern = '', replacement = '', flag] = call.args;
  if (replacement === '') {
    judgement.object(call.directive, 'empty replacement', 2);
    return;
  }
  if (!judgement.regex(call, 1, pattern)) return;
  if (flag !== undefined && !['last', 'break', 'redirect', 'permanent'].includes(flag)) {
    invalidParameter(call, judgement, 3);
    return;
  }
  judgement.value(call, 2, replacement.endsWith('?') ? replacement.slice(0, -1) : replacement);
};

const FILE_TEST = /^!?-[fdex]$/;

const condition: Setter = (call, judgement) => {
  const words = [...call.args];
  const [opening = ''] = words;
  const closing = words.at(-1) ?? '';
  const invalid = (word: number): void => {
    judgement.object(call.directive, `invalid condition "${words[word] ?? ''}"`, word + 1);
  };
  if (!opening.startsWith('(')) {
    invalid(0);
    return;
  }
  let first = 0;
  if (opening === '(') first = 1;
  else words[0] = opening.slice(1);
  let last = words.length - 1;
  // The parenthesis may have been taken off the same word already: `if ()`.
  const end = words[last] ?? '';
  if (!end.endsWith(')')) {
    judgement.object(call.directive, `invalid condition "${closing}"`, last + 1);
    return;
  }
  if (end === ')') last--;
  else words[last] = end.slice(0, -1);
  if (last < first) {
    judgement.object(call.directive, 'invalid condition ")"', words.length);
    return;
  }
  judgeCondition(call, judgement, words, first, last, invalid);
};

function judgeCondition(
  call: Call,
  judgement: Judgement,
  words: readonly string[],
  first: number,
  last: number,
  invalid: (word: number) => void,
): void {
  const subject = words[first] ?? '';
  if (subject.length > 1 && subject.startsWith('$')) {
    if (first !== last && first + 2 !== last) {
      invalid(first);
      return;
    }
    // A condition takes the whole word for the variable's name (`ngx_http_rewrite_variable`).
    judgement.useVariable(call, subject.slice(1).toLowerCase(), first + 1);
    if (first === last) return;
    const operator = words[first + 1] ?? '';
    const operand = words[last] ?? '';
    if (operator === '=' || operator === '!=') judgement.value(call, last + 1, operand);
    else if (['~', '~*', '!~', '!~*'].includes(operator)) judgement.regex(call, last + 1, operand);
    else judgement.object(call.directive, `unexpected "${operator}" in condition`, first + 2);
    return;
  }
  if (FILE_TEST.test(subject) && first + 1 === last) judgement.value(call, last + 1, words[last] ?? '');
  else invalid(first);
}

/** Setters of `ngx_http_rewrite_module.c`. */
export const REWRITE_SETTERS: SetterTable = { set, return: returns, rewrite, if: condition };

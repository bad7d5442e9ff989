/** Character codes that `ngx_conf_read_token` (`ngx_conf_file.c`) looks at; everything else is an ordinary byte of a word. */
export const TAB = 9;
export const LF = 10;
const CR = 13;
export const SPACE = 32;
export const DOUBLE_QUOTE = 34;
export const SHARP = 35;
export const DOLLAR = 36;
export const SINGLE_QUOTE = 39;
export const CLOSE_PARENTHESIS = 41;
export const SEMICOLON = 59;
export const BACKSLASH = 92;
export const OPEN_BRACE = 123;
export const CLOSE_BRACE = 125;

/** nginx separates words at these four only: NBSP, form feed and the like belong to words. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === LF || code === TAB || code === CR;
}

import { lineEnd } from './quoted.ts';

/** What may stand before a name that begins its line: a diff's or list's mark, a comment's, `export`, brackets and a `$`. */
const LEAD = /^[ \t]{0,60}(?:[-+>*#;]{1,2}[ \t]{0,8})?(?:(?:export|set|declare -x|ENV|ARG)[ \t]{1,4})?[[$"']{0,3}$/;
/** Another pair, a tag, an entity or an escape: the value ends before it. */
const ENDS_VALUE =
  /[&;|,?][\w.%[\]-]{1,40}=|<\/?[a-z][a-z0-9]{0,20}[\s>/]|&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{2,4});|\\[nrtu"'\\]|["'`][,;)}\]:=]/;

/**
 * A value without quotes that is all that stands behind its name on the line: what would end it elsewhere (`&`, `;`, `<`)
 * is part of it then. @returns where it ends, or 0
 */
export function wholeLineEnd(text: string, nameStart: number, at: number): number {
  const feed = text.lastIndexOf('\n', nameStart) + 1;
  if (nameStart - feed > 80 || !LEAD.test(text.slice(feed, nameStart))) return 0;
  const rest = text.slice(at, Math.min(lineEnd(text, at), at + 400)).trimEnd();
  if (rest === '' || /\s/.test(rest) || ENDS_VALUE.test(rest)) return 0;
  return at + rest.replace(/["'`]?[;,]?$/, '').length;
}

import { unescaped } from '../detect/decode.ts';
import type { Find } from '../find.ts';
import { isExempt } from '../secret-value.ts';

const VARIABLE = /\$\{[A-Za-z0-9_]{1,128}\}|\$[A-Za-z0-9_]{1,128}/g;
/** Glue between variables: it separates, it hides nothing. */
const GLUE = /^[\s|:;,._/?&=+-]{0,8}$/;

/**
 * The literal stretches of a value in which nginx puts variables: `"$uri$remote_addr s3cr3t"` → `s3cr3t`.
 * @param offset where `raw` begins in the document
 */
export function literalParts(raw: string, offset: number, find: Omit<Find, 'start' | 'end'>, found: Find[]): void {
  let at = 0;
  for (const variable of [...raw.matchAll(VARIABLE), null]) {
    const end = variable?.index ?? raw.length;
    addLiteral(raw.slice(at, end), offset + at, variable !== null, find, found);
    at = variable === null ? end : end + variable[0].length;
  }
}

/** @param goesOn a variable follows: an equals sign at the end is then glue, not the padding of base64 */
function addLiteral(
  literal: string,
  offset: number,
  goesOn: boolean,
  find: Omit<Find, 'start' | 'end'>,
  found: Find[],
): void {
  const value = literal.replace(/^[\s|:;,&=]{1,8}/, '').replace(goesOn ? /[\s|:;,&=]$/ : /[\s|:;,&]$/, '');
  if (value.trim() === '' || GLUE.test(value) || isExempt(value, 'strong')) return;
  const start = offset + literal.indexOf(value);
  found.push({ ...find, start, end: start + value.length, value: unescaped(value) });
}

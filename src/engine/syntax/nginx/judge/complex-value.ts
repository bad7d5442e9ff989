/** The variables a value names and, when nginx cannot compile it, why (`ngx_http_script_compile`). */
export interface ComplexValue {
  readonly variables: readonly string[];
  /** Highest capture used, `$1` to `$9`; 0 for none. */
  readonly captures: number;
  readonly problem: string | null;
}

const PLAIN: ComplexValue = { variables: [], captures: 0, problem: null };

/** Reads `$name`, `${name}` and `$1`; names come out in lower case, as nginx indexes them. */
export function compileValue(text: string): ComplexValue {
  let at = text.indexOf('$');
  if (at === -1) return PLAIN;
  const variables: string[] = [];
  let captures = 0;
  for (; at !== -1; at = text.indexOf('$', at)) {
    at++;
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 1 && digit <= 9) {
      captures = Math.max(captures, digit);
      at++;
      continue;
    }
    const bracket = text.charAt(at) === '{';
    const start = bracket ? at + 1 : at;
    const end = endOfName(text, start);
    const name = text.slice(start, end);
    if (bracket && start < text.length && text.charAt(end) !== '}') {
      return { variables, captures, problem: `the closing bracket in "${name}" variable is missing` };
    }
    if (name === '') return { variables, captures, problem: 'invalid variable name' };
    variables.push(name.toLowerCase());
    at = bracket ? end + 1 : end;
  }
  return { variables, captures, problem: null };
}

function endOfName(text: string, start: number): number {
  let at = start;
  while (at < text.length && isNameCode(text.charCodeAt(at))) at++;
  return at;
}

/** Letters, digits and underscore of ASCII. */
function isNameCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
}

/** A value with variables put in; `complete` is false when some could not be resolved and stand as written. */
export interface Expanded {
  readonly text: string;
  readonly complete: boolean;
}

/** Gives a variable's value by name without the `$`; null when nobody can say. */
export type Lookup = (name: string) => string | null;

/** Puts variables into a value as `ngx_http_script_compile` cuts it: `$name`, `${name}`, `$1`. */
export function expandValue(text: string, lookup: Lookup): Expanded {
  let complete = true;
  let out = '';
  let at = 0;
  for (let dollar = text.indexOf('$'); dollar !== -1; dollar = text.indexOf('$', at)) {
    out += text.slice(at, dollar);
    const variable = readVariable(text, dollar);
    at = variable.end;
    const value = variable.name === '' ? null : lookup(variable.name);
    if (value === null) {
      complete = false;
      out += text.slice(dollar, at);
    } else {
      out += value;
    }
  }
  return { text: out + text.slice(at), complete };
}

function readVariable(text: string, dollar: number): { name: string; end: number } {
  const braced = text.charAt(dollar + 1) === '{';
  const start = braced ? dollar + 2 : dollar + 1;
  let end = start;
  const digit = text.charAt(start) >= '1' && text.charAt(start) <= '9';
  if (digit) end++;
  else while (isNameCharacter(text.charCodeAt(end))) end++;
  const closed = braced && text.charAt(end) === '}';
  return { name: braced && !closed ? '' : text.slice(start, end), end: closed ? end + 1 : Math.max(end, dollar + 1) };
}

function isNameCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
}

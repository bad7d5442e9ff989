import { compilePattern } from '../pattern/pattern.ts';
import { expandValue } from '../variables/expand-value.ts';
import { lookupFor } from '../variables/lookup.ts';
import type { RequestState } from '../variables/request-state.ts';
import type { Disk } from './disk.ts';

const FILE_TESTS: Readonly<Record<string, (disk: Disk, path: string) => boolean>> = {
  '-f': (disk, path) => disk.isFile(path, path),
  '-d': (disk, path) => disk.isDirectory(path, path),
  '-e': (disk, path) => disk.isFile(path, path) || disk.isDirectory(path, path),
  '-x': () => false,
};

/**
 * Is the condition of an `if` true (`ngx_http_rewrite_if_condition`)? Groups of a pattern become `$1`….
 * null when it hangs on something that nobody has told.
 */
export function conditionHolds(args: readonly string[], state: RequestState, disk: Disk): boolean | null {
  const words = withoutParentheses(args);
  const [left = '', operator, right = ''] = words;
  const test = FILE_TESTS[left.startsWith('!') ? left.slice(1) : left];
  if (test !== undefined) {
    const path = valueOf(operator ?? '', state);
    return path === null ? null : test(disk, path) !== left.startsWith('!');
  }
  const value = valueOf(left, state);
  if (value === null) return null;
  if (operator === undefined) return value !== '' && value !== '0';
  if (operator === '=' || operator === '!=') {
    const wanted = valueOf(right, state);
    return wanted === null ? null : (value === wanted) === (operator === '=');
  }
  return patternHolds(operator, right, value, state);
}

function patternHolds(operator: string, source: string, value: string, state: RequestState): boolean | null {
  const negative = operator.startsWith('!');
  const kind = negative ? operator.slice(1) : operator;
  if (kind !== '~' && kind !== '~*') return null;
  const match = compilePattern(source, kind === '~*')?.match(value);
  if (match === undefined) return null;
  if (match !== null) takeGroups(state, match);
  return (match !== null) !== negative;
}

/** Groups of the last pattern that matched are `$1`…; named ones stay. */
export function takeGroups(
  state: RequestState,
  match: { readonly captures: readonly string[]; readonly named: Readonly<Record<string, string>> },
): void {
  state.captures = match.captures;
  for (const [name, value] of Object.entries(match.named)) state.variables.set(name, value);
}

function valueOf(text: string, state: RequestState): string | null {
  const { text: value, complete } = expandValue(text, lookupFor(state));
  return complete ? value : null;
}

/** `(` and `)` may stand alone or stick to the words. */
function withoutParentheses(args: readonly string[]): string[] {
  const words = [...args];
  if (words[0]?.startsWith('(')) words[0] = words[0].slice(1);
  const last = words.length - 1;
  if (words[last]?.endsWith(')')) words[last] = words[last].slice(0, -1);
  return words.filter((word, i) => word !== '' || (i > 0 && i < last));
}

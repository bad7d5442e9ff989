/** What PCRE says to a pattern, as far as its structure goes, and the names of its groups. */
export interface RegexReading {
  readonly names: readonly string[];
  readonly captures: number;
  /** PCRE2's message, or null when it compiles. */
  readonly problem: string | null;
}

const QUANTIFIER = /^\{(\d{1,6})(?:(,)(\d{0,6}))?\}/;

/**
 * Compiles a pattern in the head: groups, classes, quantifiers, escapes. Never runs it.
 * Covers what PCRE2 refuses in practice: unbalanced parentheses, open classes, nothing to repeat, a trailing backslash,
 * reversed ranges and quantifiers, duplicate group names, references to groups that do not exist.
 */
export function readRegex(pattern: string): RegexReading {
  const names: string[] = [];
  let captures = 0;
  let depth = 0;
  let repeatable = false;
  let highestReference = 0;
  const failed = (problem: string): RegexReading => ({ names, captures, problem });

  for (let at = 0; at < pattern.length;) {
    const character = pattern.charAt(at);
    switch (character) {
      case '\\': {
        const next = pattern.charAt(at + 1);
        if (next === '') return failed('\\ at end of pattern');
        if (next === 'Q') {
          const end = pattern.indexOf('\\E', at + 2);
          at = end === -1 ? pattern.length : end + 2;
          repeatable = true;
          continue;
        }
        if (next >= '1' && next <= '9' && !isDigit(pattern.charAt(at + 2))) {
          highestReference = Math.max(highestReference, Number(next));
        }
        if ((next === 'x' || next === 'p' || next === 'P') && pattern.charAt(at + 2) === '{') {
          const end = pattern.indexOf('}', at + 3);
          if (end === -1) return failed('missing terminating } for hexadecimal or property escape');
          at = end + 1;
        } else {
          at += 2;
        }
        repeatable = true;
        break;
      }
      case '[': {
        const end = endOfClass(pattern, at);
        if (end === -1) return failed('missing terminating ] for character class');
        if (hasReversedRange(pattern.slice(at + 1, end - 1))) return failed('range out of order in character class');
        at = end;
        repeatable = true;
        break;
      }
      case '(': {
        const group = readGroupStart(pattern, at);
        if (group.problem !== null) return failed(group.problem);
        if (group.comment) {
          at = group.end;
          break;
        }
        if (group.name !== null) {
          if (names.includes(group.name))
            return failed('two named subpatterns have the same name (PCRE2_DUPNAMES not set)');
          names.push(group.name);
        }
        if (group.captures) captures++;
        if (!group.closed) depth++;
        at = group.end;
        repeatable = false;
        break;
      }
      case ')':
        if (depth === 0) return failed('unmatched closing parenthesis');
        depth--;
        at++;
        repeatable = true;
        break;
      case '|':
      case '^':
        at++;
        repeatable = character === '^';
        break;
      case '*':
      case '+':
      case '?':
        if (!repeatable) return failed('quantifier does not follow a repeatable item');
        at++;
        if (pattern.charAt(at) === '?' || pattern.charAt(at) === '+') at++;
        repeatable = false;
        break;
      case '{': {
        const quantifier = QUANTIFIER.exec(pattern.slice(at, at + 16));
        if (quantifier === null) {
          at++;
          repeatable = true;
          break;
        }
        if (!repeatable) return failed('quantifier does not follow a repeatable item');
        const [whole, low = '0', comma, high = ''] = quantifier;
        if (Number(low) > 65535 || Number(high) > 65535) return failed('number too big in {} quantifier');
        if (comma !== undefined && high !== '' && Number(low) > Number(high)) {
          return failed('numbers out of order in {} quantifier');
        }
        at += whole.length;
        if (pattern.charAt(at) === '?' || pattern.charAt(at) === '+') at++;
        repeatable = false;
        break;
      }
      default:
        at++;
        repeatable = true;
    }
  }
  if (depth > 0) return failed('missing closing parenthesis');
  if (highestReference > captures) return failed('reference to non-existent subpattern');
  return { names, captures, problem: null };
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

/** Offset after the `]` that ends a class, or -1. A `]` that comes first is a member; `[:alpha:]` nests. */
function endOfClass(pattern: string, start: number): number {
  let at = start + 1;
  if (pattern.charAt(at) === '^') at++;
  if (pattern.charAt(at) === ']') at++;
  while (at < pattern.length) {
    const character = pattern.charAt(at);
    if (character === ']') return at + 1;
    if (character === '\\') at += 2;
    else if (character === '[' && pattern.charAt(at + 1) === ':') {
      const end = pattern.slice(at + 2, at + 16).indexOf(':]');
      at = end === -1 ? at + 1 : at + end + 4;
    } else at++;
  }
  return -1;
}

function hasReversedRange(members: string): boolean {
  for (let at = 1; at + 1 < members.length; at++) {
    if (members.charAt(at) !== '-' || members.charAt(at - 1) === '\\' || members.charAt(at + 1) === '\\') continue;
    if (members.charAt(at - 2) === '\\' || members.charAt(at + 1) === '[' || members.charAt(at - 1) === ']') continue;
    if (members.charAt(at - 1) === '^' && at === 1) continue;
    if (members.charAt(at - 1) > members.charAt(at + 1)) return true;
    at++;
  }
  return false;
}

interface GroupStart {
  readonly end: number;
  readonly name: string | null;
  readonly captures: boolean;
  readonly comment: boolean;
  /** `(?i)` is a whole group already. */
  readonly closed: boolean;
  readonly problem: string | null;
}

const NAMED = /^\(\?(?:P?<([A-Za-z_]\w{0,31})>|'([A-Za-z_]\w{0,31})')/;
const PLAIN_GROUP =
  /^\((?:\?(?::|\||>|=|!|<=|<!|[imsxnJU^-]{1,12}:|[imsxnJU^-]{1,12}\)|\((?:\d{1,3}|[<'\w>]{1,40})\)|R\)|[+-]?\d{1,3}\)|&\w{1,32}\)|P[>=]\w{1,32}\))|\*[A-Z_a-z:]{1,40}\))/;

function readGroupStart(pattern: string, at: number): GroupStart {
  const head = pattern.slice(at, at + 64);
  const group = { end: at + 1, name: null, captures: false, comment: false, closed: false, problem: null };
  if (head.charAt(1) !== '?' && head.charAt(1) !== '*') return { ...group, captures: true };
  if (head.startsWith('(?#')) {
    const end = pattern.indexOf(')', at);
    return end === -1
      ? { ...group, problem: 'missing ) after (?# comment' }
      : { ...group, end: end + 1, comment: true };
  }
  const named = NAMED.exec(head);
  if (named !== null) return { ...group, end: at + named[0].length, name: named[1] ?? named[2] ?? '', captures: true };
  const plain = PLAIN_GROUP.exec(head);
  if (plain === null) {
    return head.charAt(1) === '*' ? { ...group, captures: true } : { ...group, problem: unrecognised(head) };
  }
  const conditional = head.startsWith('(?(');
  return { ...group, end: at + plain[0].length, closed: plain[0].endsWith(')') && !conditional };
}

function unrecognised(head: string): string {
  return /^\(\?(?:P?<|')/.test(head) ? 'subpattern name expected' : 'unrecognized character after (? or (?-';
}

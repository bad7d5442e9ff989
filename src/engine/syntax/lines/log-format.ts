import { fieldOf, type Field } from './field.ts';

/** A `log_format` as `ngx_http_log_module.c` compiles it: literals around variables. */
export interface LogFormat {
  readonly name: string;
  /** One more than variables: what stands before, between and behind them. */
  readonly literals: readonly string[];
  /** Without the dollar: `remote_addr`. */
  readonly variables: readonly string[];
}

export type AccessFields = ReadonlyMap<string, Field>;

const VARIABLE = /\$(?:\{(\w{1,64})\}|(\w{1,64}))/g;

/** Compiles the text of a format: `$remote_addr - $remote_user [$time_local]`. */
export function compileLogFormat(name: string, format: string): LogFormat {
  const literals: string[] = [];
  const variables: string[] = [];
  let at = 0;
  for (const match of format.matchAll(VARIABLE)) {
    literals.push(format.slice(at, match.index));
    variables.push(match[1] ?? match[2] ?? '');
    at = match.index + match[0].length;
  }
  literals.push(format.slice(at));
  return { name, literals, variables };
}

const COMBINED =
  '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"';

/** Built into nginx, in every stock nginx.conf, in ingress-nginx, and the default of PHP-FPM's own access log. */
export const BUILT_IN_FORMATS: readonly LogFormat[] = [
  compileLogFormat(
    'ingress',
    `${COMBINED} $request_length $request_time [$proxy_upstream_name] [$proxy_alternative_upstream_name] $upstream_addr $upstream_response_length $upstream_response_time $upstream_status $req_id`,
  ),
  compileLogFormat('main', `${COMBINED} "$http_x_forwarded_for"`),
  compileLogFormat('combined', COMBINED),
  compileLogFormat('php-fpm', '$remote_addr - $remote_user $time_local "$request" $status'),
];

/** The words of one directive's arguments: `name escape=json 'a' "b"` up to the semicolon. */
function argumentsAt(text: string, start: number): string[] {
  const words: string[] = [];
  let at = start;
  while (at < text.length && words.length < 200) {
    const char = text[at] ?? '';
    if (char === ';') break;
    if (char === '#') {
      const end = text.indexOf('\n', at);
      at = end === -1 ? text.length : end;
    } else if (char === '"' || char === "'") {
      let word = '';
      for (at++; at < text.length && text[at] !== char; at++) {
        if (text[at] === '\\' && (text[at + 1] === char || text[at + 1] === '\\')) at++;
        word += text[at] ?? '';
      }
      words.push(word);
      at++;
    } else if (/\s/.test(char)) at++;
    else {
      const from = at;
      while (at < text.length && !/[\s;]/.test(text[at] ?? '')) at++;
      words.push(text.slice(from, at));
    }
  }
  return words;
}

function directives(text: string, name: string): string[][] {
  const found: string[][] = [];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
    const after = text[at + name.length] ?? '';
    if (/^[^#]*$/.test(before) && !/\w$/.test(before) && /\s/.test(after))
      found.push(argumentsAt(text, at + name.length));
  }
  return found;
}

/** Every `log_format` of a config text, commented ones left out. A format without variables is none. */
export function logFormatsIn(config: string): LogFormat[] {
  return directives(config, 'log_format').flatMap(([name, ...words]) => {
    const parts = words.filter((word) => !word.startsWith('escape='));
    const format = name === undefined ? null : compileLogFormat(name, parts.join(''));
    return format === null || format.variables.length === 0 ? [] : [format];
  });
}

/** Which format each `access_log` writes, by the log's path. */
export function accessLogsIn(config: string): ReadonlyMap<string, string> {
  const logs = new Map<string, string>();
  for (const [path, format] of directives(config, 'access_log')) {
    if (path !== undefined && path !== 'off')
      logs.set(path, format === undefined || format.includes('=') ? 'combined' : format);
  }
  return logs;
}

/** Lists of upstream tries hold `, ` and ` : ` of their own: a blank beside those does not end the value. */
function literalAt(line: string, from: number, literal: string, list: boolean): number {
  let at = line.indexOf(literal, from);
  if (!list || !literal.startsWith(' ')) return at;
  while (at > 0 && (line[at - 1] === ',' || line[at - 1] === ':' || line[at + 1] === ':'))
    at = line.indexOf(literal, at + 1);
  return at;
}

/**
 * Reads a line under a format: the value of each variable, with spans; null when the literals do not fit.
 * The last literal may be missing (a cut line), what stands behind it is ignored only when `loose`.
 */
export function readUnderFormat(line: string, format: LogFormat, start = 0, loose = false): AccessFields | null {
  const { literals, variables } = format;
  const first = literals[0] ?? '';
  if (!line.startsWith(first, start)) return null;
  const fields = new Map<string, Field>();
  let at = start + first.length;
  for (const [index, variable] of variables.entries()) {
    const literal = literals[index + 1] ?? '';
    const last = index === variables.length - 1;
    let end: number;
    if (literal === '') end = last && loose ? wordEnd(line, at) : line.length;
    else end = literalAt(line, at, literal, variable.startsWith('upstream_'));
    if (end === -1) return null;
    fields.set(variable, fieldOf(line, at, end));
    at = end + literal.length;
  }
  return at >= line.length || loose ? fields : null;
}

function wordEnd(line: string, from: number): number {
  const blank = line.indexOf(' ', from);
  return blank === -1 ? line.length : blank;
}

import { hasForeignBody } from './lua-body.ts';
import type { NginxDirective, NginxFile, NginxNode, NginxWord } from './tree.ts';
import { nameOf } from './walk.ts';

/** One statement as nginxinc/crossplane prints it; comments are statements of the directive `#`. */
export interface CrossplaneStatement {
  directive: string;
  line: number;
  args: string[];
  /** Indices into the payload's `config`, for `include`. */
  includes?: number[];
  block?: CrossplaneStatement[];
  comment?: string;
}

interface CrossplaneConfig {
  file: string;
  status: 'ok' | 'failed';
  errors: { error: string; line: number }[];
  parsed: CrossplaneStatement[];
}

/** The JSON payload of `crossplane parse`. */
export interface CrossplanePayload {
  status: 'ok' | 'failed';
  errors: { file: string; error: string; line: number }[];
  config: CrossplaneConfig[];
}

export interface CrossplaneOptions {
  /** Prints comments too (`--include-comments`). */
  readonly comments?: boolean;
  /**
   * Finds the files an `include` names, in the order in which nginx reads them; false leaves includes unfollowed
   * (`--single-file`). Without it every include is followed to nothing.
   */
  readonly includes?: false | ((pattern: string, from: NginxFile) => readonly NginxFile[]);
}

/** Prints a tree, and the files it includes, as `crossplane parse` does; words are those of nginx where the two differ. */
export function toCrossplane(file: NginxFile, options: CrossplaneOptions = {}): CrossplanePayload {
  const files = [file];
  const config: CrossplaneConfig[] = [];
  for (let at = 0; at < files.length; at++) config.push(configOf(files[at] as NginxFile, files, options));
  const errors = config.flatMap(({ file: path, errors: own }) => own.map((error) => ({ file: path, ...error })));
  return { status: errors.length === 0 ? 'ok' : 'failed', errors, config };
}

function configOf(file: NginxFile, files: NginxFile[], options: CrossplaneOptions): CrossplaneConfig {
  const errors = file.problems.map(({ message, line }) => ({ error: `${message} in ${file.path}:${line}`, line }));
  const parsed: CrossplaneStatement[] = [];
  const pending: { nodes: readonly NginxNode[]; into: CrossplaneStatement[] }[] = [{ nodes: file.nodes, into: parsed }];
  for (let level = pending.pop(); level !== undefined; level = pending.pop()) {
    for (const node of level.nodes) {
      if (node.kind === 'comment') {
        if (options.comments === true) level.into.push(commentStatement(node.text, node.line));
      } else if (node.kind === 'directive') {
        const statement = statementOf(node);
        addIncludes(statement, file, files, options);
        level.into.push(statement);
        if (statement.block !== undefined) pending.push({ nodes: node.nodes ?? [], into: statement.block });
        if (options.comments === true) level.into.push(...commentsInside(node));
      }
    }
  }
  return { file: file.path, status: errors.length === 0 ? 'ok' : 'failed', errors, parsed };
}

function addIncludes(
  statement: CrossplaneStatement,
  from: NginxFile,
  files: NginxFile[],
  { includes }: CrossplaneOptions,
): void {
  if (statement.directive !== 'include' || includes === false) return;
  const found = includes?.(statement.args[0] ?? '', from) ?? [];
  statement.includes = found.map((file) => {
    const known = files.indexOf(file);
    return known === -1 ? files.push(file) - 1 : known;
  });
}

function statementOf(directive: NginxDirective): CrossplaneStatement {
  const [name = '', ...args] = argumentsOf(directive);
  const statement: CrossplaneStatement = { directive: name, line: directive.line, args };
  if (statement.directive === 'if') statement.args = withoutParentheses(statement.args);
  if (hasForeignBody(nameOf(directive)) && directive.open === '{') statement.args.push(directive.rawBody);
  else if (directive.nodes !== null) statement.block = [];
  return statement;
}

/**
 * The words as crossplane splits them. Its lexer takes the blank after `${name}` into the word, so that the next word,
 * when only that blank lies between, is joined to it.
 */
function argumentsOf({ words, gap }: NginxDirective): string[] {
  const args: string[] = [];
  let joined = '';
  for (const [at, word] of words.entries()) {
    const text = joined + (joined === '' ? argument(word) : word.raw);
    const between = words[at + 1]?.before ?? gap;
    joined = '';
    if (!endsInExpansion(word) || !/^\s/.test(between)) args.push(text);
    else if (between.length === 1 && at + 1 < words.length) joined = text + between;
    else args.push(text + between.charAt(0));
  }
  return args;
}

function endsInExpansion({ raw, quote }: NginxWord): boolean {
  const start = raw.lastIndexOf('${');
  if (start === -1 || quote !== '') return false;
  const end = raw.indexOf('}', start);
  return end === -1 || end === raw.length - 1;
}

/** crossplane decodes only the escaped quote of a quoted word; everything else stays as written. */
function argument({ raw, quote }: NginxWord): string {
  if (quote === '') return raw;
  const inner = (raw.endsWith(quote) && raw.length > 1 ? raw.slice(1, -1) : raw.slice(1)).replaceAll('\r\n', '\n');
  if (!inner.includes('\\')) return inner;
  let decoded = '';
  for (let at = 0; at < inner.length; at++) {
    const character = inner.charAt(at);
    if (character !== '\\') {
      decoded += character;
    } else {
      at++;
      const escaped = inner.charAt(at);
      decoded += escaped === quote ? quote : character + escaped;
    }
  }
  return decoded;
}

/** The condition of an `if` without the parentheses around it. */
function withoutParentheses(args: readonly string[]): string[] {
  const inner = [...args];
  const last = inner.length - 1;
  if (last < 0 || !(inner[0] ?? '').startsWith('(') || !(inner[last] ?? '').endsWith(')')) return inner;
  inner[0] = (inner[0] ?? '').slice(1).trimStart();
  inner[last] = (inner[last] ?? '').slice(0, -1).trimEnd();
  return inner.slice(inner[0] === '' ? 1 : 0, inner[last] === '' ? last : last + 1);
}

/** crossplane reads with universal newlines, and an escape at the end of a comment's line swallows itself. */
function commentStatement(text: string, line: number): CrossplaneStatement {
  const comment = text.slice(1).replace(/\r$/, '');
  let backslashes = 0;
  while (comment.charAt(comment.length - 1 - backslashes) === '\\') backslashes++;
  return { directive: '#', line, args: [], comment: backslashes % 2 === 1 ? comment.slice(0, -1) : comment };
}

/** Comments between a directive's words come after it, on its line. */
function commentsInside(directive: NginxDirective): CrossplaneStatement[] {
  const trivia = [...directive.words.map((word) => word.before), directive.gap];
  return trivia
    .filter((text) => text.includes('#'))
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trimStart())
    .filter((line) => line.startsWith('#'))
    .map((text) => commentStatement(text, directive.line));
}

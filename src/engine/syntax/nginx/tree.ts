/**
 * Lossless tree of an nginx configuration. Every byte of the source stands in exactly one string field of one node,
 * so that printing is joining: `before`, `raw`, `gap`, `open`, `rawBody`, `tail`, `close`, `text`.
 * Offsets are of the source as parsed; changing a node does not renumber the others.
 */
export interface NginxFile {
  readonly kind: 'file';
  readonly path: string;
  /** U+FEFF when the text begins with one (nginx refuses that), else ''. */
  bom: string;
  nodes: NginxNode[];
  /** White space after the last node. */
  tail: string;
  /** What the lexer and the recovery met: unterminated quotes, stray braces, over-long tokens. */
  readonly problems: readonly NginxSyntaxProblem[];
}

export type NginxNode = NginxDirective | NginxComment | NginxStray;

export interface NginxDirective {
  readonly kind: 'directive';
  /** White space (never a comment) before the first word. */
  before: string;
  /** `words[0]` is the directive's name; always at least one. */
  words: NginxWord[];
  /** White space and comments between the last word and the terminator. */
  gap: string;
  /** How it ended; '' when the input ended or recovery gave up first. */
  open: ';' | '{' | '';
  /** Children when `open` is '{', else null. Foreign bodies (`*_by_lua_block`) have no children but a `rawBody`. */
  nodes: NginxNode[] | null;
  /** Text of a foreign body, between the braces, else ''. */
  rawBody: string;
  /** White space before the closing brace. */
  tail: string;
  close: '}' | '';
  /** Offset of the first word, and the offset just after the terminator or closing brace. */
  readonly start: number;
  readonly end: number;
  /** Line of the first word, from 1. */
  readonly line: number;
}

export interface NginxWord {
  /** Trivia before this word inside the directive: white space and comments; '' for the name. */
  before: string;
  /** As written, quotes and escapes included. */
  raw: string;
  /** As nginx reads it (`ngx_conf_read_token`). */
  value: string;
  readonly quote: '"' | "'" | '';
  readonly start: number;
  readonly line: number;
}

export interface NginxComment {
  readonly kind: 'comment';
  before: string;
  /** From `#` up to, without, the line feed. */
  text: string;
  readonly start: number;
  readonly line: number;
}

/** Bytes that fit nowhere: a closing brace too many, a lone `;`. Kept, reported, skipped. */
export interface NginxStray {
  readonly kind: 'stray';
  before: string;
  text: string;
  readonly start: number;
  readonly line: number;
}

export interface NginxSyntaxProblem {
  readonly message: string;
  readonly start: number;
  readonly line: number;
}

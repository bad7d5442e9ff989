/**
 * Lossless tree of a php.ini or PHP-FPM pool file under PHP's own scanner (Zend/zend_ini_scanner.l).
 * Every byte stands in one string field of one node; printing is joining.
 */
export type IniDialect = 'php-ini' | 'fpm';

/** The command whose output is read as the file it prints. */
export type IniDump = 'php-fpm -tt' | 'phpinfo()';

export interface IniFile {
  readonly kind: 'file';
  readonly path: string;
  readonly dialect: IniDialect;
  /** Set when this is a command's output: values are in force, defaults stand among them, and nothing in it can be edited. */
  readonly dump?: IniDump;
  bom: string;
  nodes: IniNode[];
  readonly problems: readonly IniSyntaxProblem[];
}

export type IniNode = IniSection | IniEntry | IniTrivia | IniStray;

/** `[www]`, `[global]`, `[PATH=/srv]`; `name` without the brackets. */
export interface IniSection {
  readonly kind: 'section';
  before: string;
  raw: string;
  readonly name: string;
  /** Everything after `]` up to and including the end of the line. */
  rest: string;
  readonly start: number;
  readonly line: number;
}

/** `key = value`, `env[NAME] = value`, `php_admin_value[memory_limit] = 256M`, or a bare `key`. */
export interface IniEntry {
  readonly kind: 'entry';
  before: string;
  /** As written, subscript included: `php_admin_value[memory_limit]`. */
  keyRaw: string;
  /** Without the subscript: `php_admin_value`. */
  readonly key: string;
  /** `memory_limit`; null when there is none, '' for `[]`. */
  readonly subscript: string | null;
  /** White space and `=` between key and value; '' for a bare key. */
  separator: string;
  /** As written, quotes included, without trailing blanks and comment. */
  valueRaw: string;
  /** As PHP's scanner reads it, constants and `${VAR}` left as written where unknown; null for a bare key. */
  readonly value: string | null;
  /** Blanks, comment and end of line after the value. */
  rest: string;
  /** Section in force (repeated sections continue); null before any. */
  readonly section: string | null;
  readonly start: number;
  readonly valueStart: number;
  readonly line: number;
}

/** A blank line or a `;` comment, end of line included. */
export interface IniTrivia {
  readonly kind: 'trivia';
  text: string;
  readonly start: number;
  readonly line: number;
}

/** A line PHP's scanner rejects; kept and reported. */
export interface IniStray {
  readonly kind: 'stray';
  text: string;
  readonly start: number;
  readonly line: number;
}

export interface IniSyntaxProblem {
  readonly message: string;
  readonly start: number;
  readonly line: number;
  /** PHP says nothing and merely reads no further (a lone apostrophe, a NUL): nothing is refused. */
  readonly silent?: true;
}

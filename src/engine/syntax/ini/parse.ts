import { IniScanner } from './scan.ts';
import type { IniToken } from './scan.ts';
import type { IniDialect, IniFile, IniNode, IniSyntaxProblem } from './tree.ts';
import { BUILT_IN_LOOKUPS, readExpression, readParts } from './value.ts';
import type { UnexpectedToken } from './value.ts';

/** A UTF-8 byte order mark, decoded as UTF-8 or as Latin-1; PHP skips it. */
const BOMS = ['\uFEFF', '\u00EF\u00BB\u00BF'];

/**
 * Reads a php.ini or a pool file as PHP's own scanner and grammar do (Zend/zend_ini_scanner.l, zend_ini_parser.y).
 * php.ini is one text; PHP-FPM hands its file over line by line (fpm_conf.c), so that nothing spans lines there.
 * Never throws: what PHP rejects becomes a stray node and a problem, and reading goes on in the next line.
 */
export function parseIni(text: string, path = '', dialect: IniDialect = 'php-ini'): IniFile {
  return new IniParser(text, path, dialect).parse();
}

/** How bison names the tokens in its messages. */
const TOKEN_NAMES: Partial<Record<IniToken['kind'], string>> = {
  section: 'TC_SECTION',
  close: "']'",
  offset: 'TC_OFFSET',
  label: 'TC_LABEL',
  true: 'BOOL_TRUE',
  false: 'BOOL_FALSE',
  null: 'NULL_NULL',
  equals: "'='",
  'end-of-line': 'END_OF_LINE',
  constant: 'TC_CONSTANT',
  number: 'TC_NUMBER',
  string: 'TC_STRING',
  raw: 'TC_RAW',
  blank: 'TC_WHITESPACE',
  quoted: 'TC_QUOTED_STRING',
  'variable-start': 'TC_DOLLAR_CURLY',
  'variable-name': 'TC_VARNAME',
  end: 'end of file',
};

class IniParser {
  readonly #text: string;
  readonly #path: string;
  readonly #dialect: IniDialect;
  readonly #nodes: IniNode[] = [];
  readonly #problems: IniSyntaxProblem[] = [];
  #scanner: IniScanner;
  #section: string | null = null;
  #quotesSpanLines = true;
  /** Newlines before `#countedTo`, so that lines are counted once. */
  #line = 1;
  #countedTo = 0;
  #nextNul = -1;

  constructor(text: string, path: string, dialect: IniDialect) {
    this.#text = text;
    this.#path = path;
    this.#dialect = dialect;
    this.#scanner = new IniScanner(text, 0, text.length);
  }

  parse(): IniFile {
    const bom = BOMS.find((mark) => this.#text.startsWith(mark)) ?? '';
    let at = bom.length;
    while (at < this.#text.length) at = this.#dialect === 'fpm' ? this.#lineAlone(at) : this.#rest(at);
    return {
      kind: 'file',
      path: this.#path,
      dialect: this.#dialect,
      bom,
      nodes: this.#nodes,
      problems: this.#problems,
    };
  }

  /** One line of a pool file, a text of its own. */
  #lineAlone(start: number): number {
    const lineEnd = this.#lineEnd(start);
    const limit = this.#beforeNul(start, lineEnd);
    this.#scanner = new IniScanner(this.#text, start, limit, { endsInNewline: limit === lineEnd });
    if (this.#statementsBehindBom(start, limit)) while (this.#scanner.at < limit && this.#statement(limit));
    if (limit < lineEnd && this.#scanner.at <= limit) this.#silent(limit, limit);
    return lineEnd;
  }

  /** Every line being a text of its own, each may begin with a byte order mark, which is skipped. */
  #statementsBehindBom(start: number, limit: number): boolean {
    const bom = BOMS.find((mark) => this.#text.startsWith(mark, start)) ?? '';
    this.#scanner.at = Math.min(start + bom.length, limit);
    return bom === '' || this.#statement(limit, start);
  }

  /** php.ini from `start` to its end, or to the line after which PHP's scanner lost its way. */
  #rest(start: number): number {
    const limit = this.#beforeNul(start, this.#text.length);
    this.#scanner = new IniScanner(this.#text, start, limit, { quotesSpanLines: this.#quotesSpanLines });
    while (this.#scanner.at < limit && this.#statement(limit));
    if (this.#scanner.at === limit && limit < this.#text.length) this.#silent(limit, limit);
    return this.#scanner.at;
  }

  /** A NUL is the end of the text to C. */
  #beforeNul(start: number, end: number): number {
    if (this.#nextNul < start) {
      const at = this.#text.indexOf('\0', start);
      this.#nextNul = at === -1 ? this.#text.length : at;
    }
    return Math.min(this.#nextNul, end);
  }

  /** Offset behind the "\n" that ends the line of `at`. */
  #lineEnd(at: number): number {
    const newline = this.#text.indexOf('\n', at);
    return newline === -1 ? this.#text.length : newline + 1;
  }

  #lineOf(offset: number): number {
    for (let at = this.#text.indexOf('\n', this.#countedTo); at !== -1 && at < offset;) {
      this.#line++;
      this.#countedTo = at + 1;
      at = this.#text.indexOf('\n', at + 1);
    }
    return this.#line;
  }

  /** One statement; false when the scanner must be made anew behind it. */
  #statement(limit: number, start = this.#scanner.at): boolean {
    let token = this.#scanner.next();
    while (token.kind === 'blank') token = this.#scanner.next();
    switch (token.kind) {
      case 'end-of-line':
        this.#trivia(start, token.end);
        return true;
      case 'section':
        return this.#sectionNode(start, token, limit);
      case 'label':
        return this.#labelled(start, token, limit);
      case 'offset':
        return this.#subscripted(start, token, limit);
      case 'end':
        if (this.#scanner.at >= limit) this.#trivia(start, limit);
        else this.#silent(start, token.start);
        return false;
      default:
        return this.#stray(start, { unexpected: token, expecting: '' }, limit);
    }
  }

  #trivia(start: number, end: number): void {
    this.#nodes.push({ kind: 'trivia', text: this.#text.slice(start, end), start, line: this.#lineOf(start) });
  }

  #sectionNode(start: number, open: IniToken, limit: number): boolean {
    const read = readParts(this.#scanner, this.#scanner.next(), NO_CONSTANTS);
    if ('unexpected' in read) return this.#stray(start, read, limit);
    if (read.next.kind !== 'close') return this.#stray(start, { unexpected: read.next, expecting: "']'" }, limit);
    const bracket = read.next.start + 1;
    const end = this.#endOfLineFrom(read.next.end);
    this.#section = read.text;
    this.#nodes.push({
      kind: 'section',
      before: this.#text.slice(start, open.start),
      raw: this.#text.slice(open.start, bracket),
      name: read.text,
      rest: this.#text.slice(bracket, end),
      start: open.start,
      line: this.#lineOf(open.start),
    });
    return true;
  }

  /** Takes a comment or newline behind a section along, when one follows at once. */
  #endOfLineFrom(at: number): number {
    if (/[\n\r]/.test(this.#text.charAt(at - 1))) return at;
    const token = this.#scanner.next();
    if (token.kind === 'end-of-line') return token.end;
    this.#rewind(at);
    return at;
  }

  #rewind(at: number): void {
    this.#scanner.at = at;
    this.#scanner.state = 'initial';
  }

  #labelled(start: number, label: IniToken, limit: number): boolean {
    const keyStart = skipBlanks(this.#text, label);
    const keyEnd = keyStart + label.text.length;
    const key = { start, keyStart, keyEnd, key: label.text, subscript: null };
    const token = this.#scanner.next();
    if (token.kind === 'equals') return this.#valued(key, token, limit);
    if (token.kind === 'end' && this.#dialect === 'fpm') {
      this.#silent(start, label.start);
      return false;
    }
    const bareEnds = token.kind === 'end-of-line';
    if (!bareEnds) this.#rewind(label.end);
    this.#entry(key, keyEnd, keyEnd, null, bareEnds ? token.end : label.end);
    return true;
  }

  #subscripted(start: number, offset: IniToken, limit: number): boolean {
    const keyStart = skipBlanks(this.#text, offset);
    const read = readParts(this.#scanner, this.#scanner.next(), BUILT_IN_LOOKUPS);
    if ('unexpected' in read) return this.#stray(start, read, limit);
    if (read.next.kind !== 'close') return this.#stray(start, { unexpected: read.next, expecting: "']'" }, limit);
    const key = { start, keyStart, keyEnd: read.next.end, key: offset.text, subscript: read.text };
    let token = this.#scanner.next();
    while (token.kind === 'blank') token = this.#scanner.next();
    if (token.kind !== 'equals') return this.#stray(start, { unexpected: token, expecting: "'='" }, limit);
    return this.#valued(key, token, limit);
  }

  #valued(key: Key, equals: IniToken, limit: number): boolean {
    const read = readExpression(this.#scanner, BUILT_IN_LOOKUPS);
    if ('unexpected' in read) return this.#stray(key.start, read, limit);
    let valueEnd = read.end;
    while (valueEnd > equals.end && isBlank(this.#text.charAt(valueEnd - 1))) valueEnd--;
    this.#entry(key, equals.end, valueEnd, read.value ?? this.#text.slice(equals.end, valueEnd), read.next.end);
    if (read.next.kind !== 'end') return true;
    if (read.next.end < limit) this.#silent(read.next.end, read.next.end);
    return false;
  }

  #entry(key: Key, valueStart: number, valueEnd: number, value: string | null, end: number): void {
    this.#nodes.push({
      kind: 'entry',
      before: this.#text.slice(key.start, key.keyStart),
      keyRaw: this.#text.slice(key.keyStart, key.keyEnd),
      key: key.key,
      subscript: key.subscript,
      separator: this.#text.slice(key.keyEnd, valueStart),
      valueRaw: this.#text.slice(valueStart, valueEnd),
      value,
      rest: this.#text.slice(valueEnd, end),
      section: this.#section,
      start: key.keyStart,
      valueStart,
      line: this.#lineOf(key.keyStart),
    });
  }

  /** PHP's scanner reports the end of the text here, so that the parser is content and the rest is never read. */
  #silent(start: number, at: number): void {
    const end = this.#lineEnd(at);
    const line = this.#lineOf(start);
    this.#nodes.push({ kind: 'stray', text: this.#text.slice(start, end), start, line });
    this.#problems.push({ message: 'PHP reads nothing behind this character', start: at, line, silent: true });
    this.#scanner.at = end;
  }

  /** Recovers behind the line of the error; text that lacks its end is given up after the line in which it began. */
  #stray(start: number, { unexpected, expecting }: UnexpectedToken, limit: number): boolean {
    const lost = unexpected.kind === 'end' && unexpected.start >= limit;
    if (lost) this.#quotesSpanLines = false;
    const end = Math.min(this.#lineEnd(lost ? start : Math.max(start, unexpected.start)), this.#text.length);
    const name = TOKEN_NAMES[unexpected.kind] ?? `'${unexpected.kind === 'quote' ? '"' : unexpected.text.charAt(0)}'`;
    const line = this.#lineOf(start);
    this.#nodes.push({ kind: 'stray', text: this.#text.slice(start, end), start, line });
    const message = `syntax error, unexpected ${name}${expecting === '' ? '' : `, expecting ${expecting}`}`;
    this.#problems.push({ message, start: lost ? start : unexpected.start, line });
    this.#scanner.at = end;
    return false;
  }
}

interface Key {
  readonly start: number;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly key: string;
  readonly subscript: string | null;
}

/** Section names take constants literally (`constant_literal`). */
const NO_CONSTANTS = { constant: () => undefined, variable: () => undefined };

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t';
}

/** A name's token begins with the blanks before it. */
function skipBlanks(text: string, token: IniToken): number {
  let at = token.start;
  while (at < token.end && isBlank(text.charAt(at))) at++;
  return at;
}

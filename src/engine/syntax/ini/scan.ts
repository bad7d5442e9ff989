/**
 * Tokens of Zend/zend_ini_scanner.l in its normal mode: at each place the longest rule wins, the earlier one at equal length.
 * The scanner has a state, because the same character means different things in a name, a value, a subscript and a section.
 */
export type IniTokenKind =
  | 'section'
  | 'close'
  | 'offset'
  | 'label'
  | 'true'
  | 'false'
  | 'null'
  | 'equals'
  | 'end-of-line'
  | 'constant'
  | 'number'
  | 'string'
  | 'raw'
  | 'blank'
  | 'quote'
  | 'quoted'
  | 'variable-start'
  | 'variable-name'
  | 'variable-end'
  | 'operator'
  | 'other'
  | 'end';

export interface IniToken {
  readonly kind: IniTokenKind;
  readonly start: number;
  readonly end: number;
  /** What PHP sees: quotes and blanks removed, escapes decoded. */
  readonly text: string;
}

export type IniScannerState = 'initial' | 'value' | 'offset' | 'section' | 'quotes' | 'variable';

const LABEL = /[^=\n\r\t;&|^$~(){}!"[]+/y;
const CONSTANT = /^[a-z_][a-z0-9_]*$/i;
const NUMBER = /^(?:-?[0-9]+|[0-9]*\.[0-9]+|[0-9]+\.[0-9]*)$/;
const KEYWORDS: Readonly<Record<string, 'true' | 'false' | 'null'>> = {
  true: 'true',
  on: 'true',
  yes: 'true',
  false: 'false',
  off: 'false',
  no: 'false',
  none: 'false',
  null: 'null',
};
const KEYWORD_TEXT = { true: '1', false: '', null: '' } as const;
const LONGEST_KEYWORD = 5;
const OPERATORS = '&|^~()!';
const VALUE_STOPS = '$= \t\n\r;&|^~()!"\'';
const NAME_STOPS = '$\n\r;"\']\\';

export interface IniScannerOptions {
  /** Quotes may span lines in php.ini, until one was found to have no end: that search is not repeated on every later line. */
  readonly quotesSpanLines?: boolean;
  /** PHP-FPM adds a newline to a last line that has none (fpm_conf.c), php.ini is read as it is. */
  readonly endsInNewline?: boolean;
}

export class IniScanner {
  state: IniScannerState = 'initial';
  readonly #text: string;
  readonly #limit: number;
  readonly #stack: IniScannerState[] = [];
  readonly #quotesSpanLines: boolean;
  readonly #endsInNewline: boolean;
  at: number;

  /** Scans `text` in `[at, limit)`. */
  constructor(text: string, at: number, limit: number, options: IniScannerOptions = {}) {
    this.#text = text;
    this.at = at;
    this.#limit = limit;
    this.#quotesSpanLines = options.quotesSpanLines ?? true;
    this.#endsInNewline = options.endsInNewline ?? false;
  }

  next(): IniToken {
    if (this.at >= this.#limit) return this.#atEnd();
    switch (this.state) {
      case 'initial':
        return this.#initial();
      case 'value':
        return this.#value();
      case 'quotes':
        return this.#quotes();
      case 'variable':
        return this.#variable();
      default:
        return this.#name();
    }
  }

  #atEnd(): IniToken {
    const isLineEnd = this.state === 'value' || (this.state === 'initial' && this.#endsInNewline);
    if (!isLineEnd) return this.#token('end', this.at, '');
    this.state = 'initial';
    return this.#token('end-of-line', this.at, '');
  }

  #token(kind: IniTokenKind, end: number, text?: string): IniToken {
    const start = this.at;
    this.at = end;
    return { kind, start, end, text: text ?? this.#text.slice(start, end) };
  }

  /** PHP's scanner returns 0 here: the parser sees the end of the file, whatever follows. */
  #stop(): IniToken {
    return { kind: 'end', start: this.at, end: this.at, text: '' };
  }

  #char(at: number): string {
    return at < this.#limit ? this.#text.charAt(at) : '';
  }

  #blanks(at: number): number {
    while (at < this.#limit && (this.#text[at] === ' ' || this.#text[at] === '\t')) at++;
    return at;
  }

  #match(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return pattern.test(this.#text) ? Math.min(pattern.lastIndex, this.#limit) : at;
  }

  /** End of the newline at `at` ("\n", "\r\n" or "\r"), or `at` when there is none. */
  #newline(at: number): number {
    const char = this.#char(at);
    if (char === '\n') return at + 1;
    if (char !== '\r') return at;
    return this.#char(at + 1) === '\n' ? at + 2 : at + 1;
  }

  /** Blanks followed by a newline or by a `;` comment; a comment that the end of the text cuts short ends the reading. */
  #endOfLine(): IniToken | null {
    const afterBlanks = this.#blanks(this.at);
    const afterNewline = this.#newline(afterBlanks);
    if (afterNewline > afterBlanks || (afterBlanks === this.#limit && this.#endsInNewline)) {
      this.state = 'initial';
      return this.#token('end-of-line', afterNewline, '');
    }
    if (this.#char(afterBlanks) !== ';') return null;
    let end = afterBlanks;
    while (end < this.#limit && this.#text[end] !== '\n' && this.#text[end] !== '\r') end++;
    const cut = end === this.#limit && !this.#endsInNewline;
    const inValue = this.state === 'value';
    this.state = 'initial';
    if (!cut) return this.#token('end-of-line', this.#newline(end), '');
    return this.#token(inValue ? 'end' : 'end-of-line', end, '');
  }

  /** `true`, `on`, `yes`, `none`, … with the blanks behind it, when no longer word starts here. */
  #keyword(wordEnd: number): IniToken | null {
    let end = this.at;
    while (end < this.#limit && end - this.at <= LONGEST_KEYWORD && isLetter(this.#text.charCodeAt(end))) end++;
    const kind = KEYWORDS[this.#text.slice(this.at, end).toLowerCase()];
    if (kind === undefined) return null;
    const afterBlanks = this.#blanks(end);
    return afterBlanks >= wordEnd ? this.#token(kind, afterBlanks, KEYWORD_TEXT[kind]) : null;
  }

  #initial(): IniToken {
    const char = this.#char(this.at);
    if (char === '[') {
      this.state = 'section';
      return this.#token('section', this.at + 1);
    }
    const endOfLine = this.#endOfLine();
    if (endOfLine) return endOfLine;
    const afterBlanks = this.#blanks(this.at);
    if (this.#char(afterBlanks) === '=') {
      this.state = 'value';
      return this.#token('equals', this.#blanks(afterBlanks + 1));
    }
    const labelEnd = this.#match(LABEL, this.at);
    if (labelEnd > this.at && this.#char(labelEnd) === '[') {
      this.state = 'offset';
      const text = trimBlanks(this.#text.slice(this.at, labelEnd));
      return this.#token('offset', this.#blanks(labelEnd + 1), text);
    }
    if (afterBlanks > this.at && (afterBlanks >= labelEnd || afterBlanks === this.#limit)) {
      return this.#token('blank', afterBlanks);
    }
    const keyword = labelEnd < this.#limit || this.#endsInNewline ? this.#keyword(labelEnd) : null;
    if (keyword) return keyword;
    if (labelEnd > this.at) return this.#token('label', labelEnd, trimBlanks(this.#text.slice(this.at, labelEnd)));
    return this.#token('other', this.at + 1);
  }

  #value(): IniToken {
    const endOfLine = this.#endOfLine();
    if (endOfLine) return endOfLine;
    const shared = this.#quoteOrVariable();
    if (shared) return shared;
    const afterBlanks = this.#blanks(this.at);
    if (afterBlanks > this.at) return this.#token('blank', afterBlanks);
    const char = this.#char(this.at);
    if (OPERATORS.includes(char)) return this.#token('operator', this.#blanks(this.at + 1), char);
    const end = this.#run(VALUE_STOPS);
    const keyword = this.#keyword(end);
    if (keyword) return keyword;
    if (end > this.at) return this.#word(end);
    this.state = 'initial';
    // `=` is left for the parser to stumble over, any other character (the first quote of '') ends the value and is lost.
    return this.#token('end-of-line', char === '=' ? this.at : this.at + 1, '');
  }

  #name(): IniToken {
    const afterBlanks = this.#blanks(this.at);
    if (this.state === 'offset' && this.#char(afterBlanks) === ']') {
      this.state = 'initial';
      return this.#token('close', afterBlanks + 1);
    }
    if (this.state === 'section' && this.#char(this.at) === ']') {
      this.state = 'initial';
      return this.#token('close', this.#newline(this.#blanks(this.at + 1)));
    }
    const shared = this.#quoteOrVariable();
    if (shared) return shared;
    const end = this.#run(NAME_STOPS);
    return end > this.at ? this.#word(end) : this.#stop();
  }

  #word(end: number): IniToken {
    const text = this.#text.slice(this.at, end);
    return this.#token(CONSTANT.test(text) ? 'constant' : NUMBER.test(text) ? 'number' : 'string', end, text);
  }

  /** `"`, `'raw'` and `${` mean the same in values, subscripts and sections. */
  #quoteOrVariable(): IniToken | null {
    const afterBlanks = this.#blanks(this.at);
    if (this.#char(afterBlanks) === '"') {
      this.#stack.push(this.state);
      this.state = 'quotes';
      return this.#token('quote', afterBlanks + 1);
    }
    if (this.#char(this.at) === "'" && this.#char(this.at + 1) !== "'") {
      const close = this.#closingApostrophe();
      if (close === this.#limit) return this.#stop();
      return this.#token('raw', close + 1, this.#text.slice(this.at + 1, close));
    }
    if (this.#char(this.at) === '$' && this.#char(this.at + 1) === '{') {
      this.#stack.push(this.state);
      this.state = 'variable';
      return this.#token('variable-start', this.at + 2);
    }
    return null;
  }

  #closingApostrophe(): number {
    for (let at = this.at + 1; at < this.#limit; at++) {
      const char = this.#text[at];
      if (char === "'") return at;
      if (char === '\n' && !this.#quotesSpanLines) return this.#limit;
    }
    return this.#limit;
  }

  /** A run of ordinary characters; `$` takes the next character with it, and in names `\` does too. */
  #run(stops: string): number {
    let at = this.at;
    for (; at < this.#limit; at++) {
      const char = this.#text.charAt(at);
      if (!stops.includes(char)) continue;
      const next = this.#char(at + 1);
      if (char === '$' && next !== '' && next !== '{') at++;
      else if (char === '\\' && next !== '' && next !== '\r') at++;
      else break;
    }
    return at;
  }

  #quotes(): IniToken {
    if (this.#char(this.at) === '"') {
      this.state = this.#stack.pop() ?? 'initial';
      return this.#token('quote', this.#blanks(this.at + 1));
    }
    if (this.#char(this.at) === '$' && this.#char(this.at + 1) === '{') {
      this.#stack.push(this.state);
      this.state = 'variable';
      return this.#token('variable-start', this.at + 2);
    }
    let at = this.at;
    for (; at < this.#limit; at++) {
      const char = this.#text[at];
      if (char === '"' && !this.#isEscapedQuote(at)) break;
      if (char === '$' && this.#char(at + 1) === '{') break;
      if (char === '\n' && !this.#quotesSpanLines) return this.#stop();
      if (char === '\\' && this.#char(at + 1) !== '"') at++;
    }
    at = Math.min(at, this.#limit);
    return this.#token('quoted', at, unescape(this.#text.slice(this.at, at)));
  }

  /** `\"` stays inside the string unless the line ends there: `"C:\dir\"` is a whole string. */
  #isEscapedQuote(at: number): boolean {
    if (this.#text[at - 1] !== '\\' || at === this.at) return false;
    const next = this.#char(at + 1);
    return next !== '' && next !== '\r' && next !== '\n';
  }

  #variable(): IniToken {
    if (this.#char(this.at) === '}') {
      this.state = this.#stack.pop() ?? 'initial';
      return this.#token('variable-end', this.at + 1);
    }
    const end = this.#match(LABEL, this.at);
    if (end === this.at) return this.#stop();
    const fallback = this.#text.slice(this.at, end).indexOf(':-');
    const wordEnd = fallback === -1 ? end : this.#fallbackEnd(this.at + fallback + 2);
    return this.#token('variable-name', wordEnd, trimBlanks(this.#text.slice(this.at, wordEnd)));
  }

  /** `${VAR:-default}` of PHP 8.3: the default may hold quotes and further variables, up to the brace that closes it. */
  #fallbackEnd(at: number): number {
    let depth = 0;
    for (; at < this.#limit; at++) {
      const char = this.#text[at];
      if (char === '\n') break;
      if (char === '{') depth++;
      else if (char === '}' && depth-- === 0) break;
    }
    return at;
  }
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && (text[start] === ' ' || text[start] === '\t')) start++;
  while (end > start && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return text.slice(start, end);
}

/** zend_ini_escape_string: `\\`, `\"` and `\$` lose the backslash, every other one stays. */
function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const next = text.charAt(at + 1);
    if (text[at] === '\\' && (next === '\\' || next === '"' || next === '$')) at++;
    out += text.charAt(at);
  }
  return out;
}

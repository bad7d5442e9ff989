import {
  BACKSLASH,
  CLOSE_PARENTHESIS,
  DOLLAR,
  DOUBLE_QUOTE,
  isBlank,
  LF,
  OPEN_BRACE,
  SEMICOLON,
  SHARP,
  SINGLE_QUOTE,
} from './characters.ts';
import { decodeEscapes } from './escapes.ts';
import { utf8Length } from './byte-length.ts';
import { RecentTexts } from './recent-texts.ts';
import type { NginxSyntaxProblem, NginxWord } from './tree.ts';

/** `NGX_CONF_BUFFER`: a token and the character that ends it must fit. */
const CONF_BUFFER = 4096;
/** Characters at which a shorter token cannot be over-long, at most three bytes a UTF-16 unit. */
const SURELY_FITS = Math.floor(CONF_BUFFER / 3) - 2;

/** Nobody reads more of them, and what is no configuration has one a character. */
const MOST_PROBLEMS = 1000;

/** Ends of an unquoted word, and the two characters that need a look ahead. */
const SPECIAL = new Uint8Array(128);
for (const character of ' \t\r\n;{\\$') SPECIAL[character.charCodeAt(0)] = 1;

/**
 * Reads words and trivia as `ngx_conf_read_token` does, in one pass and without ever failing:
 * what nginx refuses is noted in `problems` and reading goes on.
 */
export class NginxLexer {
  at = 0;
  line = 1;
  readonly problems: NginxSyntaxProblem[] = [];
  /** Words of the directive being read, kept between directives so that each gets an array of just its size. */
  readonly words: NginxWord[] = [];
  readonly #recent: RecentTexts;

  constructor(readonly text: string) {
    this.#recent = new RecentTexts(text);
  }

  /** The text between two offsets. */
  cut(start: number, end: number): string {
    return this.#recent.cut(start, end);
  }

  /** Moves over blanks. */
  skipBlanks(): void {
    const { text } = this;
    let { at } = this;
    for (let code = text.charCodeAt(at); isBlank(code); code = text.charCodeAt(++at)) if (code === LF) this.line++;
    this.at = at;
  }

  /** Moves over blanks and comments, as they may stand between the words of one directive. */
  skipTrivia(): void {
    this.skipBlanks();
    while (this.text.charCodeAt(this.at) === SHARP) {
      this.skipComment();
      this.skipBlanks();
    }
  }

  /** Moves to an offset ahead, counting lines. */
  skipTo(offset: number): void {
    for (let at = this.text.indexOf('\n', this.at); at !== -1 && at < offset; at = this.text.indexOf('\n', at + 1)) {
      this.line++;
    }
    this.at = offset;
  }

  /** Moves from `#` to just before the line feed. */
  skipComment(): void {
    const start = this.at;
    const end = this.text.indexOf('\n', start);
    this.at = end === -1 ? this.text.length : end;
    this.noteOverlong(start, this.at, '');
  }

  /** Reads one word; the caller has made sure that one begins here. */
  readWord(before: string): NginxWord {
    const first = this.text.charCodeAt(this.at);
    if (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) return this.#readQuoted(before, first);
    return this.#readPlain(before);
  }

  #readPlain(before: string): NginxWord {
    const { text } = this;
    const start = this.at;
    const line = this.line;
    let at = start;
    let escaped = false;
    // The caller saw an ordinary first character: only an escape and a variable matter there.
    for (;;) {
      const code = text.charCodeAt(at);
      if (code >= 128 || SPECIAL[code] === 0) {
        at++;
        continue;
      }
      if (code === BACKSLASH) {
        escaped = true;
        if (text.charCodeAt(at + 1) === LF) this.line++;
        at += 2;
      } else if (code === DOLLAR) {
        at++;
        while (text.charCodeAt(at) === OPEN_BRACE) at++;
      } else {
        break;
      }
    }
    if (at > text.length) at = text.length;
    this.at = at;
    if (at - start > SURELY_FITS) this.noteOverlong(start, at, '', line);
    const raw = this.#recent.cut(start, at);
    return { before, raw, value: escaped ? decodeEscapes(raw) : raw, quote: '', start, line };
  }

  #readQuoted(before: string, quoteCode: number): NginxWord {
    const { text } = this;
    const start = this.at;
    const line = this.line;
    const quote = quoteCode === DOUBLE_QUOTE ? '"' : "'";
    let at = start + 1;
    let escaped = false;
    let lastLine = line;
    for (; at < text.length; at++) {
      let code = text.charCodeAt(at);
      if (code === quoteCode) break;
      if (code === BACKSLASH) {
        escaped = true;
        code = text.charCodeAt(++at);
      }
      if (code === LF) lastLine++;
    }
    const closed = at < text.length;
    const after = text.charCodeAt(at + 1);
    const separated = !closed || Number.isNaN(after) || isBlank(after) || after === SEMICOLON || after === OPEN_BRACE;
    if (closed && (separated || after === CLOSE_PARENTHESIS)) {
      this.at = at + 1;
      this.line = lastLine;
      this.noteOverlong(start + 1, at + 1, quote, line);
      const inner = this.#recent.cut(start + 1, at);
      return {
        before,
        raw: this.#recent.cut(start, at + 1),
        value: escaped ? decodeEscapes(inner) : inner,
        quote,
        start,
        line,
      };
    }
    return this.#readBrokenQuote(before, quote, start, closed ? at : -1, lastLine);
  }

  /**
   * A quote that never closes, or one whose close is followed by more text. When that close stands on another line the
   * quote was most likely left open on its first line, so the word ends there and the rest is read as written.
   * @param close offset of the closing quote nginx would take, or -1
   */
  #readBrokenQuote(before: string, quote: '"' | "'", start: number, close: number, lastLine: number): NginxWord {
    const { text, line } = this;
    if (close === -1) {
      this.note(`unexpected end of file, expecting ";" or "}": the ${quote} opened here is never closed`, start, line);
    } else {
      const next = String.fromCodePoint(text.codePointAt(close + 1) ?? 0);
      this.note(`unexpected "${next}" after the quote that opens here`, start, line);
    }
    if (close !== -1 && lastLine === line) {
      this.at = close + 1;
    } else {
      const lineEnd = text.indexOf('\n', start);
      let end = lineEnd === -1 ? text.length : lineEnd;
      while (end > start + 1 && isBlank(text.charCodeAt(end - 1))) end--;
      if (end > start + 1 && (text[end - 1] === ';' || text[end - 1] === '{')) end--;
      this.at = end;
    }
    const raw = text.slice(start, this.at);
    const inner = close !== -1 && this.at === close + 1 ? raw.slice(1, -1) : raw.slice(1);
    return { before, raw, value: decodeEscapes(inner), quote, start, line };
  }

  note(message: string, start: number, line: number = this.line): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ message, start, line });
  }

  /** nginx keeps a token in a buffer of 4,096 bytes and gives up when it has not ended there and the file goes on. */
  noteOverlong(start: number, end: number, quote: '"' | "'" | '', line: number = this.line): void {
    if (end - start <= SURELY_FITS) return;
    const bytes = utf8Length(this.text, start, end);
    if (bytes < CONF_BUFFER || bytes + utf8Length(this.text, end, end + CONF_BUFFER) <= CONF_BUFFER) return;
    const message =
      quote === ''
        ? `too long parameter "${this.text.slice(start, start + 10)}..." started`
        : `too long parameter, probably missing terminating "${quote}" character`;
    this.note(message, start, line);
  }
}

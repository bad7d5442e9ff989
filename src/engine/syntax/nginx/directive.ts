import { CLOSE_BRACE, OPEN_BRACE, SEMICOLON } from './characters.ts';
import type { NginxLexer } from './lexer.ts';
import { endOfLuaBody, hasForeignBody } from './lua-body.ts';
import type { NginxDirective, NginxWord } from './tree.ts';

/** A directive under construction: `end`, `tail` and `close` of a block become known at its brace. */
export type GrowingDirective = { -readonly [Key in keyof NginxDirective]: NginxDirective[Key] };

/**
 * Reads one directive up to its `;` or `{`. When a `}` or the end of the text comes first, the directive ends with its
 * last word, so that the comments after it stay comments and the brace still closes its block.
 */
export function readDirective(lexer: NginxLexer, before: string): GrowingDirective {
  const { text, line } = lexer;
  const start = lexer.at;
  const { words } = lexer;
  words[0] = lexer.readWord('');
  let count = 1;
  for (;;) {
    const wordEnd = lexer.at;
    const wordEndLine = lexer.line;
    lexer.skipTrivia();
    const at = lexer.at;
    const code = text.charCodeAt(at);
    if (code === SEMICOLON) {
      lexer.at = at + 1;
      const gap = lexer.cut(wordEnd, at);
      return leaf(before, words.slice(0, count), gap, ';', start, at + 1, line);
    }
    if (code === OPEN_BRACE) {
      lexer.at = at + 1;
      return block(lexer, leaf(before, words.slice(0, count), lexer.cut(wordEnd, at), '{', start, at + 1, line));
    }
    if (code === CLOSE_BRACE || at >= text.length) {
      lexer.at = wordEnd;
      lexer.line = wordEndLine;
      const met = code === CLOSE_BRACE ? 'unexpected "}"' : 'unexpected end of file, expecting ";" or "}"';
      lexer.note(`${met}: this directive has no ";"`, start, line);
      return leaf(before, words.slice(0, count), '', '', start, wordEnd, line);
    }
    words[count++] = lexer.readWord(lexer.cut(wordEnd, at));
  }
}

function leaf(
  before: string,
  words: NginxWord[],
  gap: string,
  open: ';' | '{' | '',
  start: number,
  end: number,
  line: number,
): GrowingDirective {
  return {
    kind: 'directive',
    before,
    words,
    gap,
    open,
    nodes: null,
    rawBody: '',
    tail: '',
    close: '',
    start,
    end,
    line,
  };
}

function block(lexer: NginxLexer, directive: GrowingDirective): GrowingDirective {
  if (!hasForeignBody(directive.words[0]?.value ?? '')) {
    directive.nodes = [];
    return directive;
  }
  const bodyStart = lexer.at;
  const bodyEnd = endOfLuaBody(lexer.text, bodyStart);
  directive.rawBody = lexer.text.slice(bodyStart, bodyEnd);
  if (bodyEnd < lexer.text.length) directive.close = '}';
  else lexer.note('unexpected end of file, expecting "}": this block is never closed', directive.start, directive.line);
  lexer.skipTo(bodyEnd + directive.close.length);
  directive.end = lexer.at;
  return directive;
}

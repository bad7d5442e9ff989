import { CLOSE_BRACE, OPEN_BRACE, SEMICOLON, SHARP } from './characters.ts';
import { readDirective, type GrowingDirective } from './directive.ts';
import { NginxLexer } from './lexer.ts';
import type { NginxFile, NginxNode } from './tree.ts';
import { unclosedBlock } from './unclosed.ts';

interface Level {
  readonly directive: GrowingDirective;
  readonly nodes: NginxNode[];
  /** Lone `{` met in this block: as many `}` are strays too and must not close it. */
  strayBraces: number;
}

/**
 * Reads an nginx configuration or any piece of one into a lossless tree.
 * Words are those of `ngx_conf_read_token` (`ngx_conf_file.c`); what nginx would refuse is reported in `problems`,
 * recovered from at the next `;` or `}`, and kept. Linear in the text, never throws, takes any nesting.
 */
export function parseNginx(text: string, path = ''): NginxFile {
  const lexer = new NginxLexer(text);
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  lexer.at = bom.length;
  if (bom !== '')
    lexer.note('the file begins with a byte order mark, which nginx takes for a part of the first word', 0);

  const roots: NginxNode[] = [];
  const levels: Level[] = [];
  let nodes = roots;
  let tail: string;

  for (;;) {
    const blankStart = lexer.at;
    lexer.skipBlanks();
    const start = lexer.at;
    const line = lexer.line;
    const before = lexer.cut(blankStart, start);
    if (start >= text.length) {
      tail = before;
      break;
    }
    const code = text.charCodeAt(start);
    if (code === SHARP) {
      lexer.skipComment();
      nodes.push({ kind: 'comment', before, text: text.slice(start, lexer.at), start, line });
    } else if (code === CLOSE_BRACE || code === SEMICOLON || code === OPEN_BRACE) {
      lexer.at = start + 1;
      const level = levels[levels.length - 1];
      if (code === CLOSE_BRACE && level?.strayBraces === 0) {
        levels.pop();
        // A copy of just its size: growing arrays keep room that thousands of small blocks would pay for.
        level.directive.nodes = level.nodes.slice();
        level.directive.tail = before;
        level.directive.close = '}';
        level.directive.end = lexer.at;
        nodes = levels[levels.length - 1]?.nodes ?? roots;
        continue;
      }
      const stray = text.charAt(start);
      nodes.push({ kind: 'stray', before, text: stray, start, line });
      lexer.note(`unexpected "${stray}"`, start, line);
      if (level !== undefined && code !== SEMICOLON) level.strayBraces += code === OPEN_BRACE ? 1 : -1;
    } else {
      const directive = readDirective(lexer, before);
      nodes.push(directive);
      if (directive.nodes !== null) {
        levels.push({ directive, nodes: directive.nodes, strayBraces: 0 });
        nodes = directive.nodes;
      }
    }
  }

  const innermost = levels[levels.length - 1]?.directive;
  if (innermost !== undefined) {
    innermost.tail = tail;
    tail = '';
    for (const { directive } of levels) directive.end = text.length;
    const culprit = unclosedBlock(
      text,
      levels.map((level) => level.directive),
    );
    lexer.note('unexpected end of file, expecting "}": this block is never closed', culprit.start, culprit.line);
  }
  return { kind: 'file', path, bom, nodes: roots, tail, problems: lexer.problems };
}

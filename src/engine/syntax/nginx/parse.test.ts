import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNginx } from './parse.ts';
import { printNginx } from './print.ts';
import type { NginxDirective } from './tree.ts';
import { argumentsOf } from './walk.ts';

function first(text: string): NginxDirective {
  return parseNginx(text).nodes.find((node) => node.kind === 'directive') as NginxDirective;
}
const args = (text: string): string[] => argumentsOf(first(text));

describe('parseNginx reads words as nginx does', () => {
  it.each([
    ['return 200 a}b;', ['200', 'a}b']],
    ['return 200 "a;b{c}d";', ['200', 'a;b{c}d']],
    ['return 200 a#b;', ['200', 'a#b']],
    ['return 200 a"b"c;', ['200', 'a"b"c']],
    ['return 200 ${host}x;', ['200', '${host}x']],
    ['return 200 a\\ b;', ['200', 'a\\ b']],
    ['return 200 a\\;b;', ['200', 'a\\;b']],
    ['return 200 \\"a\\tb\\n\\q;', ['200', '"a\tb\n\\q']],
    ['return 200 "it\'s";', ['200', "it's"]],
    ["return 200 'a\\'b';", ['200', "a'b"]],
    ['if ($a = "x") { }', ['($a', '=', 'x', ')']],
    ['return 200 \u00a0 x;', ['200', '\u00a0', 'x']],
    ['a # c;\n b;', ['b']],
    ['a ${{x; b;', ['${{x']],
  ])('%s', (text, expected) => {
    expect(args(text)).toEqual(expected);
  });

  it('opens a block at a brace that touches a word', () => {
    expect(first('server{listen 80;}').nodes).toHaveLength(1);
  });

  it('keeps a Lua body as one raw text', () => {
    const block = first('content_by_lua_block { local s = "}" -- }\n local t = {1, [[}]]} } x;');
    expect([block.rawBody, block.close, block.nodes]).toEqual([
      ' local s = "}" -- }\n local t = {1, [[}]]} ',
      '}',
      null,
    ]);
  });
});

describe('parseNginx recovers', () => {
  it('from a missing semicolon before a brace', () => {
    const file = parseNginx('server {\n  root /x # here\n}\nhttp {}');
    expect(file.nodes.map((node) => node.kind === 'directive' && node.words[0]?.value)).toEqual(['server', 'http']);
    expect(file.problems).toMatchObject([{ line: 2 }]);
  });

  it('from braces too many and names the line of each stray', () => {
    expect(parseNginx('a;\n}\n;b;').problems).toMatchObject([{ line: 2 }, { line: 3 }]);
  });

  it('names the block that was left open, not the end of the file', () => {
    const text = 'http {\n  server {\n    location / {\n      root /x;\n  }\n}\n';
    expect(parseNginx(text).problems).toMatchObject([{ line: 3 }]);
  });

  it('names the line of a quote that is never closed', () => {
    const file = parseNginx('a "b;\nc d;\ne "f";\n');
    expect(file.problems[0]).toMatchObject({ line: 1 });
    expect(file.nodes).toHaveLength(3);
  });

  it('takes nesting deeper than any call stack', () => {
    const deep = 'a {'.repeat(100_000);
    expect(printNginx(parseNginx(deep)) === deep).toBe(true);
  });
});

describe('printNginx', () => {
  it('gives back 20,000 generated texts', () => {
    const seed = Date.now() % 0x7fffffff;
    console.info(`seed ${seed}`);
    const piece = fc.constantFrom(
      ...Array.from('{};"\'\\#$() \t\r\nab\u00a0\ufeff\u{1f600}'),
      '${',
      'x_by_lua_block {',
      '--',
      '[[',
      ']]',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (source) => printNginx(parseNginx(source)) === source),
      { numRuns: 20_000, seed },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { parseIni } from './parse.ts';
import type { IniDialect, IniEntry } from './tree.ts';

function entries(text: string, dialect: IniDialect = 'php-ini'): IniEntry[] {
  return parseIni(text, '', dialect).nodes.filter((node) => node.kind === 'entry');
}

function value(raw: string): string | null | undefined {
  return entries(`a = ${raw}\n`)[0]?.value;
}

/** The shortest of some runs: other work on the machine only ever adds. */
function shortest(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  });
  return Math.min(...times);
}

describe('parseIni', () => {
  it.each([
    ['128M ; comment', '128M'],
    ['"a;b" ; c', 'a;b'],
    ['On', '1'],
    ['none', ''],
    ['NULL', ''],
    ['E_ALL & ~E_NOTICE', '32759'],
    ['E_ALL & ~E_DEPRECATED & ~E_STRICT', '22527'],
    ['(1|2)&3', '3'],
    ['!1', '0'],
    ['x^y', '0'],
    ['"x" \'y\'\tz', 'xy\tz'],
    ['"b\\\\"', 'b\\'],
    ['"C:\\dir\\"', 'C:\\dir\\'],
    ['${HOME}/x', '${HOME}/x'],
    ['${X:-/var/log}', '${X:-/var/log}'],
    ['E_ALL & ~${X}', 'E_ALL & ~${X}'],
    ['# not a comment', '# not a comment'],
    ['none/foo', 'none/foo'],
    ['', ''],
  ])('reads the value %s', (raw, expected) => {
    expect(value(raw)).toBe(expected);
  });

  it.each([
    ['a = 1 = 2', "syntax error, unexpected '='"],
    ['a = on foo', 'syntax error, unexpected TC_CONSTANT'],
    ['  [www]', "syntax error, unexpected END_OF_LINE, expecting '='"],
    ['[www', "syntax error, unexpected end of file, expecting ']'"],
    ['a = "x', `syntax error, unexpected end of file, expecting TC_DOLLAR_CURLY or TC_QUOTED_STRING or '"'`],
    ['yes = 1', 'syntax error, unexpected BOOL_TRUE'],
    ['a = (1', "syntax error, unexpected END_OF_LINE, expecting '^' or '|' or '&' or ')'"],
  ])('refuses %s as PHP does', (text, message) => {
    const file = parseIni(`${text}\nb = 2\n`, '', 'fpm');
    expect(file.problems.map((problem) => problem.message)).toEqual([message]);
    expect(file.nodes.some((node) => node.kind === 'entry' && node.key === 'b')).toBe(true);
  });

  it('keeps sections, subscripts and bare keys', () => {
    const file = parseIni('[www]\nenv[PATH] = /bin\nphp_admin_value[ memory_limit ]=1\nlonely\na[] = 1\n', '', 'fpm');
    expect(
      file.nodes.filter((node) => node.kind === 'entry').map((e) => [e.section, e.key, e.subscript, e.value]),
    ).toEqual([
      ['www', 'env', 'PATH', '/bin'],
      ['www', 'php_admin_value', 'memory_limit ', '1'],
      ['www', 'lonely', null, null],
      ['www', 'a', '', '1'],
    ]);
  });

  it('reads a pool file line by line and php.ini as one text', () => {
    const text = 'a = "x\ny"\nb = 1\n';
    expect(entries(text).map((entry) => entry.value)).toEqual(['x\ny', '1']);
    expect(parseIni(text, '', 'fpm').problems.map((problem) => problem.line)).toEqual([1, 2]);
  });

  it('knows that a lone apostrophe silently ends what PHP reads', () => {
    const file = parseIni("a = it's\nb = 1\n");
    expect(file.problems).toMatchObject([{ silent: true, line: 1 }]);
    expect(file.problems[0]?.start).toBe(6);
  });

  it("reads '' as an empty value followed by a stray key", () => {
    expect(entries("a = ''\n", 'fpm').map((entry) => [entry.key, entry.value])).toEqual([
      ['a', ''],
      ["'", null],
    ]);
  });

  it('grows linearly on texts without closing quotes', () => {
    for (const line of ['a="\\"\n', "a='\n", 'a = ((((((\n', 'x\0\n', 'a = "${\n', 'a\n[b\n']) {
      for (const dialect of ['fpm', 'php-ini'] as const) {
        const steps = [2000, 20_000].map((lines) => shortest(() => parseIni(line.repeat(lines), '', dialect)));
        expect((steps[1] ?? 0) / Math.max(steps[0] ?? 0, 3), line).toBeLessThan(60);
      }
    }
  });
});

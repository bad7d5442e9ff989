import { describe, expect, it } from 'vitest';
import { compilePattern } from './pattern.ts';

const CASES: readonly (readonly [pattern: string, text: string])[] = [
  ['\\.php$', '/index.php'],
  ['\\.php$', '/index.php/x'],
  ['^(.+?\\.php)(/.*)$', '/a.php/b.php/c'],
  ['^(.+\\.php)(.*)$', '/a.php/b.php/c'],
  ['[^/]\\.php(/|$)', '/x.php/y'],
  ['\\.(jpe?g|png|gif)$', '/a/b.jpeg'],
  ['^/api/v(\\d+)/(?<rest>.*)$', '/api/v12/users/7'],
  ['^/(?!admin)(\\w+)', '/adminx'],
  ['^/(?!admin/)(\\w+)', '/user/'],
  ['(?<=/)b+', 'a/bbb'],
  ['(?<!/)b+', '/bbb'],
  ['^(a|ab)(c|bcd)(d*)$', 'abcd'],
  ['(a*)*b', 'aaac'],
  ['(x+x+)+y', 'xxxxxxxxxxxxxxxxxxxx'],
  ['[[:alpha:]_-]{2,3}', '1a-b'],
  ['^[a-z0-9.]+$', 'a.b9'],
  ['[]a]+', 'x]a'],
  ['a{2}b{1,}c{0,1}', 'aabbb'],
  ['\\bfoo\\b', 'a foo b'],
  ['x|', 'y'],
  ['^/\\x41$', '/A'],
];

/** The same pattern for the reference engine, which has no POSIX classes and no leading bracket in a class. */
const asJavaScript = (pattern: string): RegExp =>
  new RegExp(pattern.replace('[:alpha:]', 'a-zA-Z').replace('[]a]', '[\\]a]'));

describe('patterns of nginx configurations', () => {
  it.each(CASES)('%s on %s captures what a Perl-like engine captures', (pattern, text) => {
    const expected = asJavaScript(pattern).exec(text);
    const match = compilePattern(pattern)?.match(text);
    expect(match === null ? null : match?.captures).toEqual(
      expected === null ? null : Array.from(expected, (c: string | undefined) => c ?? ''),
    );
  });

  it('ignores case where asked, for a whole pattern, a rest or a group', () => {
    expect(compilePattern('\\.PHP$', true)?.match('/a.php')).toBeTruthy();
    expect(compilePattern('(?i)\\.PHP$')?.match('/a.php')).toBeTruthy();
    expect(compilePattern('/(?i:A)b')?.match('/ab')).toBeTruthy();
    expect(compilePattern('/(?i:A)b')?.match('/aB')).toBeNull();
    expect(compilePattern('[A-C]', true)?.match('b')).toBeTruthy();
  });

  it('gives named groups', () => {
    expect(compilePattern('^(?<sub>.+)\\.x$')?.match('shop.x')?.named).toEqual({ sub: 'shop' });
    expect(compilePattern("^(?P<a>.)(?'b'.)$")?.match('12')?.named).toEqual({ a: '1', b: '2' });
  });

  it('does not give back what an atomic group or a possessive repeat took', () => {
    expect(compilePattern('(?>a*)a')?.match('aaa')).toBeNull();
    expect(compilePattern('a*+a')?.match('aaa')).toBeNull();
    expect(compilePattern('(?>a*)b')?.match('aab')).toBeTruthy();
  });

  it.each(['(', 'a)', '*a', '[a', '(?P=x)', '(a)\\1', '(?<1>a)', 'a{3,2}', '\\Qa\\E', '((((a{999}){999}){999}){999})'])(
    'says nothing about %s',
    (pattern) => {
      expect(compilePattern(pattern)).toBeNull();
    },
  );

  it('grows at most with program × text on the patterns that make other engines explode', () => {
    const bad = compilePattern('^(([a-z])+.)+[A-Z]([a-z])+$');
    expect(bad?.match('a'.repeat(4000))).toBeNull();
    const looking = compilePattern('(?=(a+)+$)(?=.*b)x');
    expect(looking?.match('a'.repeat(3000))).not.toBeDefined();
  });
});

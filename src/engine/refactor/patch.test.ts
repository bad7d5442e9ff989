import { describe, expect, it } from 'vitest';
import type { Edit } from '../text/edit.ts';
import { unifiedPatch } from './patch.ts';

const edit = (text: string, at: string, replacement: string): Edit => {
  const start = text.indexOf(at);
  return { path: '/etc/a.conf', start, end: start + at.length, text: replacement };
};
const body = (patch: string): string[] => patch.split('\n').slice(2, -1);

describe('unifiedPatch', () => {
  it('names files without the leading slash and leaves out what does not change', () => {
    const documents = [
      { path: '/etc/a.conf', text: 'a\n' },
      { path: '/etc/b.conf', text: 'b\n' },
    ];
    expect(unifiedPatch(documents, [edit('a\n', 'a', 'x')])).toBe(
      '--- a/etc/a.conf\n+++ b/etc/a.conf\n@@ -1 +1 @@\n-a\n+x\n',
    );
    expect(unifiedPatch(documents, [])).toBe('');
    expect(unifiedPatch(documents, [edit('a\n', 'a', 'a')])).toBe('');
  });

  it('keeps CRLF in every line', () => {
    const text = 'a\r\nb\r\nc\r\n';
    expect(body(unifiedPatch([{ path: '/etc/a.conf', text }], [edit(text, 'b', 'x')]))).toEqual([
      '@@ -1,3 +1,3 @@',
      ' a\r',
      '-b\r',
      '+x\r',
      ' c\r',
    ]);
  });

  it('says where a text ends without a newline', () => {
    const text = 'a\nb';
    const append = { path: '/etc/a.conf', start: 3, end: 3, text: '\nc' };
    expect(body(unifiedPatch([{ path: '/etc/a.conf', text }], [append]))).toEqual([
      '@@ -1,2 +1,3 @@',
      ' a',
      '-b',
      '\\ No newline at end of file',
      '+b',
      '+c',
      '\\ No newline at end of file',
    ]);
  });

  it('joins changes whose context touches, and keeps others apart', () => {
    const text = Array.from({ length: 30 }, (_, at) => `line${String(at).padStart(2, '0')}\n`).join('');
    const hunks = (...at: readonly string[]): number =>
      unifiedPatch(
        [{ path: '/etc/a.conf', text }],
        at.map((line) => edit(text, line, 'x')),
      ).split('\n@@ ').length - 1;
    expect(hunks('line05', 'line12')).toBe(1);
    expect(hunks('line05', 'line13')).toBe(2);
  });

  it('shows neighbouring changes as one block', () => {
    const text = 'a\nb\nc\n';
    expect(body(unifiedPatch([{ path: '/etc/a.conf', text }], [edit(text, 'a', 'x'), edit(text, 'b', 'y')]))).toEqual([
      '@@ -1,3 +1,3 @@',
      '-a',
      '-b',
      '+x',
      '+y',
      ' c',
    ]);
  });

  it('quotes names that need it, as git does', () => {
    const quoted = unifiedPatch(
      [{ path: '/a"\n.conf', text: 'a\n' }],
      [{ path: '/a"\n.conf', start: 0, end: 1, text: 'x' }],
    );
    expect(quoted.split('\n')[0]).toBe('--- "a/a\\"\\012.conf"');
  });

  it('throws on edits that overlap: a wrong use', () => {
    const text = 'abc\n';
    expect(() => unifiedPatch([{ path: '/etc/a.conf', text }], [edit(text, 'ab', 'x'), edit(text, 'bc', 'y')])).toThrow(
      RangeError,
    );
  });

  it('grows with the text, not with text × edits', () => {
    const time = (lines: number): number => {
      const text = '    fastcgi_read_timeout 60s;\n'.repeat(lines);
      const edits = Array.from({ length: 50 }, (_, at) => {
        const start = Math.floor((at * lines) / 50) * 30 + 25;
        return { path: '/etc/a.conf', start, end: start + 2, text: '90' };
      });
      const runs = Array.from({ length: 5 }, () => {
        const from = performance.now();
        unifiedPatch([{ path: '/etc/a.conf', text }], edits);
        return performance.now() - from;
      });
      return Math.min(...runs);
    };
    time(20_000);
    expect(time(200_000) / Math.max(time(20_000), 0.05)).toBeLessThan(40);
  });
});

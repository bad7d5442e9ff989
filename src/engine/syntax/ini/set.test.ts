import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../text/edit.ts';
import { parseIni } from './parse.ts';
import { commentOut, removeKey, setKey } from './set.ts';
import type { IniEntry } from './tree.ts';

function set(text: string, section: string | null, key: string, value: string): string {
  return applyEdits(text, [setKey(parseIni(text, '', 'fpm'), section, key, value)]);
}

describe('setKey', () => {
  it('replaces the last value, its comment and spacing kept', () => {
    const text = '[www]\r\npm = static\r\n  PM  =  dynamic ; why\r\n[b]\r\npm = static\r\n';
    expect(set(text, 'www', 'pm', 'ondemand')).toBe(
      '[www]\r\npm = static\r\n  PM  =  ondemand ; why\r\n[b]\r\npm = static\r\n',
    );
  });

  it('replaces the first of several subscripted ones, which is the one that counts', () => {
    const text = '[www]\nphp_value[a] = 1\nphp_value[a] = 2\n';
    expect(set(text, 'www', 'php_value[a]', '3')).toBe('[www]\nphp_value[a] = 3\nphp_value[a] = 2\n');
  });

  it('adds a line behind the last entry of the section in its style', () => {
    const text = '[www]\r\n\tpm=static\r\n\r\n; end\r\n[b]\r\n';
    expect(set(text, 'www', 'pm.max_children', '5')).toBe(
      '[www]\r\n\tpm=static\r\n\tpm.max_children=5\r\n\r\n; end\r\n[b]\r\n',
    );
    expect(set('[www]\na = 1', 'www', 'b', '2')).toBe('[www]\na = 1\nb = 2');
    expect(set('[www]\n; nothing\n', 'www', 'b', '2')).toBe('[www]\nb = 2\n; nothing\n');
  });

  it('adds a section or a first line where there is none', () => {
    expect(set('a = 1\n', 'www', 'b', '2')).toBe('a = 1\n[www]\nb = 2\n');
    expect(set('', null, 'b', '2')).toBe('b = 2\n');
    expect(set('; c', 'www', 'b', '2')).toBe('; c\n[www]\nb = 2\n');
  });

  it('gives a bare key its value', () => {
    expect(set('[www]\npm\n', 'www', 'pm', 'static')).toBe('[www]\npm = static\n');
  });
});

describe('commentOut and removeKey', () => {
  const text = '[www]\n  a = 1 ; c\nb = 2\n';
  const [first] = parseIni(text).nodes.filter((node): node is IniEntry => node.kind === 'entry');

  it('touch one entry only', () => {
    if (!first) throw new Error('no entry');
    expect(applyEdits(text, [commentOut(first)])).toBe('[www]\n  ;a = 1 ; c\nb = 2\n');
    expect(applyEdits(text, [removeKey(first)])).toBe('[www]\nb = 2\n');
  });
});

import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../text/edit.ts';
import { parseNginx } from './parse.ts';
import { insertBefore, removeDirective, setDirective } from './set.ts';
import type { NginxDirective } from './tree.ts';

function block(text: string, ...path: number[]): NginxDirective | null {
  let nodes = parseNginx(text).nodes;
  let found: NginxDirective | null = null;
  for (const at of path) {
    found = nodes.filter((node) => node.kind === 'directive')[at] ?? null;
    nodes = found?.nodes ?? [];
  }
  return found;
}
function set(text: string, path: number[], name: string, args: string): string {
  return applyEdits(text, [setDirective(parseNginx(text), block(text, ...path), name, args, text)]);
}

describe('setDirective', () => {
  it('replaces the last value that stands in the block itself', () => {
    const text = 'http {\n  a  1 ; # one\n  server { a 2; }\n}\n';
    expect(set(text, [0], 'a', '9')).toBe('http {\n  a 9 ; # one\n  server { a 2; }\n}\n');
  });
  it('adds a line after the settings and their comments, above nested blocks', () => {
    const text = 'http {\r\n\ta 1; # one\r\n\tserver { }\r\n}\r\n';
    expect(set(text, [0], 'b', '2')).toBe('http {\r\n\ta 1; # one\r\n\tb 2;\r\n\tserver { }\r\n}\r\n');
  });
  it('opens up an empty block on one line', () => {
    expect(set('http {\n  server { }\n}\n', [0, 0], 'b', '2')).toBe('http {\n  server {\n    b 2;\n  }\n}\n');
  });
  it('adds to a block that begins with a nested block', () => {
    expect(set('http {\n  server { }\n}\n', [0], 'b', '2')).toBe('http {\n  b 2;\n  server { }\n}\n');
  });
  it('adds at file level', () => {
    expect(set('user x;\nevents {}\n', [], 'b', '2')).toBe('user x;\nb 2;\nevents {}\n');
    expect(set('events {}\n', [], 'b', '2')).toBe('b 2;\nevents {}\n');
  });
});

describe('removeDirective and insertBefore', () => {
  const text = 'a 1;\nb 2; # keep\nc 3;\n';
  it('takes the whole line only when nothing else stands on it', () => {
    expect(applyEdits(text, [removeDirective(block(text, 2) as NginxDirective, text)])).toBe('a 1;\nb 2; # keep\n');
    expect(applyEdits(text, [removeDirective(block(text, 1) as NginxDirective, text)])).toBe('a 1;\n # keep\nc 3;\n');
  });
  it('keeps the indentation', () => {
    expect(applyEdits(text, [insertBefore(block(text, 1) as NginxDirective, 'x;', text)])).toContain('x;\nb 2;');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNginx } from '../../src/engine/syntax/nginx/check.ts';
import { parseNginx } from '../../src/engine/syntax/nginx/parse.ts';
import { printNginx } from '../../src/engine/syntax/nginx/print.ts';
import type { NginxDirective } from '../../src/engine/syntax/nginx/tree.ts';
import { walk } from '../../src/engine/syntax/nginx/walk.ts';

const RUNS = 100_000;

const bytes = fc
  .uint8Array({ maxLength: 80 })
  .map((array) => Array.from(array, (byte) => String.fromCharCode(byte)).join(''));
const piece = fc.constantFrom(
  ...Array.from('{};"\'\\#$() \t\r\nab\u00a0\ufeff\u{1f600}'),
  'server {',
  'listen 80;',
  '# note\n',
  '${',
  'x_by_lua_block {',
  '--[[',
  ']]',
);
const source = fc.oneof(
  bytes,
  fc.array(piece, { maxLength: 50 }).map((pieces) => pieces.join('')),
);

describe('the tree', () => {
  it(`gives back ${RUNS.toLocaleString('en')} generated texts`, () => {
    const seed = Date.now() % 0x7fffffff;
    console.info(`seed ${seed}`);
    fc.assert(
      fc.property(source, (text) => printNginx(parseNginx(text)) === text),
      { numRuns: RUNS, seed },
    );
  });

  it('keeps every other byte when one node changes', () => {
    const seed = Date.now() % 0x7fffffff;
    console.info(`seed ${seed}`);
    fc.assert(
      fc.property(source, fc.nat(), (text, pick) => {
        const file = parseNginx(text);
        const all: NginxDirective[] = [];
        walk(file.nodes, (directive) => {
          all.push(directive);
          return true;
        });
        const chosen = all[pick % Math.max(all.length, 1)];
        const word = chosen?.words[0];
        if (word === undefined) return true;
        const { start } = word;
        const length = word.raw.length;
        word.raw = 'CHANGED';
        return printNginx(file) === `${text.slice(0, start)}CHANGED${text.slice(start + length)}`;
      }),
      { numRuns: 10_000, seed },
    );
  });

  it('is judged without a throw whatever it holds', () => {
    const seed = Date.now() % 0x7fffffff;
    console.info(`seed ${seed}`);
    fc.assert(
      fc.property(source, (text) => checkNginx(text).problems.every(({ line, column }) => line >= 1 && column >= 1)),
      { numRuns: 10_000, seed },
    );
    expect(checkNginx('location / {'.repeat(20_000)).accepted).toBe(false);
  });
});

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIni } from './parse.ts';
import { printIni } from './print.ts';

const SEED = 20261120;

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

const PIECES = ['a', '=', ' ', '\n', '\r\n', '\r', '\t', ';', '"', "'", '[', ']', '${', '}', '$', '\\', '&', '~', '('];

describe('printIni', () => {
  it.each(['fpm', 'php-ini'] as const)('gives back every generated %s text', (dialect) => {
    console.info(`seed ${String(SEED)}`);
    const text = fc.oneof(
      fc.uint8Array({ maxLength: 60 }).map((bytes) => String.fromCharCode(...bytes)),
      fc
        .array(fc.constantFrom(...PIECES, '[www]', 'pm', 'E_ALL', '\0', '\uFEFF'), { maxLength: 30 })
        .map((p) => p.join('')),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    fc.assert(
      fc.property(text, (x) => {
        if (printIni(parseIni(x, '', dialect)) !== x) throw new Error(JSON.stringify(x));
      }),
      { numRuns: 50_000, seed: SEED },
    );
  });

  it('joins the nodes: another value changes its own bytes only', () => {
    const file = parseIni('[www]\r\n pm = static ; why\r\n', '', 'fpm');
    const entry = file.nodes.find((node) => node.kind === 'entry');
    if (entry) entry.valueRaw = 'dynamic';
    expect(printIni(file)).toBe('[www]\r\n pm = dynamic ; why\r\n');
  });

  it('starts every node where it stands in the text', () => {
    const text = '; c\n[www]\n  a = 1\n b[x] = "2" ; d\n';
    for (const node of parseIni(text, '', 'fpm').nodes) {
      if (node.kind === 'entry') expect(text.startsWith(node.keyRaw, node.start)).toBe(true);
      if (node.kind === 'entry') expect(text.startsWith(node.valueRaw, node.valueStart)).toBe(true);
      if (node.kind === 'section') expect(text[node.start]).toBe('[');
    }
  });

  it('gives back the collected real files', () => {
    const corpus = ['../shared/corpus/real-fpm', '../shared/corpus/real-phpini'].filter((folder) => existsSync(folder));
    if (corpus.length === 0) console.info('skipped: corpus not present');
    for (const path of corpus.flatMap(filesBelow)) {
      const text = readFileSync(path, 'latin1');
      expect(printIni(parseIni(text, path, 'fpm')) === text, path).toBe(true);
      expect(printIni(parseIni(text, path, 'php-ini')) === text, path).toBe(true);
    }
  });
});

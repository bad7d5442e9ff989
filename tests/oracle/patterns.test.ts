import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { VENDOR_TOKENS } from '../../src/engine/redact/detect/vendor-tokens.ts';

const SRC = join(import.meta.dirname, '../../src');
/** Milliseconds for one pattern; a pattern that takes longer to judge is not simple enough. */
const BUDGET = 60_000;
const AT_ONCE = 4;

interface Pattern {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression literal of the product. */
function literals(): Pattern[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('.d.ts'))
    .flatMap((file) => {
      const found: Pattern[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) {
          const end = node.text.lastIndexOf('/');
          found.push({ where: file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
        }
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.Latest));
      return found;
    });
}

describe('patterns', () => {
  it('are all linear in the text, literals and built ones', { timeout: 600_000 }, async () => {
    const built = VENDOR_TOKENS.map(({ name, pattern }) => ({
      where: name,
      source: pattern.source,
      flags: pattern.flags,
    }));
    const once = new Map([...literals(), ...built].map((one) => [`${one.source}/${one.flags}`, one]));
    const left = [...once.values()];
    expect(left.length).toBeGreaterThan(300);
    const unsafe: string[] = [];
    const judge = async (): Promise<void> => {
      for (let one = left.pop(); one; one = left.pop()) {
        const { status } = await check(one.source, one.flags, { timeout: BUDGET });
        if (status !== 'safe') unsafe.push(`${one.where}: /${one.source}/${one.flags} is ${status}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, judge));
    expect(unsafe).toEqual([]);
  });
});

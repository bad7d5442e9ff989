import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { VENDOR_TOKENS } from '../../src/engine/redact/detect/vendor-tokens.ts';

const room = fileURLToPath(new URL('../../src/engine/redact/', import.meta.url));
const BUDGET = 20_000;

/** Every regular expression literal of the room, whether it finds secrets or not. */
function literals(): { file: string; source: string; flags: string }[] {
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const found: { file: string; source: string; flags: string }[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) {
          const end = node.text.lastIndexOf('/');
          found.push({ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
        }
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(file, readFileSync(`${room}${file}`, 'utf8'), ts.ScriptTarget.Latest));
      return found;
    });
}

describe('patterns', () => {
  it('are all linear in the text, literals and built ones', { timeout: 600_000 }, () => {
    const built = VENDOR_TOKENS.map(({ name, pattern }) => ({
      file: name,
      source: pattern.source,
      flags: pattern.flags,
    }));
    const all = [...literals(), ...built];
    expect(all.length).toBeGreaterThan(200);
    const unsafe = all.filter(({ source, flags }) => checkSync(source, flags, { timeout: BUDGET }).status !== 'safe');
    expect(unsafe).toEqual([]);
  });
});

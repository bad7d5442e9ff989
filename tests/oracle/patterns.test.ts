import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/engine/redact/detect/commands.ts';
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

type Attack = Extract<Awaited<ReturnType<typeof check>>, { status: 'vulnerable' }>['attack'];

/** Characters of the shorter attack; the longer one has four times as many. */
const ATTACKED = 40_000;
/** Four times the text: four times the work where it is linear, sixteen times where it is quadratic. */
const MOST_GROWTH = 9;
/** Below this nothing can be said of growth. */
const NOTHING_MS = 15;

/**
 * Whether the text that the checker holds against a pattern really grows faster than itself. The checker searches at random
 * and counts steps in texts of 2,000 characters, where a bounded repeat looks like an unbounded one.
 */
function grows({ source, flags }: Pattern, { pumps, suffix }: Attack): boolean {
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
  const size = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const textOf = (length: number): string =>
    pumps.map(({ prefix, pump }) => prefix + pump.repeat(Math.ceil(length / size))).join('') + suffix;
  const [short, long] = [textOf(ATTACKED), textOf(ATTACKED * 4)];
  let [shorter, longer] = [Infinity, Infinity];
  // By turns, so that a machine that slows down slows both; what is exponential is not waited for.
  for (let turn = 0; turn < 5 && !(turn > 0 && longer > ENDLESS_MS); turn++) {
    shorter = Math.min(
      shorter,
      workOf(() => pattern.test(short)),
    );
    longer = Math.min(
      longer,
      workOf(() => pattern.test(long)),
    );
  }
  return longer > NOTHING_MS && longer > shorter * MOST_GROWTH;
}

const ENDLESS_MS = 5000;

/** What the processor worked on it, in milliseconds: other work on the machine does not count. */
function workOf(task: () => unknown): number {
  const began = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

describe('patterns', () => {
  it('are all linear in the text, literals and built ones', { timeout: 600_000 }, async () => {
    const tokens = VENDOR_TOKENS.map(({ name, pattern }) => ({ where: name, pattern }));
    const commands = COMMANDS.flatMap(({ name, flag, hints }) =>
      [name, flag].map((pattern) => ({ where: `the command ${hints.join(', ')}`, pattern })),
    );
    const built = [...tokens, ...commands].map(({ where, pattern: { source, flags } }) => ({ where, source, flags }));
    const once = new Map([...literals(), ...built].map((one) => [`${one.source}/${one.flags}`, one]));
    const left = [...once.values()];
    expect(left.length).toBeGreaterThan(300);
    const unsafe: string[] = [];
    const judge = async (): Promise<void> => {
      for (let one = left.pop(); one; one = left.pop()) {
        const judged = await check(one.source, one.flags, { timeout: BUDGET });
        if (judged.status === 'safe') continue;
        // What is exponential would never end here.
        const isDoubtful = judged.status === 'vulnerable' && judged.complexity.type === 'polynomial';
        if (isDoubtful && !grows(one, judged.attack)) continue;
        unsafe.push(`${one.where}: /${one.source}/${one.flags} is ${judged.status}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, judge));
    expect(unsafe).toEqual([]);
  });
});

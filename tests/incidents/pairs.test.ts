import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { outranks } from '../../src/engine/diagnosis/precedence.ts';
import { analyze, type CauseId } from '../../src/engine/index.ts';

/** Two incidents in one paste: whatever comes first, it is one of the two, and the other one is named as well. */
const ROOT = join(import.meta.dirname, 'diagnosis');
/** Cases that speak of several hosts, moments or versions cannot be laid over another one. */
const OWN_WORLD = /^(?:machines|composite|versions|config|recorded|twin)/;
const PAIRS = 60;
const SEED = 20260301;

interface Case {
  readonly name: string;
  readonly cause: CauseId;
  readonly documents: ReadonlyMap<string, string>;
}

const cases = readdirSync(ROOT).flatMap((name): Case[] => {
  const { cause, confidence } = JSON.parse(readFileSync(join(ROOT, name, 'expected.json'), 'utf8')) as Record<string, unknown>;
  if (typeof cause !== 'string' || confidence !== 'high' || OWN_WORLD.test(name)) return [];
  const folder = join(ROOT, name, 'in');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return [
    {
      name,
      cause: cause as CauseId,
      documents: new Map(paths.map((path) => [relative(folder, path), readFileSync(path, 'latin1')])),
    },
  ];
});

/** Logs of one name go on below each other; of two configs of one name the second counts. */
function together(one: Case, other: Case): { path: string; text: string }[] {
  const documents = new Map(one.documents);
  for (const [path, text] of other.documents) {
    const known = documents.get(path);
    documents.set(path, known === undefined || /\.(?:conf|ini)$/.test(path) ? text : `${known.trimEnd()}\n${text}`);
  }
  return [...documents].map(([path, text]) => ({ path, text }));
}

function* pairs(): Generator<readonly [Case, Case]> {
  let state = SEED;
  const next = (): Case => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const chosen = cases[Math.floor((state / 2_147_483_648) * cases.length)];
    if (chosen === undefined) throw new Error('no cases');
    return chosen;
  };
  for (let made = 0; made < PAIRS; ) {
    const [one, other] = [next(), next()];
    if (one.cause === other.cause || outranks(one.cause, other.cause) || outranks(other.cause, one.cause)) continue;
    made++;
    yield [one, other];
  }
}

it('names both causes of two incidents in one paste', { timeout: 120_000 }, () => {
  const wrong: string[] = [];
  const silent: string[] = [];
  for (const [one, other] of pairs()) {
    const report = analyze(together(one, other));
    const named = report.causes.map(({ cause }) => cause);
    const label = `${one.name} + ${other.name}: ${named.slice(0, 4).join(', ')}`;
    if (report.verdict.cause !== one.cause && report.verdict.cause !== other.cause) wrong.push(label);
    if (!named.includes(one.cause) || !named.includes(other.cause)) silent.push(label);
  }
  // Two that share an address or a year may meet in ways that no single paste would.
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(PAIRS / 30);
  expect(silent.length, silent.join('\n')).toBeLessThanOrEqual(PAIRS / 30);
});

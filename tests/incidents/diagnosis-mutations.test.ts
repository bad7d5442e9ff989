import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/engine/index.ts';

const ROOT = join(import.meta.dirname, 'diagnosis');
const SEED = Number(process.env['SEED'] ?? 20260301);
const RUNS = Number(process.env['RUNS'] ?? 250);

/** mulberry32: small, and good enough to pick cases and cuts. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Case {
  readonly name: string;
  readonly causes: readonly (string | null)[];
  readonly candidates: readonly string[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

function load(name: string): Case {
  const folder = join(ROOT, name, 'in');
  const expected = JSON.parse(readFileSync(join(ROOT, name, 'expected.json'), 'utf8')) as {
    cause: string | null | string[];
    candidates?: string[];
  };
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(folder, file), text: readFileSync(file, 'latin1') }));
  return { name, causes: [expected.cause].flat(), candidates: expected.candidates ?? [], files };
}

const isConfig = (path: string): boolean => path.startsWith('etc/');
const cases = readdirSync(ROOT)
  .map(load)
  .filter(({ files }) => files.every(({ text }) => text.length < 20_000))
  // Without its log lines a refused file is a refused file.
  .filter(({ name }) => !name.startsWith('config-'));
const lines = (text: string, change: (line: string) => string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : change(line)))
    .join('\n');

/** What mail, terminals and containers do to a log; none of it changes what it says. */
const CARRIERS: Readonly<Record<string, (text: string) => string>> = {
  'line ends of Windows': (text) => text.replace(/\n/g, '\r\n'),
  'quoted in a mail': (text) => lines(text, (line) => `> ${line}`),
  'prefixed by compose': (text) => lines(text, (line) => `web-1  | ${line}`),
};

describe('diagnosis of mutated evidence', () => {
  it.each(Object.entries(CARRIERS))('stays the same when %s', (_name, carry) => {
    const next = random(SEED);
    const said = cases
      .filter(({ files }) => files.every(({ path }) => path.startsWith('var/log/') || isConfig(path)))
      .filter(() => next() < 0.35)
      // In front of a host's name a container's hides it.
      .filter(({ name }) => !name.startsWith('machines-'))
      .filter(({ causes, files }) => {
        const carried = files.map((file) => (isConfig(file.path) ? file : { ...file, text: carry(file.text) }));
        const { verdict } = analyze(carried);
        // A compose prefix is itself evidence of a container.
        return !causes.includes(verdict.cause) && verdict.cause !== 'wrong-address';
      })
      .map(({ name }) => name);
    expect(said, `seed ${String(SEED)}`).toEqual([]);
  });

  it('never throws, and is not sure of something else when lines are missing', () => {
    const next = random(SEED);
    const wrong = new Set<string>();
    for (let run = 0; run < RUNS; run += 1) {
      const one = cases[Math.floor(next() * cases.length)];
      if (one === undefined) continue;
      const kept = 0.3 + next() * 0.7;
      const cut = one.files.map((file) =>
        isConfig(file.path)
          ? file
          : {
              ...file,
              text: file.text
                .split('\n')
                .filter(() => next() < kept)
                .join('\n'),
            },
      );
      const { verdict } = analyze(cut);
      const known = [...one.causes, ...one.candidates, null, ...(KIN[String(one.causes[0])] ?? [])];
      if (verdict.confidence === 'high' && !known.includes(verdict.cause)) wrong.add(`${one.name}: ${String(verdict.cause)}`);
    }
    expect([...wrong], `seed ${String(SEED)}`).toEqual([]);
  });
});

/** What remains true when the line that stands above it is gone: a loop of crashes is still a crash. */
const KIN: Readonly<Record<string, readonly string[]>> = {
  'crash-loop': ['worker-crash-segv', 'reload-in-flight', 'backend-down'],
  'slow-dependency': ['pool-exhausted'],
  'session-lock': ['pool-exhausted', 'slow-dependency'],
  'pool-exhausted': ['backlog-full', 'spawn-limited'],
  'fpm-config-error': ['backend-down', 'socket-missing', 'fd-exhausted'],
  'worker-crash-segv': ['php-fatal'],
  'worker-killed-oom': ['header-too-big'],
  'selinux-firewall': ['socket-permission'],
  'backend-down': ['socket-missing', 'reload-in-flight', 'body-too-large'],
  'reload-in-flight': ['socket-missing', 'backend-down'],
  'fd-exhausted': ['backend-down', 'socket-missing'],
  'worker-killed-signal': ['max-execution-time'],
  'upstream-timeout-504': ['worker-terminated-by-timeout', 'pool-exhausted'],
  // A worker that its own master killed has died all the same.
  'worker-terminated-by-timeout': ['backend-crash'],
  // Without the line of the start that followed, what was stopped or refused stays so.
  null: ['fpm-config-error', 'backend-down'],
};

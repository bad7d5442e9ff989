import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { unifiedPatch } from '../../src/engine/refactor/patch.ts';
import { applyEdits, type Edit } from '../../src/engine/text/edit.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const ROUNDS = 150;
const folder = mkdtempSync(join(tmpdir(), 'patch-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** mulberry32: small, seedable, good enough to place edits. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof randomOf>;

const WORDS = [
  'fastcgi_read_timeout 60s;',
  'pm = dynamic',
  '',
  '\tlisten 80;',
  'ä ü — …',
  '; comment',
  '}',
  '--- a/x',
  '+++ b/x',
  '@@ -1 +1 @@',
  '\\ No newline',
];

function randomText(random: Random): string {
  const ending = ['\n', '\n', '\r\n'][random(3)] ?? '\n';
  const lines = Array.from({ length: random(40) }, () => WORDS[random(WORDS.length)] ?? '');
  return lines.join(ending) + (random(2) === 0 ? '' : ending);
}

function randomEdits(text: string, path: string, random: Random): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (let count = random(6); count > 0 && at <= text.length; count--) {
    const start = at + random(Math.max(1, Math.ceil((text.length - at) / 2) + 1));
    const end = Math.min(text.length, start + random(30));
    if (start > text.length) break;
    const inserted = [randomText(random), 'x', '', '\n', 'added;\n', '\nadded;'][random(6)] ?? '';
    edits.push({ path, start, end, text: inserted });
    at = end + random(3);
  }
  return edits;
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

it.each([
  [
    'patch',
    (root: string, diff: string) =>
      spawnSync('patch', ['-p1', '--batch', '-d', root], { input: diff, encoding: 'utf8' }),
  ],
  [
    'git apply',
    (root: string, diff: string) =>
      spawnSync('git', ['apply', '-p1', '-'], { cwd: root, input: diff, encoding: 'utf8' }),
  ],
] as const)(`%s turns the old texts into the new ones (SEED=${String(SEED)})`, (_, apply) => {
  const random = randomOf(SEED);
  let changed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const root = join(folder, `${_.replace(' ', '-')}-${String(round)}`);
    mkdirSync(root);
    const documents = Array.from({ length: 1 + random(3) }, (__, at) => ({
      path: `/etc/site ${String(at)}/a.conf`.replace(random(2) === 0 ? ' ' : '', ''),
      text: randomText(random),
    }));
    const edits = documents.flatMap(({ path, text }) => randomEdits(text, path, random));
    for (const { path, text } of documents) write(root, path, text);
    const diff = unifiedPatch(documents, edits);
    if (diff === '') continue;
    changed++;
    const run = apply(root, diff);
    expect(run.status, `round ${String(round)}\n${run.stdout}${run.stderr}\n${diff}`).toBe(0);
    for (const { path, text } of documents) {
      const wanted = applyEdits(
        text,
        edits.filter((edit) => edit.path === path),
      );
      const got = wanted === '' ? readOrEmpty(join(root, path)) : readFileSync(join(root, path), 'utf8');
      expect(got, `round ${String(round)} ${path}\n${diff}`).toBe(wanted);
    }
  }
  expect(changed).toBeGreaterThan(ROUNDS / 2);
});

/** `patch` may take away a file that became empty. */
function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

it('reads as the shortest diff where diff(1) would write the same', () => {
  const text = Array.from({ length: 12 }, (_, at) => `line ${String(at)}\n`).join('');
  const edits = [{ path: '/a.conf', start: text.indexOf('line 5'), end: text.indexOf('line 5') + 6, text: 'LINE 5' }];
  write(folder, 'one', text);
  write(folder, 'two', applyEdits(text, edits));
  const diff = spawnSync('diff', ['-u', 'one', 'two'], { cwd: folder, encoding: 'utf8' }).stdout;
  const body = (patch: string): string => patch.split('\n').slice(2).join('\n');
  expect(body(unifiedPatch([{ path: '/a.conf', text }], edits))).toBe(body(diff));
  expect(execFileSync('patch', ['--version'], { encoding: 'utf8' })).toContain('patch');
});

/**
 * The unified diff of 50 edits in a configuration of 100,000 lines, beside git and jsdiff in the same run.
 * Usage: node tests/bench/diff.mjs [rounds, default 9]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createTwoFilesPatch } from 'diff';
import { build } from 'vite';

const rounds = Number(process.argv[2] ?? 9);
const folder = mkdtempSync(join(tmpdir(), 'diff-bench-'));
const ROOT = join(import.meta.dirname, '../..');

/** Bundles two engine modules for plain Node. */
async function loadEngine() {
  const entry = join(folder, 'entry.ts');
  const engine = join(ROOT, 'src/engine');
  writeFileSync(
    entry,
    `export { unifiedPatch } from '${engine}/refactor/patch.ts'; export { applyEdits } from '${engine}/text/edit.ts';`,
  );
  await build({
    configFile: false,
    logLevel: 'silent',
    root: ROOT,
    build: { outDir: folder, emptyOutDir: false, lib: { entry, formats: ['es'], fileName: () => 'engine.mjs' } },
  });
  return import(pathToFileURL(join(folder, 'engine.mjs')).href);
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

try {
  const { unifiedPatch, applyEdits } = await loadEngine();
  const lines = Array.from({ length: 100_000 }, (_, i) => `    fastcgi_param NAME_${i} value-${i % 977};\n`);
  const text = lines.join('');
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1) + line.length);
  const edits = Array.from({ length: 50 }, (_, i) => {
    const at = 1000 + i * 1900;
    return {
      path: 'nginx.conf',
      start: starts[at],
      end: starts[at + 1],
      text: `    fastcgi_param NAME_${at} changed;\n`,
    };
  });
  const after = applyEdits(text, edits);
  writeFileSync(join(folder, 'a'), text);
  writeFileSync(join(folder, 'b'), after);

  const subjects = {
    'edit list': () => unifiedPatch([{ path: 'nginx.conf', text }], edits),
    git: () => spawnSync('git', ['diff', '--no-index', '--no-color', 'a', 'b'], { cwd: folder }),
    jsdiff: () => createTwoFilesPatch('a', 'b', text, after),
  };
  const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of Object.entries(subjects)) times[name].push(timed(work));
  }
  const own = median(times['edit list']);
  console.log('diff of 50 edits in 100,000 lines, medians of', rounds, 'alternating rounds');
  console.log(`  edit list against git     ${(median(times.git) / own).toFixed(1)} ×   (must 5, aim 25)`);
  console.log(`  edit list against jsdiff  ${(median(times.jsdiff) / own).toFixed(1)} ×   (must 10, aim 50)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

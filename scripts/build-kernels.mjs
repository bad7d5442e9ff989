/**
 * Compiles the AssemblyScript scanners and writes their bytes into TypeScript modules, because the page's policy lets no
 * worker fetch them. The modules are committed: run this after a change of src/kernels/wasm or of a memory's layout.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('../', import.meta.url));
/** Pages of 64 KiB: `MEMORY_PAGES` of the layout that the scanner works in. */
const KERNELS = [
  { name: 'access', layout: 'evidence/access/bytes' },
  { name: 'redact', layout: 'redact/stream/bytes' },
];

function pagesOf(layout) {
  const text = readFileSync(join(root, 'src/engine', layout, 'layout.ts'), 'utf8');
  return /MEMORY_PAGES = (\d+)/.exec(text)[1];
}

const folder = mkdtempSync(join(tmpdir(), 'kernels-'));
try {
  for (const { name, layout } of KERNELS) {
    const output = join(folder, `${name}.wasm`);
    const pages = pagesOf(layout);
    const { error, stderr } = await asc.main([
      join(root, `src/kernels/wasm/${name}.ts`),
      ...['--outFile', output, '--optimizeLevel', '3', '--shrinkLevel', '0', '--converge', '--noAssert'],
      ...['--runtime', 'stub', '--enable', 'simd', '--initialMemory', pages, '--maximumMemory', pages],
    ]);
    if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
    const bytes = readFileSync(output);
    writeFileSync(
      join(root, `src/kernels/${name}-bytes.ts`),
      `/** Made by scripts/build-kernels.mjs from wasm/${name}.ts: ${bytes.length} bytes in base64. */\nexport const ${name.toUpperCase()}_KERNEL =\n  '${bytes.toString('base64')}';\n`,
    );
    console.log(`${name}.wasm: ${bytes.length} bytes`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

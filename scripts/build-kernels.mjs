/**
 * Compiles the AssemblyScript scanner and writes its bytes into a TypeScript module, because the page's policy lets no
 * worker fetch them. The module is committed: run this after a change of src/kernels/wasm or of the memory's layout.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kernels-'));
const output = join(folder, 'access.wasm');
try {
  const { error, stderr } = await asc.main([
    join(root, 'src/kernels/wasm/access.ts'),
    ...['--outFile', output, '--optimizeLevel', '3', '--shrinkLevel', '0', '--converge', '--noAssert'],
    ...['--runtime', 'stub', '--enable', 'simd', '--initialMemory', '82', '--maximumMemory', '82'],
  ]);
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  const bytes = readFileSync(output);
  writeFileSync(
    join(root, 'src/kernels/access-bytes.ts'),
    `/** Made by scripts/build-kernels.mjs from wasm/access.ts: ${bytes.length} bytes in base64. */\nexport const ACCESS_KERNEL =\n  '${bytes.toString('base64')}';\n`,
  );
  console.log(`access.wasm: ${bytes.length} bytes`);
} finally {
  rmSync(folder, { recursive: true });
}

import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** The command line tool: one file that runs on plain Node, everything bundled. */
export default defineConfig({
  publicDir: false,
  resolve: { conditions: ['node', 'import'] },
  build: {
    outDir: 'dist/cli',
    target: 'node20',
    minify: false,
    lib: { entry: 'src/cli/main.ts', formats: ['es'], fileName: () => 'stackengine.js' },
    rolldownOptions: { external: builtinModules.flatMap((name) => [name, `node:${name}`]) },
  },
});

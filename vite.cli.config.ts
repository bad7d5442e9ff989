import { defineConfig } from 'vite';

/** The command line tool: one file that runs on plain Node, everything bundled; small, because Node reads all of it at every start. */
export default defineConfig({
  publicDir: false,
  resolve: { conditions: ['node', 'import'] },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    target: 'node20',
    minify: true,
    rolldownOptions: { output: { entryFileNames: 'stackengine.js', codeSplitting: false } },
  },
});

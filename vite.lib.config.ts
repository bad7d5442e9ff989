import { defineConfig } from 'vite';

/** The library: one ES module without dependencies; its types come from tsconfig.lib.json. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/lib',
    target: 'es2023',
    minify: false,
    lib: { entry: 'src/engine/index.ts', formats: ['es'], fileName: 'index' },
  },
});

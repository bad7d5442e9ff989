import { defineConfig } from 'vite';
import { oneScript } from './scripts/cli/one-script.ts';

/**
 * The command line tool. With no mode: all of it in one script that runs on plain Node, minified, because Node reads
 * every byte of it at every start. With `--mode start`: the small modules that run this script and that keep its compiled code.
 */
export default defineConfig(({ mode }) => {
  const isStart = mode === 'start';
  return {
    publicDir: false,
    resolve: { conditions: ['node', 'import'] },
    ssr: { noExternal: true },
    plugins: isStart ? [] : [oneScript()],
    build: {
      ssr: true,
      outDir: 'dist/cli',
      emptyOutDir: !isStart,
      target: 'node20',
      minify: !isStart,
      rolldownOptions: isStart
        ? { input: { stackengine: 'src/cli/start.ts', 'write-code-cache': 'src/cli/write-code-cache.ts' } }
        : {
            input: { tool: 'src/cli/main.ts' },
            output: {
              format: 'cjs',
              entryFileNames: '[name].cjs',
              codeSplitting: false,
            },
          },
    },
  };
});

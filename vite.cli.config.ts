import { defineConfig } from 'vite';
import { asCommonJs, oneScript } from './scripts/cli/one-script.ts';

/**
 * The command line tool. With no mode: all of it in one script that runs on plain Node, minified, because Node reads
 * every byte of it at every start. With `--mode start`: the small script that runs it; as CommonJS, which Node begins sooner.
 */
export default defineConfig(({ mode }) => {
  const isStart = mode === 'start';
  return {
    publicDir: false,
    resolve: { conditions: ['node', 'import'] },
    ssr: { noExternal: true },
    plugins: isStart ? [asCommonJs()] : [oneScript()],
    build: {
      ssr: true,
      outDir: 'dist/cli',
      emptyOutDir: !isStart,
      target: 'node20',
      minify: !isStart,
      rolldownOptions: {
        input: isStart ? { stackengine: 'src/cli/start.ts' } : { tool: 'src/cli/main.ts' },
        output: { format: 'cjs', entryFileNames: isStart ? '[name].js' : '[name].cjs', codeSplitting: false },
      },
    },
  };
});

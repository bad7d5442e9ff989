import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { sitePolicy } from './scripts/site/policy.ts';
import { precache } from './scripts/site/precache.ts';
import { singleFile } from './scripts/site/single-file.ts';

const browsers = ['chrome120', 'firefox120', 'safari16.4'];

/** Two builds of one page: `dist/site/` for a web server, and with `--mode incident` one file that works from disk. */
export default defineConfig(({ mode }) => {
  const single = mode === 'incident';
  return {
    base: './',
    publicDir: single ? false : 'public',
    plugins: [svelte(), ...(single ? [singleFile()] : [sitePolicy(), precache('public')])],
    worker: { format: 'iife' },
    build: {
      target: browsers,
      outDir: single ? 'dist' : 'dist/site',
      emptyOutDir: !single,
      cssCodeSplit: !single,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      rolldownOptions: single
        ? { output: { codeSplitting: false } }
        : {
            input: { index: 'index.html', sw: 'src/offline/service-worker.ts' },
            output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
          },
    },
  };
});

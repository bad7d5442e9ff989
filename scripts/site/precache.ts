import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { Plugin } from 'vite';

const WORKER_FILE = 'sw.js';
/** The editor is large and rarely wanted: it is kept once somebody opened it, not fetched ahead. */
const ON_DEMAND = /^assets\/(editor|ini-|codicon)/i;
const NOT_CACHED = new Set([WORKER_FILE, '_headers']);

/** Writes the names of all built files into the service worker, and a version that changes with their content. */
export function precache(publicDir: string): Plugin {
  return {
    name: 'precache',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[WORKER_FILE];
        if (worker?.type !== 'chunk') throw new Error(`${WORKER_FILE} is missing from the build`);
        const names = [...Object.keys(bundle), ...readdirSync(publicDir)].filter((name) => !NOT_CACHED.has(name));
        const version = createHash('sha256');
        for (const name of names.sort()) {
          const file = bundle[name];
          version.update(name).update(file ? (file.type === 'chunk' ? file.code : file.source) : '');
        }
        const early = names.filter((name) => !ON_DEMAND.test(name));
        const late = names.filter((name) => ON_DEMAND.test(name));
        worker.code = worker.code
          .replace(/["'`]__EARLY__["'`]/, JSON.stringify(early))
          .replace(/["'`]__LATE__["'`]/, JSON.stringify(late))
          .replace(/["'`]__VERSION__["'`]/, JSON.stringify(version.digest('hex').slice(0, 16)));
      },
    },
  };
}

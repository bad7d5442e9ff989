/** Reads log files in a Chromium worker: raw, counted by either scanner, counted and redacted. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';

const engine = fileURLToPath(new URL('../../src/', import.meta.url));
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --disable-background-networking --disable-component-update --disable-sync --no-first-run';

const WORKER = `
import { readFile } from '${engine}worker/read-file.ts';
import { StreamedAccessLog } from '${engine}engine/evidence/access/streamed-log.ts';
import { StreamedErrorLog } from '${engine}engine/evidence/nginx-error/streamed-log.ts';
import { createPlainKernel } from '${engine}engine/evidence/access/bytes/plain-kernel.ts';
import { createAccessKernel } from '${engine}kernels/access-kernel.ts';
import { createLogScanner } from '${engine}kernels/log-scanner.ts';
import { createLogRedactor } from '${engine}engine/redact/stream/log-redactor.ts';
import { redactDocuments } from '${engine}engine/redact/redact.ts';

const SUBJECTS = {
  raw: () => ({ push: (chunk) => chunk.length, end: () => undefined }),
  plain: () => new StreamedAccessLog(createPlainKernel(), []),
  wasm: () => new StreamedAccessLog(createAccessKernel(), []),
  error: () => new StreamedErrorLog([], []),
  redacted: () => {
    const log = new StreamedAccessLog(createAccessKernel(), []);
    const redactor = createLogRedactor(redactDocuments([]).vault.memory, {}, createLogScanner);
    return { push: (chunk) => (log.push(chunk), redactor.push(chunk)), end: () => (log.end(), redactor.end()) };
  },
};
self.onmessage = async ({ data: { file, subject } }) => {
  const reader = SUBJECTS[subject]();
  const started = performance.now();
  await readFile(file, (chunk) => reader.push(chunk), () => undefined, new AbortController().signal);
  reader.end();
  self.postMessage((performance.now() - started) / 1000);
};`;

const PAGE = `<!doctype html><input type="file" multiple><script>
const worker = new Worker('worker.js');
window.measure = (at, subject) => new Promise((resolve) => {
  worker.onmessage = ({ data }) => resolve(data);
  worker.postMessage({ file: document.querySelector('input').files[at], subject });
});</script>`;

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}

/** @returns megabytes a second of the raw read, and each other reading's share of it */
export async function readInChromium(folder, logs, rounds) {
  writeFileSync(join(folder, 'worker.ts'), WORKER);
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: 'out',
      target: 'es2023',
      lib: { entry: join(folder, 'worker.ts'), formats: ['iife'], name: 'bench', fileName: () => 'worker.js' },
    },
  });
  const server = createServer(async (request, response) => {
    const isScript = request.url === '/worker.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? await readFile(join(folder, 'out/worker.js')) : PAGE);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS.split(' ').slice(1) });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.setInputFiles('input', [logs.combined, logs.json, logs.error]);
    const runs = {
      raw: [0, 'raw'],
      combined: [0, 'wasm'],
      plain: [0, 'plain'],
      redacted: [0, 'redacted'],
      rawJson: [1, 'raw'],
      json: [1, 'wasm'],
      rawError: [2, 'raw'],
      error: [2, 'error'],
    };
    const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
    for (let round = 0; round <= rounds; round++)
      for (const [name, [file, subject]] of Object.entries(runs)) {
        const seconds = await page.evaluate(([at, what]) => globalThis.measure(at, what), [file, subject]);
        // The first round warms up the page cache and the compilers.
        if (round > 0) times[name].push(seconds);
      }
    const share = (name, raw) => median(times[name].map((seconds, at) => times[raw][at] / seconds));
    const { size } = await import('node:fs').then((fs) => fs.statSync(logs.combined));
    return {
      raw: size / 1e6 / median(times.raw),
      combined: share('combined', 'raw'),
      plain: share('plain', 'raw'),
      redacted: share('redacted', 'raw'),
      json: share('json', 'rawJson'),
      error: share('error', 'rawError'),
    };
  } finally {
    await browser.close();
    server.close();
  }
}

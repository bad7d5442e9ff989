#!/usr/bin/env node
/** Serves the built page on loopback: `serve.mjs [--open] [QUERY]`; the port is PORT, else 4173. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { staticSite } from './site/static-site.mjs';

const root = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'site');
const query = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '';
const server = staticSite(root);

server.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});

server.listen(Number(process.env.PORT ?? 4173), '127.0.0.1', () => {
  const url = `http://127.0.0.1:${server.address().port}/${query}`;
  process.stdout.write(`${url}\n`);
  if (process.argv.includes('--open')) open(url);
});

/** Opens the user's browser where there is one; without one the printed address is enough. */
function open(url) {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

/** `npm start`: sets up, builds, serves the page on 127.0.0.1 and opens it on a sample incident. */
import { spawn, spawnSync } from 'node:child_process';
import { ensureDependencies } from './setup/dependencies.mjs';

ensureDependencies();
const { status } = spawnSync('npm', ['run', '--silent', 'build:site'], { stdio: 'inherit' });
if (status !== 0) process.exit(1);

const { serve } = await import('./serve.mjs');
const { url } = await serve('dist/site', Number(process.env.PORT ?? 4173));
const page = `${url}?sample=fastcgi-premature-close`;
console.log(`StackEngine: ${page}  (Ctrl-C ends it)`);
const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
spawn(opener, [page], { stdio: 'ignore', detached: true })
  .on('error', () => console.log('no browser could be opened from here: open the address yourself'))
  .unref();

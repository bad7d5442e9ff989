import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx'].find(existsSync) ?? 'nginx';

/** Where nginx writes; included by every setup so that nothing lands outside its prefix. */
const RUNTIME = [
  'access_log off;',
  ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((each) => `${each}_temp_path @PREFIX@/temp/${each};`),
  '',
].join('\n');

/**
 * Copies a setup to a prefix of its own: placeholders become ports and sockets, and every location says in its answers
 * which one it is (file and line of its opening), which upstream it asked, and how long that took.
 */
export function install(setup: string, prefix: string, values: Readonly<Record<string, string>>): void {
  const fill = (text: string): string => text.replace(/@([A-Z_]+)@/g, (whole, name: string) => values[name] ?? whole);
  for (const path of filesBelow(setup)) {
    const name = relative(setup, path);
    const text = fill(readFileSync(path, 'utf8'));
    write(join(prefix, name), name.startsWith('www/') ? text : withMarks(name, text));
  }
  write(join(prefix, 'runtime.conf'), fill(RUNTIME));
  mkdirSync(join(prefix, 'temp'), { recursive: true });
}

function withMarks(name: string, text: string): string {
  const marked = text.split('\n').map((line, i) => {
    if (!/^\s*location .*\{$/.test(line)) return line;
    const mark = `add_header X-Location "${name}:${i + 1}" always;`;
    return `${line} ${mark} add_header X-Upstream $upstream_addr always; add_header X-Time $upstream_response_time always;`;
  });
  return marked.join('\n');
}

/** The text of every configuration file, by its path below the prefix. */
export function configFiles(prefix: string): { path: string; text: string }[] {
  return filesBelow(prefix)
    .map((path) => ({ path: relative(prefix, path), text: readFileSync(path, 'utf8') }))
    .filter(({ path }) => !/^(www|opt|temp)\/|\.(pid|log|json|sock)$/.test(path));
}

/** What `nginx -T` prints for a prefix. */
export function dump(prefix: string): string {
  const { stdout, stderr, status } = spawnSync(
    NGINX,
    ['-T', '-p', prefix, '-c', join(prefix, 'nginx.conf'), ...own(prefix)],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** Starts nginx in the foreground and waits until it listens. */
export async function start(prefix: string): Promise<ChildProcess> {
  const args = ['-p', prefix, '-c', join(prefix, 'nginx.conf'), ...own(prefix, 'daemon off;')];
  const child = spawn(NGINX, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  for (let i = 0; i < 100 && !existsSync(join(prefix, 'nginx.pid')); i++) {
    if (child.exitCode !== null) throw new Error(errors);
    await sleep(50);
  }
  return child;
}

export async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

function own(prefix: string, more = ''): string[] {
  return ['-e', join(prefix, 'error.log'), '-g', `pid ${prefix}/nginx.pid; error_log ${prefix}/error.log; ${more}`];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

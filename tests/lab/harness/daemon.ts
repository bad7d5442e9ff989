import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Prefix } from './prefix.ts';

/** A daemon in the foreground, in a process group of its own, ended by its own process id. */
export interface Daemon {
  readonly name: string;
  readonly pid: number;
  /** Process ids of its children that are alive. */
  workers(): number[];
  /** False once it has ended, or when it refused to start. */
  alive(): boolean;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

const BACKEND = join(import.meta.dirname, 'backend.mjs');

interface Recipe {
  command(prefix: Prefix): [string, string[]];
  ready(prefix: Prefix): boolean;
}

const log = (prefix: Prefix, name: string): string => {
  const file = join(prefix.path, 'logs', name);
  return existsSync(file) ? readFileSync(file, 'latin1') : '';
};

/** Listening sockets of this machine, without connecting: a probe of FPM would occupy a worker. */
function listens(port: number | undefined): boolean {
  const hex = (port ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return ['/proc/net/tcp', '/proc/net/tcp6'].some(
    (table) => existsSync(table) && new RegExp(`:${hex} [0-9A-F:]+ 0A `).test(readFileSync(table, 'latin1')),
  );
}

const RECIPES: Readonly<Record<string, Recipe>> = {
  nginx: {
    command: ({ path }) => [
      'nginx',
      ['-p', path, '-c', join(path, 'conf/nginx.conf'), '-e', join(path, 'logs/error.log'), '-g', 'daemon off;'],
    ],
    ready: ({ ports }) => listens(ports['HTTP']),
  },
  fpm: {
    command: ({ path }) => [
      'php-fpm8.2',
      ['-F', '-y', join(path, 'conf/php-fpm.conf'), '-c', join(path, 'conf/php.ini')],
    ],
    ready: (prefix) => log(prefix, 'php-fpm.log').includes('ready to handle connections'),
  },
  uwsgi: {
    command: ({ path }) => ['uwsgi', ['--ini', join(path, 'conf/uwsgi.ini'), '--die-on-term']],
    ready: ({ ports }) => listens(ports['BACKEND']),
  },
  backend: {
    command: ({ ports, backend }) => [process.execPath, [BACKEND, String(ports['BACKEND']), backend]],
    ready: ({ ports }) => listens(ports['BACKEND']),
  },
};

const alive = new Set<number>();
process.on('exit', () => {
  for (const pid of alive) killGroup(pid, 'SIGKILL');
});

/**
 * Starts a daemon and waits until it serves.
 * @param mayFail a daemon whose refusal to start is the scenario; its log then says why
 */
export async function startDaemon(name: string, prefix: Prefix, mayFail = false): Promise<Daemon> {
  const recipe = RECIPES[name];
  if (!recipe) throw new Error(`no daemon ${name}`);
  const before = log(prefix, 'php-fpm.log').length;
  const [command, args] = recipe.command(prefix);
  // What a service manager would keep: a daemon that refuses its configuration says so before it opens its log.
  const journal = openSync(join(prefix.path, 'logs', `${name}-stderr.log`), 'a');
  // setpriv: when this process dies, however it dies, the daemon is told to end.
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args], {
    cwd: prefix.path,
    detached: true,
    stdio: ['ignore', 'ignore', journal],
  });
  closeSync(journal);
  const pid = child.pid ?? 0;
  alive.add(pid);
  const started =
    name === 'fpm'
      ? () => log(prefix, 'php-fpm.log').slice(before).includes('ready to handle')
      : () => recipe.ready(prefix);
  for (let waited = 0; !started(); waited += 20) {
    if (child.exitCode !== null || waited > 8000) {
      killGroup(pid, 'SIGKILL');
      if (mayFail) break;
      throw new Error(
        `${name} did not start:\n${log(prefix, 'error.log').slice(-800)}${log(prefix, 'php-fpm.log').slice(-800)}`,
      );
    }
    await sleep(20);
  }
  return {
    name,
    pid,
    workers: () => childrenOf(pid),
    alive: () => isAlive(child),
    stop: (signal = 'SIGTERM') => stop(child, pid, signal),
  };
}

const isAlive = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

async function stop(child: ChildProcess, pid: number, signal: NodeJS.Signals): Promise<void> {
  if (isAlive(child)) {
    process.kill(pid, signal);
    for (let waited = 0; waited < 5000 && isAlive(child); waited += 20) await sleep(20);
  }
  killGroup(pid, 'SIGKILL');
  alive.delete(pid);
}

/** The whole group, so that workers of a killed master do not keep the socket. */
function killGroup(pid: number, signal: NodeJS.Signals): void {
  if (pid <= 1) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // the group is gone already, which is what was wanted
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => parentOf(entry) === pid)
    .map(Number);
}

function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

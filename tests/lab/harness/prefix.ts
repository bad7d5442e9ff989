import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STOCK, type Scenario } from './scenario.ts';

/** www-data on Debian, whose pools and nginx run as that user. */
const WWW_DATA = 33;
const AS_ROOT = process.getuid?.() === 0;

/** A folder of its own for one run: configs with this run's paths and ports, logs, sockets. */
export interface Prefix {
  readonly path: string;
  readonly ports: Readonly<Record<string, number>>;
  /** How the HTTP backend answers. */
  readonly backend: string;
  /** Replaces `@NAME@` by this run's paths and ports. */
  fill(text: string): string;
  remove(): void;
}

/** Names of ports that configs may use as `@NAME@`. */
const PORTS = ['HTTP', 'FPM', 'FPM2', 'BACKEND', 'BACKEND2', 'STATUS'];

/** Lays out the stock host, then the scenario's own files over it. The path is short: a unix socket's name ends at 107 bytes. */
export async function layOut(scenario: Scenario): Promise<Prefix> {
  const path = mkdtempSync(join(tmpdir(), 'lab-'));
  chmodSync(path, 0o755);
  cpSync(STOCK, path, { recursive: true });
  for (const part of ['conf', 'www']) {
    if (existsSync(join(scenario.folder, part)))
      cpSync(join(scenario.folder, part), join(path, part), { recursive: true });
  }
  const ports = await freePorts();
  for (const folder of ['logs', 'run', 'tmp', 'tmp/body', 'tmp/fastcgi', 'tmp/proxy', 'tmp/uwsgi', 'tmp/scgi']) {
    mkdirSync(join(path, folder), { recursive: true });
    if (AS_ROOT) chownSync(join(path, folder), WWW_DATA, WWW_DATA);
  }
  for (const file of filesBelow(join(path, 'conf'))) fillIn(file, path, ports);
  return {
    path,
    ports,
    backend: scenario.backend ?? 'ok',
    fill: (text) => filled(text, path, ports),
    remove() {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

function fillIn(file: string, prefix: string, ports: Readonly<Record<string, number>>): void {
  const text = filled(readFileSync(file, 'latin1'), prefix, ports);
  writeFileSync(file, AS_ROOT ? text : withoutUsers(text), 'latin1');
}

function filled(text: string, prefix: string, ports: Readonly<Record<string, number>>): string {
  return text.replace(/@([A-Z0-9]+)@/g, (whole, name: string) =>
    name === 'PREFIX' ? prefix : name in ports ? String(ports[name]) : whole,
  );
}

/** A plain user cannot become another one: the lines that ask for it go. */
function withoutUsers(text: string): string {
  return text.replace(/^(?:user\s[^;=\n]{1,80};|(?:user|group|listen\.owner|listen\.group)\s*=.*)\n/gm, '');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

async function freePorts(): Promise<Record<string, number>> {
  const servers = await Promise.all(
    PORTS.map(
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => {
            resolve(server);
          });
        }),
    ),
  );
  const ports: Record<string, number> = {};
  servers.forEach((server, i) => {
    const address = server.address();
    ports[PORTS[i] ?? ''] = typeof address === 'object' && address ? address.port : 0;
    server.close();
  });
  return ports;
}

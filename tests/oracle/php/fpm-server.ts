import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { FPM } from './prefix.ts';

/** A php-fpm in the foreground, ended by its own process. */
export async function withFpm<T>(
  { conf, ini, scanDirectory, socket }: { conf: string; ini: string; scanDirectory: string; socket: string },
  use: () => Promise<T>,
): Promise<T> {
  rmSync(socket, { force: true });
  // setpriv: when this process dies, however it dies, the daemon is told to end.
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', FPM, '-F', '-R', '-y', conf, '-c', ini], {
    stdio: 'ignore',
    env: { PATH: '/usr/bin:/usr/sbin', PHP_INI_SCAN_DIR: scanDirectory },
  });
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  try {
    for (let tries = 0; !existsSync(socket) && tries < 500 && child.exitCode === null; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return await use();
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

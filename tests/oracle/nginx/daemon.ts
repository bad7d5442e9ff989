import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Version of the installed nginx as "1.22.1", or null when there is none. */
export function installedNginx(): string | null {
  const { stderr, error } = spawnSync('nginx', ['-v'], { encoding: 'utf8' });
  return error === undefined ? (/nginx\/([\d.]+)/.exec(stderr)?.[1] ?? null) : null;
}

/** A folder with what configurations refer to: a self-signed certificate and a place for logs. */
export class NginxTester {
  readonly directory = mkdtempSync(join(tmpdir(), 'nginx-oracle-'));

  constructor() {
    mkdirSync(join(this.directory, 'logs'));
    const files = ['-keyout', join(this.directory, 'key.pem'), '-out', join(this.directory, 'cert.pem')];
    spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=x', ...files]);
  }

  /** What `nginx -t` says to each text: null when it accepts it, else its message. */
  async test(texts: readonly string[]): Promise<(string | null)[]> {
    const verdicts: (string | null)[] = [];
    let next = 0;
    const worker = async (number: number): Promise<void> => {
      const file = join(this.directory, `test${number}.conf`);
      for (let at = next++; at < texts.length; at = next++) {
        writeFileSync(file, texts[at] ?? '');
        verdicts[at] = await this.#run(file);
      }
    };
    await Promise.all([worker(0), worker(1)]);
    return verdicts;
  }

  #run(file: string): Promise<string | null> {
    return new Promise((resolve, reject) => {
      const child = spawn('nginx', ['-t', '-p', this.directory, '-c', file, '-e', 'stderr']);
      let output = '';
      child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('latin1')));
      child.on('error', reject);
      child.on('close', (code) => {
        resolve(code === 0 ? null : (/\[(?:emerg|crit|alert)\] \S+ (.*)/.exec(output)?.[1] ?? output));
      });
    });
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

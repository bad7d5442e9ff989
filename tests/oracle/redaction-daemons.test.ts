import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { redactText } from '../../src/engine/redact/redact.ts';
import { NginxTester } from './nginx/daemon.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');

const files = (folder: string): string[] =>
  existsSync(join(CORPUS, folder))
    ? readdirSync(join(CORPUS, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.conf'))
        .map((name) => join(CORPUS, folder, name))
    : [];

/** Aliases of hosts resolve nowhere, as the page says: here they stand for loopback. */
const resolvable = (text: string): string => text.replace(/\b[a-z0-9-]+(?:\.[a-z0-9-]+){0,3}\.example\b/g, '127.0.0.1');

describe.skipIf(!existsSync(CORPUS))('redacted configurations under the daemons (skipped: corpus not present)', () => {
  const nginx = new NginxTester();
  const folder = mkdtempSync(join(tmpdir(), 'redacted-'));
  afterAll(() => {
    nginx.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('what nginx -t accepts, it accepts redacted', async () => {
    const texts = [
      'real-nginx',
      'stress',
      'crossplane',
      'gocrossplane',
      'gixy',
      'nginxconf',
      'nginxfmt',
      'treesitter',
      'nginxlint',
    ]
      .flatMap(files)
      .map((file) => readFileSync(file, 'latin1'))
      .flatMap((text) => [text, `events {}\n${text}`, `events {}\nhttp {\n${text}\n}`]);
    const before = await nginx.test(texts.map(resolvable));
    const accepted = texts.filter((_, i) => before[i] === null);
    expect(accepted.length).toBeGreaterThan(60);
    const after = await nginx.test(accepted.map((text) => resolvable(redactText(text, 'nginx').text)));
    expect(after.filter((message) => message !== null)).toEqual([]);
  });

  it('what php-fpm -t accepts, it accepts redacted', () => {
    const accepts = (text: string): boolean => {
      writeFileSync(
        join(folder, 'pool.conf'),
        text.replace(/^(?:include|error_log|pid|daemonize)\s*=.*$/gm, ''),
        'latin1',
      );
      return spawnSync('php-fpm8.2', ['-t', '-R', '-y', join(folder, 'pool.conf')]).status === 0;
    };
    const accepted = files('real-fpm')
      .map((file) => readFileSync(file, 'latin1'))
      .filter(accepts);
    expect(accepted.length).toBeGreaterThan(3);
    expect(accepted.filter((text) => !accepts(redactText(text, 'fpm').text))).toEqual([]);
  });
});

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/engine/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const CLI = join(ROOT, 'dist/cli/stackengine.js');
const INCIDENT = join(ROOT, 'samples/fastcgi-premature-close');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'se-cli-'));
  cpSync(INCIDENT, folder, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function stackengine(args: readonly string[], input?: string | Buffer) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, ...args], { cwd: folder, input: input ?? '' });
  return { out: stdout.toString('latin1'), err: stderr.toString(), status };
}

const report = (args: readonly string[]): Report =>
  JSON.parse(Buffer.from(stackengine(['check', '--format', 'json', ...args]).out, 'latin1').toString()) as Report;

const patches = (patch: string): string => {
  const { stdout, status } = spawnSync('patch', ['-p1'], { cwd: folder, input: Buffer.from(patch, 'latin1') });
  return status === 0 ? 'applied' : stdout.toString();
};

describe('check', () => {
  it('ends with 1 on findings, 0 when told never to fail, 0 on a clean host', () => {
    expect(stackengine(['check']).status).toBe(1);
    expect(stackengine(['check', '--fail-on', 'never']).status).toBe(0);
    rmSync(join(folder, 'etc/php'), { recursive: true });
    rmSync(join(folder, 'var'), { recursive: true });
    rmSync(join(folder, 'stackengine.ini'));
    expect(stackengine(['check']).status).toBe(0);
  });

  it.each([
    [['check', '/no/such/place']],
    [['check', '--format', 'runes']],
    [['check', '--memory', 'lots']],
    [['check', '--nonsense']],
    [['frobnicate']],
    [[]],
  ])('ends with 2 and says why: %j', (args) => {
    const { status, err, out } = stackengine(args);
    expect(status).toBe(2);
    expect(err + out).not.toBe('');
  });

  it('prints evidence redacted unless told otherwise', () => {
    const log = join(folder, 'var/log/nginx/error.log');
    writeFileSync(log, readFileSync(log, 'utf8').replace('POST /process', 'POST /process?token=s3cr3tT0kenValue42'));
    expect(stackengine(['check']).out).not.toContain('s3cr3tT0kenValue42');
    expect(stackengine(['check', '--show-values']).out).toContain('s3cr3tT0kenValue42');
  });

  it('reads a gzipped log', () => {
    const log = join(folder, 'var/log/nginx/error.log');
    writeFileSync(`${log}.1.gz`, gzipSync(readFileSync(log)));
    rmSync(log);
    expect(report([]).documents.map((one) => one.kind)).toContain('nginx-error-log');
  });

  it('takes host facts from the command line before those of stackengine.ini', () => {
    expect(report([]).plan.pools[0]?.bounds.memory).toBe(245);
    expect(report(['--worker-memory', '100M']).plan.pools[0]?.bounds.memory).toBe(122);
  });
});

describe('fix', () => {
  it('prints a patch that patch(1) takes, and finds nothing left to fix afterwards', () => {
    const { out, status } = stackengine(['fix']);
    expect(status).toBe(0);
    expect(patches(out)).toBe('applied');
    expect(stackengine(['fix']).out).toBe('');
  });

  it('writes in place with a backup beside it', () => {
    const pool = join(folder, 'etc/php/8.2/fpm/pool.d/www.conf');
    const before = readFileSync(pool, 'utf8');
    expect(stackengine(['fix', '--write']).status).toBe(0);
    expect(readFileSync(`${pool}.orig`, 'utf8')).toBe(before);
    expect(readFileSync(pool, 'utf8')).toContain('request_terminate_timeout = ');
  });

  it('keeps bytes that are no UTF-8, CRLF and a missing last line feed', () => {
    const pool = join(folder, 'etc/php/8.2/fpm/pool.d/www.conf');
    const text = `; caf\xe9\r\n${readFileSync(pool, 'latin1').replaceAll('\n', '\r\n').trimEnd()}`;
    writeFileSync(pool, text, 'latin1');
    expect(patches(stackengine(['fix']).out)).toBe('applied');
    const after = readFileSync(pool, 'latin1');
    expect(after).toContain('; caf\xe9\r\n');
    expect(after).toContain('request_terminate_timeout');
    expect(after.split('\n').filter((line) => line !== '' && !line.endsWith('\r')).length).toBeLessThanOrEqual(1);
  });

  it('names the regular file behind a link, once', () => {
    mkdirSync(join(folder, 'etc/nginx/sites-enabled'));
    symlinkSync('../sites-available/api.example.com', join(folder, 'etc/nginx/sites-enabled/api'));
    const { out } = stackengine(['fix']);
    expect(out).toContain('+++ b/etc/nginx/sites-available/api.example.com');
    expect(out).not.toContain('sites-enabled');
    expect(patches(out)).toBe('applied');
  });

  it('prints aliases on demand', () => {
    expect(stackengine(['fix']).out).toContain('Hunter2-example');
    expect(stackengine(['fix', '--redacted']).out).not.toContain('Hunter2-example');
  });
});

describe('the rest', () => {
  it('reads an nginx -T dump from standard input and patches its files', () => {
    const site = readFileSync(join(folder, 'etc/nginx/sites-available/api.example.com'), 'utf8');
    const dump = `# configuration file /etc/nginx/nginx.conf:\nevents {}\nhttp { include /etc/nginx/sites-available/*; }\n# configuration file /etc/nginx/sites-available/api.example.com:\n${site}`;
    const { out } = stackengine(['fix', '-', '--longest-request', '90s'], dump);
    expect(out).toContain('+++ b/etc/nginx/sites-available/api.example.com');
    expect(patches(out)).toBe('applied');
  });

  it('redacts a file', () => {
    const { out, err } = stackengine(['redact', 'etc/php/8.2/fpm/pool.d/www.conf', '--kind', 'fpm', '--report']);
    expect(out).not.toContain('Hunter2-example');
    expect(out.split('\n')).toHaveLength(
      readFileSync(join(folder, 'etc/php/8.2/fpm/pool.d/www.conf'), 'utf8').split('\n').length,
    );
    expect(err).toMatch(/^\d+\t/m);
  });

  it('redacts a large log line by line: a file in two passes, a pipe in one', () => {
    const lines = Array.from(
      { length: 90_000 },
      (_, n) =>
        `84.1.${n % 200}.7 - - [20/Nov/2026:10:00:00 +0000] "GET /shop/page${n % 500}?page=${n} HTTP/1.1" 200 ${n} "https://www.example.com/" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36" rt=0.001`,
    );
    lines[5] = lines[5]?.replace('/shop/page5', '/see/Xk7Qp2Lm9Rt4/now') ?? '';
    lines[89_000] = lines[89_000]?.replace('?page=', '?api_key=Xk7Qp2Lm9Rt4&page=') ?? '';
    const log = `${lines.join('\n')}\n`;
    expect(log.length).toBeGreaterThan(16 * 1024 * 1024);
    writeFileSync(join(folder, 'access.log'), log);
    const redact = (args: string): string => {
      const { stdout } = spawnSync('sh', ['-c', `"${process.execPath}" "${CLI}" ${args}`], {
        cwd: folder,
        maxBuffer: 1 << 26,
      });
      return stdout.toString('latin1');
    };
    const twice = redact('redact access.log');
    expect(twice.split('\n')).toHaveLength(lines.length + 1);
    expect(twice).not.toMatch(/Xk7Qp2Lm9Rt4|^84\.1\./m);
    const once = redact('redact - < access.log').split('\n');
    expect(once).toHaveLength(lines.length + 1);
    expect(once[89_000]).not.toContain('Xk7Qp2Lm9Rt4');
    expect(once[7]?.replace(/^\S+/, '')).toBe(lines[7]?.replace(/^\S+/, ''));
  });

  it("prints crossplane's payload", () => {
    const payload = JSON.parse(stackengine(['parse', 'etc/nginx/sites-available/api.example.com', '--json']).out) as {
      config: { parsed: { directive: string; line: number }[] }[];
    };
    expect(payload.config[0]?.parsed[0]).toMatchObject({ directive: 'server', line: 1 });
  });

  it('prints a collector that sh can read', () => {
    const { status } = spawnSync('sh', ['-n'], { input: stackengine(['collect']).out });
    expect(status).toBe(0);
  });

  it('shares a link that opens to the same patch, redacted, and says when it was cut', () => {
    const link = stackengine(['share', '--site', 'https://tool.example/']).out.trim();
    expect(link).toMatch(/^https:\/\/tool\.example\/#s1\./);
    const { out, status } = stackengine(['open', link]);
    expect(status).toBe(0);
    expect(out).toContain('+request_terminate_timeout = ');
    expect(out).not.toContain('Hunter2-example');
    const cut = stackengine(['open', link.slice(0, -40)]);
    expect(cut.status).toBe(2);
    expect(cut.err).toMatch(/^incomplete: got [\d,]+ of [\d,]+ characters/);
  });

  it('leaves a folder that it only read as it was', () => {
    stackengine(['check']);
    stackengine(['fix']);
    expect(existsSync(join(folder, 'etc/php/8.2/fpm/pool.d/www.conf.orig'))).toBe(false);
  });
});

describe('its compiled code', () => {
  it.each([
    ['is not there', () => null],
    ['is cut', (cache: Buffer) => cache.subarray(0, cache.length >> 1)],
    ['is of another V8', (cache: Buffer) => Buffer.from(cache).fill(7, 4, 8)],
  ])('may be of no use: it %s', (_name, change) => {
    const tool = join(folder, 'tool');
    cpSync(join(ROOT, 'dist/cli'), tool, { recursive: true });
    cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
    const cache = join(tool, 'tool.cache');
    const changed = change(readFileSync(cache));
    rmSync(cache);
    if (changed !== null) writeFileSync(cache, changed);
    const { stdout, status } = spawnSync(process.execPath, [join(tool, 'stackengine.js'), '--help']);
    expect([stdout.toString('latin1'), status]).toEqual([stackengine(['--help']).out, 0]);
  });
});

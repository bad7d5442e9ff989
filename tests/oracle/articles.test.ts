import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/cli/command-line.ts';
import { openIncident } from '../../src/cli/incident.ts';

const folder = mkdtempSync(join(tmpdir(), 'article-'));
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const INCIDENTS = {
  'fastcgi-premature-close': {
    site: 'etc/nginx/sites-available/api.example.com',
    pool: 'etc/php/8.2/fpm/pool.d/www.conf',
    ini: 'etc/php/8.2/fpm/php.ini',
  },
  '502-checklist': { site: 'etc/nginx/conf.d/shop.conf', pool: 'etc/php-fpm.d/www.conf', ini: null },
};

/** The two articles' incidents with everything the page switches on, judged by the daemons themselves. */
describe.each(Object.entries(INCIDENTS))('%s', (name, { site, pool, ini }) => {
  it('yields a patch that patch(1) takes and both daemons accept', () => {
    cpSync(join(import.meta.dirname, '../../samples', name), folder, { recursive: true });
    const { session, report } = openIncident(readCommandLine([folder], {}, true), () => undefined);
    const patched = spawnSync('patch', ['-p1', '-d', folder], { input: session.patch(report.suggested, 'real') });
    expect(patched.status).toBe(0);

    mkdirSync(join(folder, 'logs'));
    copyFileSync('/etc/nginx/fastcgi_params', join(folder, 'fastcgi_params'));
    const text = readFileSync(join(folder, site), 'utf8').replaceAll('/var/log/nginx/', `${folder}/logs/`);
    writeFileSync(join(folder, 'nginx.conf'), `pid ${folder}/nginx.pid;\nevents {}\nhttp {\n${text}\n}\n`);
    const nginx = spawnSync('nginx', ['-t', '-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
      encoding: 'utf8',
    });
    expect(nginx.stderr).toContain('test is successful');

    const master = `[global]\nerror_log = ${folder}/logs/fpm.log\ninclude = ${join(folder, pool)}\n`;
    writeFileSync(join(folder, 'php-fpm.conf'), master);
    const flags = ini === null ? [] : ['-c', join(folder, ini)];
    const fpm = spawnSync('php-fpm8.2', ['-t', '-y', join(folder, 'php-fpm.conf'), ...flags], { encoding: 'utf8' });
    expect(fpm.stderr).toContain('test is successful');
  });
});

import { describe, expect, it } from 'vitest';
import { parseIni } from '../syntax/ini/parse.ts';
import { phpLimits } from './php-limits-for.ts';
import type { FastcgiParam } from './php-layers.ts';
import { buildPools } from './pools.ts';

function limits(files: Record<string, string>, params: FastcgiParam[] = [], request = {}) {
  const trees = Object.entries(files).map(([path, text]) =>
    parseIni(text, path, path.endsWith('.conf') ? 'fpm' : 'php-ini'),
  );
  return phpLimits(buildPools(trees)[0] ?? null, trees, params, request);
}

describe('phpLimits', () => {
  it('starts from what is built into PHP', () => {
    expect(limits({}).settings['memory_limit']).toMatchObject({ value: 134217728, unit: 'bytes', written: null });
    expect(limits({}).settings['max_execution_time']?.value).toBe(30);
  });

  it('follows the precedence', () => {
    const files: Record<string, string> = {};
    const steps: [string, string, number][] = [
      ['/etc/php.ini', 'memory_limit = 101M', 101],
      ['/etc/php/conf.d/20-x.ini', 'memory_limit = 102M', 102],
      ['www.conf', '[www]\nphp_value[memory_limit] = 103M', 103],
      ['/srv/.user.ini', 'memory_limit = 104M', 104],
      ['www.conf', '[www]\nphp_value[memory_limit] = 103M\nphp_admin_value[memory_limit] = 105M', 105],
      ['/etc/php.ini', 'memory_limit = 101M\n[PATH=/srv]\nmemory_limit = 106M', 106],
    ];
    const request = { scriptFilename: '/srv/index.php' };
    for (const [path, text, mebibytes] of steps) {
      files[path] = `${text}\n`;
      expect(limits(files, [], request).settings['memory_limit']?.value, path).toBe(mebibytes * 1048576);
    }
    const param = { name: 'PHP_ADMIN_VALUE', value: 'memory_limit=107M\nmax_execution_time = 7', from: null };
    expect(limits(files, [param], request).settings['memory_limit']?.value).toBe(106 * 1048576);
    const result = limits(files, [param]);
    expect(result.settings['memory_limit']?.value).toBe(107 * 1048576);
    expect(result.leaking).toEqual(['memory_limit', 'max_execution_time']);
  });

  it('keeps the previous value of a refused one and says so', () => {
    const result = limits({ 'php.ini': 'memory_limit = 256M\n', 'w.conf': '[www]\nphp_value[memory_limit] = 512MB\n' });
    expect(result.settings['memory_limit']?.value).toBe(268435456);
    expect(result.refused).toMatchObject([
      {
        name: 'memory_limit',
        written: '512MB',
        message: 'Failed to set memory limit to 512 bytes (Current memory usage is 2097152 bytes)',
        corrected: '512M',
        from: { path: 'w.conf', line: 2 },
      },
    ]);
  });

  it('falls back to what is built in when the last value of the files is refused', () => {
    const { settings } = limits({ 'php.ini': 'memory_limit = 256M\n', 'conf.d/9.ini': 'memory_limit = 512MB\n' });
    expect(settings['memory_limit']?.value).toBe(134217728);
  });

  it('reads what PHP reads, not what was meant', () => {
    const { settings } = limits({
      'php.ini': 'upload_max_filesize = 2MB\nmax_execution_time = 1m\npost_max_size=1.5G\n',
    });
    expect(settings['upload_max_filesize']).toMatchObject({ value: 2, meant: '2M', corrected: '2M' });
    expect(settings['max_execution_time']).toMatchObject({ value: 1, meant: '60 s', corrected: '60' });
    expect(settings['post_max_size']).toMatchObject({ value: 1073741824, meant: '1536M' });
  });

  it('leaves the command line and other versions out', () => {
    const pool = '[www]\nlisten = 9000\n';
    const { settings } = limits({
      '/etc/php/8.2/fpm/pool.d/www.conf': pool,
      '/etc/php/8.2/cli/php.ini': 'memory_limit = -1\n',
      '/etc/php/7.4/fpm/php.ini': 'memory_limit = 64M\n',
    });
    expect(settings['memory_limit']?.value).toBe(134217728);
  });

  it('stops where PHP stops reading', () => {
    const broken = 'memory_limit = 64M\nerror_reporting = E_ALL)\nmemory_limit = 99M\n';
    expect(limits({ 'php.ini': broken }).settings['memory_limit']?.value).toBe(67108864);
    const pasted = '$ cat php.ini\nmemory_limit = 64M\n';
    expect(limits({ 'php.ini': pasted }).settings['memory_limit']?.value).toBe(67108864);
  });

  it('keeps .user.ini from what only the system may set, and from locked values', () => {
    const { settings } = limits({
      'www.conf': '[www]\nphp_admin_value[post_max_size] = 9M\n',
      '.user.ini': 'post_max_size = 1M\nexpose_php = Off\nmax_input_time = 5\n',
    });
    expect(settings['post_max_size']?.value).toBe(9437184);
    expect(settings['expose_php']?.value).toBe(true);
    expect(settings['max_input_time']?.value).toBe(5);
  });
});

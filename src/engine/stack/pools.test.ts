import { describe, expect, it } from 'vitest';
import { parseIni } from '../syntax/ini/parse.ts';
import type { Pool } from './pool.ts';
import { buildPools } from './pools.ts';

function pools(files: Record<string, string>, phpVersion?: string): Pool[] {
  const trees = Object.entries(files).map(([path, text]) => parseIni(text, path, 'fpm'));
  return buildPools(trees, phpVersion === undefined ? {} : { phpVersion });
}

const WWW = '[www]\nlisten = /run/php/$pool.sock\npm = dynamic\npm.max_children = 5\n';

describe('buildPools', () => {
  it('fills in every key, expands $pool and computes the start servers', () => {
    const [pool] = pools({ 'www.conf': `${WWW}pm.min_spare_servers = 1\npm.max_spare_servers = 3\n` });
    expect(pool).toMatchObject({
      name: 'www',
      address: 'unix:/run/php/www.sock',
      path: 'www.conf',
      line: 1,
      column: 1,
    });
    expect(pool?.settings['pm.start_servers']?.value).toBe(2);
    expect(pool?.settings['pm.max_children']).toMatchObject({
      value: 5,
      unit: 'count',
      written: '5',
      from: { path: 'www.conf', line: 4, column: 1, start: WWW.indexOf('5'), end: WWW.indexOf('5') + 1 },
    });
    expect(pool?.settings['request_terminate_timeout']).toMatchObject({ value: 0, from: { default: 'PHP-FPM 8.2' } });
    expect(pool?.heartbeatSeconds).toBeNull();
  });

  it('takes keys without any section for a part of a pool, and knows nothing of the rest', () => {
    const [pool] = pools({ 'www.conf': 'listen = 127.0.0.1:9001\npm.max_children = 5\n' });
    expect(pool).toMatchObject({ name: '…', address: '127.0.0.1:9001', files: [] });
    expect(pool?.settings['request_terminate_timeout']).toMatchObject({ value: null });
    expect(pools({ 'php-fpm.conf': 'log_level = notice\nerror_log = /var/log/php-fpm.log\n' })).toEqual([]);
  });

  it('says what FPM reads and what was meant', () => {
    const [pool] = pools({ 'a.conf': `${WWW}request_terminate_timeout = 500ms\nrequest_slowlog_timeout = 30S\n` });
    expect(pool?.settings['request_terminate_timeout']).toMatchObject({ value: 500, meant: '0.5 s', corrected: '1s' });
    expect(pool?.settings['request_slowlog_timeout']).toMatchObject({ value: null, meant: '30 s', corrected: '30s' });
  });

  it('lets the last duplicate win across includes and repeated sections', () => {
    const [pool] = pools({
      '/usr/local/etc/php-fpm.conf': '[global]\nprocess_control_timeout = 20\ninclude=etc/php-fpm.d/*.conf\n',
      '/usr/local/etc/php-fpm.d/www.conf': `${WWW}env[A] = $pool\n`,
      '/usr/local/etc/php-fpm.d/zz-docker.conf': '[global]\ndaemonize = no\n[www]\nlisten = 9000\n',
    });
    expect(pool?.address).toBe('*:9000');
    expect(pool?.settings['listen']?.from).toMatchObject({ path: '/usr/local/etc/php-fpm.d/zz-docker.conf', line: 4 });
    expect(pool?.settings['env[A]']?.value).toBe('www');
    expect(pool?.settings['process_control_timeout']?.value).toBe(20);
    expect(pool?.settings['daemonize']?.value).toBe(false);
    expect(pool?.files[0]?.path).toBe('/usr/local/etc/php-fpm.d/www.conf');
  });

  it('takes the shortest timeout of all pools as the heartbeat', () => {
    const other = WWW.replace('www', 'b');
    const both = pools({ 'x.conf': `${WWW}request_terminate_timeout = 90\n${other}request_slowlog_timeout = 10s\n` });
    expect(both.map((pool) => pool.heartbeatSeconds)).toEqual([3.333, 3.333]);
    expect(pools({ 'x.conf': `${WWW}request_terminate_timeout = 90\n` })[0]?.heartbeatSeconds).toBe(30);
  });

  it('keeps masters of different PHP versions apart', () => {
    const two = pools({
      '/etc/php/7.4/fpm/pool.d/www.conf': `${WWW}request_terminate_timeout = 9\n`,
      '/etc/php/8.2/fpm/pool.d/www.conf': WWW,
    });
    expect(two.map((pool) => [pool.heartbeatSeconds, pool.settings['listen.backlog']?.value])).toEqual([
      [3, 511],
      [null, -1],
    ]);
  });

  it('calls unknown what stands in files that were not pasted', () => {
    const [pool] = pools({ 'www.conf': '[www]\ninclude = /etc/common/*.conf\nlisten = ${LISTEN}\n' });
    expect(pool?.settings['pm.max_children']).toMatchObject({ value: null, from: { unknown: '/etc/common/*.conf' } });
    expect(pool?.settings['process_control_timeout']).toMatchObject({ value: null });
    expect(pool?.address).toBeNull();
  });
});

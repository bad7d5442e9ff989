import { describe, expect, it } from 'vitest';
import { GiB, MiB } from '../../text/units.ts';
import { readPaste, seenIn } from '../testing/paste.ts';

const first = (text: string) => seenIn(text)[0];

describe('processes', () => {
  const HEAD = 'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n';
  const ps = (user: string, pid: number, state: string, command: string) =>
    `${user}    ${pid}  0.0  0.4 300000 40000 ?        ${state}    03:00   0:01 ${command}\n`;

  it('are counted without the master and without the grep', () => {
    const evidence = readPaste(
      HEAD +
        ps('root', 810, 'Ss', 'php-fpm: master process (/etc/php/8.2/fpm/php-fpm.conf)') +
        ps('www-data', 811, 'S', 'php-fpm: pool www') +
        ps('www-data', 812, 'S', 'php-fpm: pool www') +
        ps('www-data', 813, 'S', 'php-fpm: pool shop') +
        ps('root', 900, 'S+', 'grep --color=auto php-fpm'),
    );
    expect(evidence.pools.map(({ pool, total }) => [pool, total])).toEqual([
      ['www', 2],
      ['shop', 1],
    ]);
    expect(evidence.events[0]?.fields).toMatchObject({ rssBytes: 40000 * 1024 });
  });

  it('counted by wc are lines: 51 of them are 49 workers', () => {
    expect(first('$ ps aux | grep php-fpm | wc -l\n51\n')).toEqual(['processes.workers', { count: 49, lines: 51 }]);
    expect(first('$ ps aux | grep php-fpm | grep -v grep | wc -l\n51\n')?.[1]).toMatchObject({ count: 50 });
  });

  it('in state D and pools of which every worker runs are told', () => {
    const stuck = readPaste(
      HEAD +
        ps('www-data', 811, 'D', 'php-fpm: pool www') +
        ps('www-data', 812, 'D', 'php-fpm: pool www') +
        ps('www-data', 813, 'R', 'php-fpm: pool www'),
    );
    expect([...stuck.counts.keys()].sort()).toEqual([
      'processes.d-state',
      'processes.workers',
      'processes.workers-busy',
    ]);
    expect(stuck.events.find((event) => event.signature === 'processes.d-state')?.fields).toEqual({
      process: 'php-fpm',
      count: 2,
    });
  });

  it('show private memory in smem and /proc, and the machine in top', () => {
    expect(
      readPaste(
        '  PID User     Command                         Swap      USS      PSS      RSS \n  811 www-data php-fpm: pool www                  0    30720    40000    60000 \n',
      ).host.workerMemoryBytes,
    ).toBe(30 * MiB);
    expect(
      readPaste('==> /proc/811/status <==\nName:\tphp-fpm8.2\nVmRSS:\t   60000 kB\nRssAnon:\t   20480 kB\n').host
        .workerMemoryBytes,
    ).toBe(20 * MiB);
    const top = readPaste(
      'top - 03:47:22 up 10 days,  2:03,  1 user,  load average: 9.00, 8.10, 7.20\nTasks: 120 total\nMiB Mem :  16384.0 total,   1000.0 free,   9000.0 used,   2000.0 buff/cache\n\n    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND\n    811 www-data  20   0  300000  60.1m  30000 R  99.0   0.4   0:01.00 php-fpm8.2\n',
    );
    expect(top.host.memoryBytes).toBe(16 * GiB);
    expect(top.pools).toMatchObject([{ pool: null, total: 1 }]);
    expect(readPaste('$ nproc\n8\n').host.cores).toBe(8);
  });
});

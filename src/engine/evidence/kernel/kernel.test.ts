import { describe, expect, it } from 'vitest';
import { readPaste, seenIn } from '../testing/paste.ts';

const first = (text: string) => seenIn(text)[0];

describe('kernel log', () => {
  it.each([
    [
      '[12345.678901] Out of memory: Killed process 812 (php-fpm8.2) total-vm:1kB, anon-rss:2048kB, file-rss:0kB',
      'kernel.oom-kill',
    ],
    ['[12345.678901] Out of memory: Kill process 812 (php-fpm) score 847 or sacrifice child', 'kernel.oom-kill'],
    [
      '[12345.678901] Memory cgroup out of memory: Killed process 812 (php-fpm8.2) total-vm:1kB, anon-rss:2048kB',
      'kernel.cgroup-oom-kill',
    ],
    [
      'Jan 15 03:47:22 web kernel: [12345.678901] Memory cgroup out of memory: Kill process 812 (php-fpm) score 1 or sacrifice child',
      'kernel.cgroup-oom-kill',
    ],
  ])('%s', (line, signature) => {
    expect(first(`${line}\n`)).toMatchObject([signature, { pid: 812 }]);
  });

  it.each([
    'dmesg will show: Out of memory: Kill process 18901 (php-fpm) score 847. This is invisible in PHP logs.',
    'We then saw "Memory cgroup out of memory: Killed process 812 (php-fpm8.2)" once a day.',
    'dmesg: Out of memory: Kill process 18901 (php-fpm) score 847 or sacrifice child',
    'Look for php-fpm8.2 invoked oom-killer: in the kernel log, and for oom-kill:constraint=CONSTRAINT_MEMCG too.',
    'A line like php-fpm8.2[812]: segfault at 7ffc0 ip 0000 sp 0000 error 6 in opcache.so[7f+1] tells a crash.',
    'You may see PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted in the log.',
    'Search for avc:  denied  { name_connect } in the audit log, and for Possible SYN flooding on port 9000. Then act.',
  ])('is not what a sentence quotes: %s', (line) => {
    expect([...readPaste(`${line}\n`).counts.keys()]).toEqual([]);
    expect([...readPaste(`Since noon the shop is down.\n\n${line}\nWhat can we do about it?\n`).counts.keys()]).toEqual(
      [],
    );
  });

  it.each([
    'kernel: Out of memory: Killed process 812 (php-fpm8.2) total-vm:1kB',
    'kern  :err   : [Mon Jan 15 03:47:22 2024] Out of memory: Killed process 812 (php-fpm8.2) total-vm:1kB',
    'kern  :err   : [12345.678901] Out of memory: Killed process 812 (php-fpm8.2) total-vm:1kB',
    '[12345.678901] [T1234] Out of memory: Killed process 812 (php-fpm8.2) total-vm:1kB',
    '<3>[12345.678901] Out of memory: Kill process 812 (php-fpm) score 847 or sacrifice child',
    '[Mon Jan 15 03:47:22 2024] Out of memory: Killed process 812 (php-fpm8.2) total-vm:1kB',
    '2024-01-15T03:47:22.123456+01:00 web kernel: [12345.678901] Out of memory: Killed process 812 (php-fpm8.2) total-vm:1kB',
    'Jan 15 03:47:22 web kernel: Killed process 812 (php-fpm) total-vm:1kB, anon-rss:2kB, file-rss:0kB',
    '> [12345.678901] Out of memory: Killed process 812 (php-fpm8.2) total-vm:1kB',
    'node-1  | [12345.678901] Out of memory: Killed process 812 (php-fpm8.2) total-vm:1kB',
    'Out of memory (oom_kill_allocating_task): Kill process 812 (php-fpm) score 0 or sacrifice child',
    '/var/log/syslog:Jan 15 03:47:22 web kernel: [12345.678901] Out of memory: Killed process 812 (php-fpm8.2) total-vm:1kB',
    'kern.log:812:Jan 15 03:47:22 web kernel: Out of memory: Killed process 812 (php-fpm8.2) total-vm:1kB',
  ])('knows a kill behind what carried it: %s', (line) => {
    expect(first(`${line}\n`)).toMatchObject(['kernel.oom-kill', { pid: 812 }]);
  });

  it('counts a kill once that is told in three lines', () => {
    const evidence = readPaste(
      'Jan 15 03:47:22 web kernel: php-fpm8.2 invoked oom-killer: gfp_mask=0xcc0, order=0\nJan 15 03:47:22 web kernel: oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,mems_allowed=0,oom_memcg=/system.slice/php.service,task_memcg=/system.slice/php.service,task=php-fpm8.2,pid=812,uid=33\nJan 15 03:47:22 web kernel: Memory cgroup out of memory: Killed process 812 (php-fpm8.2) total-vm:900kB, anon-rss:800kB, file-rss:0kB\n2024/01/15 03:47:22 [error] 1#1: *1 no live upstreams while connecting to upstream\n',
    );
    expect(evidence.counts.get('kernel.cgroup-oom-kill')).toEqual({
      count: 1,
      first: Date.UTC(2024, 0, 15, 3, 47, 22) / 1000,
      last: Date.UTC(2024, 0, 15, 3, 47, 22) / 1000,
    });
    expect(evidence.events.find((event) => event.signature === 'kernel.cgroup-oom-kill')?.fields).toMatchObject({
      process: 'php-fpm8.2',
      unit: '/system.slice/php.service',
    });
  });

  it.each([
    [
      'of a new kernel',
      'kernel: ',
      '[  pid  ]   uid  tgid total_vm      rss pgtables_bytes swapents oom_score_adj name\n[    810]     0   810    60000    30000   200704        0             0 php-fpm8.2\n[    811]    33   811    80000    20480   200704        0             0 php-fpm8.2\n[    812]    33   812    80000    12800   200704        0             0 php-fpm8.2\n[    900]   112   900   800000   300000   200704        0             0 mysqld',
    ],
    [
      'of an old kernel',
      '[12345.678901] ',
      '[ pid ]   uid  tgid total_vm      rss nr_ptes nr_pmds swapents oom_score_adj name\n[  811]    33   811    80000    20480     155       3        0             0 php-fpm',
    ],
  ])('takes the size of workers from the table of tasks %s', (_name, prefix, table) => {
    const carried = table.replace(/^/gm, prefix === 'kernel: ' ? 'Jan 15 03:47:22 web kernel: ' : prefix);
    expect(readPaste(`${carried}\n`).host.workerMemoryBytes).toBe(20_480 * 4096);
  });

  it('reads faults, floods and denials', () => {
    expect(
      first('[1.000000] php-fpm8.2[812]: segfault at 7ffc0 ip 0000 sp 0000 error 6 in opcache.so[7f+1]\n'),
    ).toMatchObject(['kernel.segfault', { process: 'php-fpm8.2', pid: 812, library: 'opcache.so' }]);
    expect(first('[1.000000] traps: php-fpm[812] general protection fault ip:1 sp:2 error:0\n')?.[0]).toBe(
      'kernel.segfault',
    );
    expect(first('[1.000000] TCP: request_sock_TCP: Possible SYN flooding on port 9000. Sending cookies.\n')).toEqual([
      'kernel.syn-flood',
      { port: 9000 },
    ]);
    const avc = readPaste(
      'type=AVC msg=audit(1705290442.123:456): avc:  denied  { name_connect } for  pid=812 comm="nginx" dest=9000 scontext=system_u:system_r:httpd_t:s0 tcontext=system_u:object_r:http_port_t:s0 tclass=tcp_socket permissive=0\n',
    );
    expect(avc.events).toMatchObject([
      {
        signature: 'kernel.avc-denied',
        at: 1705290442,
        fields: { process: 'nginx', permission: 'name_connect', port: 9000 },
      },
    ]);
  });

  it('leaves times since boot unknown until the boot is stated', () => {
    const line = '[100.000000] Out of memory: Killed process 812 (php-fpm8.2) total-vm:1kB\n';
    expect(readPaste(line).events[0]?.at).toBeNull();
    expect(readPaste(`==> /proc/stat <==\nbtime 1705290000\n\n==> dmesg (dmesg) <==\n${line}`).events[0]?.at).toBe(
      1705290100,
    );
  });
});

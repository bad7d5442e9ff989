import { describe, expect, it } from 'vitest';
import { intake } from '../intake/intake.ts';
import type { Document } from '../text/document.ts';
import { GiB, MiB } from '../text/units.ts';
import type { Redacted } from '../text/redacted.ts';
import type { Evidence } from './evidence.ts';
import { readEvidence } from './read.ts';

/** What the page does with a paste, redaction left out: these texts hold no secret. */
const read = (text: string): Evidence =>
  readEvidence(
    intake([{ path: 'paste-1.txt', text }]).map((document): Document<Redacted> => ({
      ...document,
      text: document.text as Redacted,
    })),
  );
const seen = (text: string) => read(text).events.map(({ signature, fields }) => [signature, fields] as const);
const first = (text: string) => seen(text)[0];

describe('slow log', () => {
  const stack = (call: string, file = '/srv/app/Db.php:12') =>
    `[15-Jan-2024 03:47:22]  [pool www] pid 812\nscript_filename = /srv/app/index.php\n[0x00007f6a1c2120a0] ${call}() ${file}\n[0x00007f6a1c212010] find() /srv/app/Orders.php:40\n\n`;

  it.each([
    ['PDOStatement->execute', '/srv/a.php:1', 'database'],
    ['mysqli_query', '/srv/a.php:1', 'database'],
    ['execute', '/srv/vendor/doctrine/dbal/src/Statement.php:90', 'database'],
    ['curl_exec', '/srv/a.php:1', 'http'],
    ['session_start', '/srv/a.php:1', 'session'],
    ['Redis->get', '/srv/a.php:1', 'cache'],
    ['flock', '/srv/a.php:1', 'lock'],
    ['usleep', '/srv/a.php:1', 'sleep'],
    ['fread', '/srv/a.php:1', 'filesystem'],
    ['computePrimes', '/srv/a.php:1', 'cpu'],
  ])('%s in %s is %s', (call, file, family) => {
    expect(first(stack(call, file))).toMatchObject([
      'slow.stack',
      { family, call, pool: 'www', script: '/srv/app/index.php' },
    ]);
  });

  it('counts what the stacks agree on exactly, however many there are', () => {
    const evidence = read(stack('PDOStatement->execute').repeat(900) + stack('sleep').repeat(100));
    expect(evidence.stacks).toMatchObject([
      { call: 'PDOStatement->execute', family: 'database', count: 900, share: 0.9 },
      { call: 'sleep', family: 'sleep', count: 100, share: 0.1 },
    ]);
    expect(evidence.events.length).toBeLessThan(20);
  });
});

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

  it('counts a kill once that is told in three lines', () => {
    const evidence = read(
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
    const avc = read(
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
    expect(read(line).events[0]?.at).toBeNull();
    expect(read(`==> /proc/stat <==\nbtime 1705290000\n\n==> dmesg (dmesg) <==\n${line}`).events[0]?.at).toBe(
      1705290100,
    );
  });
});

describe('status page', () => {
  const TEXT =
    'pool:                 www\nprocess manager:      dynamic\nstart since:          99\naccepted conn:        12\nlisten queue:         4\nmax listen queue:     9\nlisten queue len:     511\nidle processes:       0\nactive processes:     5\ntotal processes:      5\nmax active processes: 5\nmax children reached: 3\nslow requests:        0\n';
  const JSON_PAGE =
    '{"pool":"www","process manager":"dynamic","start since":99,"accepted conn":12,"listen queue":4,"max listen queue":9,"listen queue len":511,"idle processes":0,"active processes":5,"total processes":5,"max active processes":5,"max children reached":3,"slow requests":0}\n';
  const XML =
    '<?xml version="1.0" ?>\n<status>\n<pool>www</pool>\n<process-manager>dynamic</process-manager>\n<accepted-conn>12</accepted-conn>\n<listen-queue>4</listen-queue>\n<listen-queue-len>511</listen-queue-len>\n<idle-processes>0</idle-processes>\n<active-processes>5</active-processes>\n<total-processes>5</total-processes>\n<max-children-reached>3</max-children-reached>\n</status>\n';
  const METRICS =
    '# HELP phpfpm_up Could pool www using a dynamic PM on PHP-FPM be reached?\nphpfpm_up 1\nphpfpm_accepted_connections 12\nphpfpm_listen_queue 4\nphpfpm_listen_queue_length 511\nphpfpm_idle_processes 0\nphpfpm_active_processes 5\nphpfpm_total_processes 5\nphpfpm_max_children_reached 3\n';

  it.each([
    ['text', TEXT, 'www'],
    ['JSON', JSON_PAGE, 'www'],
    ['XML', XML, 'www'],
    ['OpenMetrics', METRICS, null],
  ])('is read as %s', (_form, page, pool) => {
    const evidence = read(page);
    expect(evidence.pools).toMatchObject([
      { pool, active: 5, idle: 0, total: 5, maxChildrenReached: 3, listenQueue: 4, listenQueueLength: 511 },
    ]);
    expect([...evidence.counts.keys()]).toEqual(['status.saturated']);
  });

  it('in full tells connections that wait without a request, and the longest run', () => {
    const worker = (state: string, duration: number) =>
      `\n************************\npid:                  812\nstate:                ${state}\nstart time:           15/Jan/2024:03:00:00 +0000\nrequests:             3\nrequest duration:     ${duration}\nrequest method:       GET\n`;
    const evidence = read(
      TEXT +
        worker('Reading headers', 9_000_000) +
        worker('Reading headers', 9_000_000) +
        worker('Running', 42_000_000),
    );
    expect([...evidence.counts.keys()]).toEqual(['status.saturated', 'status.reading-headers']);
    expect(evidence.longestRunSeconds).toBe(42);
    expect(evidence.pools).toHaveLength(1);
  });

  it('of an idle pool is no trouble', () => {
    const idle = TEXT.replace('listen queue:         4', 'listen queue:         0')
      .replace('idle processes:       0', 'idle processes:       2')
      .replace('reached: 3', 'reached: 0');
    expect([...read(idle).counts.keys()]).toEqual(['status.idle']);
  });
});

describe('processes', () => {
  const HEAD = 'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n';
  const ps = (user: string, pid: number, state: string, command: string) =>
    `${user}    ${pid}  0.0  0.4 300000 40000 ?        ${state}    03:00   0:01 ${command}\n`;

  it('are counted without the master and without the grep', () => {
    const evidence = read(
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
    const stuck = read(
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
      read(
        '  PID User     Command                         Swap      USS      PSS      RSS \n  811 www-data php-fpm: pool www                  0    30720    40000    60000 \n',
      ).host.workerMemoryBytes,
    ).toBe(30 * MiB);
    expect(
      read('==> /proc/811/status <==\nName:\tphp-fpm8.2\nVmRSS:\t   60000 kB\nRssAnon:\t   20480 kB\n').host
        .workerMemoryBytes,
    ).toBe(20 * MiB);
    const top = read(
      'top - 03:47:22 up 10 days,  2:03,  1 user,  load average: 9.00, 8.10, 7.20\nTasks: 120 total\nMiB Mem :  16384.0 total,   1000.0 free,   9000.0 used,   2000.0 buff/cache\n\n    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND\n    811 www-data  20   0  300000  60.1m  30000 R  99.0   0.4   0:01.00 php-fpm8.2\n',
    );
    expect(top.host.memoryBytes).toBe(16 * GiB);
    expect(top.pools).toMatchObject([{ pool: null, total: 1 }]);
    expect(read('$ nproc\n8\n').host.cores).toBe(8);
  });
});

describe('memory', () => {
  it('states the total, in any unit, and a cgroup’s limit before it', () => {
    expect(
      read(
        '$ free -m\n              total        used        free      shared  buff/cache   available\nMem:          15900        3000        1000         100        1000       12000\n',
      ).host.memoryBytes,
    ).toBe(15900 * MiB);
    expect(
      read(
        '               total        used        free      shared  buff/cache   available\nMem:            15Gi       3.0Gi       1.0Gi       100Mi       1.0Gi        12Gi\n',
      ).host.memoryBytes,
    ).toBe(15 * GiB);
    expect(read('MemTotal:       16777216 kB\nMemAvailable:    9000000 kB\n').host.memoryBytes).toBe(16 * GiB);
    expect(
      read('==> /proc/meminfo <==\nMemTotal:       16777216 kB\n\n==> /sys/fs/cgroup/memory.max <==\n536870912\n').host
        .memoryBytes,
    ).toBe(512 * MiB);
  });

  it('says when nothing is left, and when the cgroup killed', () => {
    expect(first('MemTotal:       16777216 kB\nMemAvailable:      90000 kB\n')).toMatchObject([
      'memory.exhausted',
      { limit: 16 * GiB },
    ]);
    expect(seen('MemTotal:       16777216 kB\nMemAvailable:    9000000 kB\n')).toEqual([]);
    expect(first('==> /sys/fs/cgroup/memory.events <==\nlow 0\noom 3\noom_kill 3\n')).toEqual([
      'container.oom-killed',
      { count: 3 },
    ]);
  });
});

describe('sockets', () => {
  it('listen, and their queues are full or not', () => {
    expect(
      seen(
        'State   Recv-Q  Send-Q   Local Address:Port   Peer Address:Port  Process\nLISTEN  129     128          127.0.0.1:9000        0.0.0.0:*      users:(("php-fpm8.2",pid=811,fd=8))\n',
      ),
    ).toEqual(
      [
        ['sockets.queue-full', { address: '127.0.0.1:9000', queue: 129, limit: 128, process: 'php-fpm8.2' }],
        ['sockets.listening', { address: '127.0.0.1:9000', queue: 129, limit: 128, process: 'php-fpm8.2' }],
      ].sort(),
    );
    expect(
      first('tcp        0      0 127.0.0.1:9000          0.0.0.0:*               LISTEN      811/php-fpm: master\n'),
    ).toEqual(['sockets.listening', { address: '127.0.0.1:9000', queue: 0, process: 'php-fpm:' }]);
    expect(
      first(
        'Netid State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process\nu_str LISTEN 0      511    /run/php/php8.2-fpm.sock 1234 * 0 users:(("php-fpm8.2",pid=811,fd=8))\n',
      )?.[1],
    ).toMatchObject({ address: 'unix:/run/php/php8.2-fpm.sock' });
  });

  it('count overflows, unless there were none', () => {
    expect(first('    12345 times the listen queue of a socket overflowed\n')).toEqual([
      'sockets.overflowed',
      { count: 12345 },
    ]);
    expect(seen('TcpExtListenOverflows           0                  0.0\n')).toEqual([]);
  });
});

describe('limits, files, security, versions, probes', () => {
  it.each([
    ['net.core.somaxconn = 128\n', 'limits.sysctl', { name: 'net.core.somaxconn', value: 128 }],
    [
      'Max open files            1024                 4096                 files     \n',
      'limits.open-files',
      { limit: 1024 },
    ],
    ['open files                          (-n) 1024\n', 'limits.open-files', { limit: 1024 }],
    ['$ ulimit -n\n1024\n', 'limits.open-files', { limit: 1024 }],
    ['$ lsof -p 811 | wc -l\n1020\n', 'limits.descriptors-used', { count: 1020 }],
    [
      'srw-rw---- 1 root root 0 Jan 15 03:47 /run/php/php8.2-fpm.sock\n',
      'files.socket',
      { address: 'unix:/run/php/php8.2-fpm.sock', mode: 'srw-rw----', owner: 'root', group: 'root' },
    ],
    [
      '$ ls -l /run/php/\ntotal 0\nsrw-rw---- 1 www-data www-data 0 Jan 15 03:47 php8.2-fpm.sock\n',
      'files.socket',
      { address: 'unix:/run/php/php8.2-fpm.sock', owner: 'www-data' },
    ],
    [
      "$ ls -l /run/php/php8.2-fpm.sock\nls: cannot access '/run/php/php8.2-fpm.sock': No such file or directory\n",
      'files.missing',
      { address: '/run/php/php8.2-fpm.sock' },
    ],
    [
      'Filesystem      Size  Used Avail Use% Mounted on\n/dev/sda1        20G   20G     0 100% /var\n',
      'disk.full',
      { address: '/var', percent: 100 },
    ],
    [
      '$ find /etc/nginx -type f -mtime -1\n/etc/nginx/nginx.conf\n',
      'files.changed',
      { address: '/etc/nginx/nginx.conf' },
    ],
    ['$ getenforce\nEnforcing\n', 'security.enforcing', {}],
    [
      '*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p tcp -m tcp --dport 9000 -j REJECT --reject-with icmp-port-unreachable\n',
      'firewall.reject',
      { port: 9000, target: 'REJECT' },
    ],
    [
      '$ curl -I http://127.0.0.1:8080/\ncurl: (7) Failed to connect to 127.0.0.1 port 8080 after 0 ms: Connection refused\n',
      'probe.refused',
      { address: '127.0.0.1', port: 8080 },
    ],
    [
      '$ nc -zv 127.0.0.1 9000\nnc: connect to 127.0.0.1 port 9000 (tcp) failed: Connection refused\n',
      'probe.refused',
      {},
    ],
    [
      '$ telnet 127.0.0.1 9000\nTrying 127.0.0.1...\nConnected to 127.0.0.1.\nConnection closed by foreign host.\n',
      'probe.closed',
      {},
    ],
    ['$ nc -zv 127.0.0.1 9000\nConnection to 127.0.0.1 9000 port [tcp/*] succeeded!\n', 'probe.ok', { port: 9000 }],
    ['$ curl -I http://127.0.0.1/\nHTTP/1.1 502 Bad Gateway\nServer: nginx\n', 'probe.status', { status: 502 }],
  ])('%j is %s', (text, signature, fields) => {
    expect(first(text)?.[0]).toBe(signature);
    expect(first(text)?.[1]).toMatchObject(fields);
  });

  it('take a full loop device and a plain file listing for what they are', () => {
    expect(
      seen(
        'Filesystem      Size  Used Avail Use% Mounted on\n/dev/loop3       56M   56M     0 100% /snap/core18/1\n/dev/sda1        20G   10G    10G  50% /\n',
      ),
    ).toEqual([]);
    expect(seen('-rw-r--r-- 1 root root 1446 Jan 15 03:47 /etc/nginx/nginx.conf\n')).toEqual([]);
  });

  it('state versions, php-fpm before the command line', () => {
    expect(
      read(
        '$ php -v\nPHP 8.3.1 (cli) (built: Jan 1 2024)\n$ php-fpm8.2 -v\nPHP 8.2.7 (fpm-fcgi) (built: Jun 9 2023)\n$ nginx -v\nnginx version: nginx/1.22.1\n',
      ).host,
    ).toEqual({ php: '8.2', nginx: '1.22' });
  });
});

describe('services and containers', () => {
  it.each([
    [
      '● php8.2-fpm.service - The PHP 8.2 FastCGI Process Manager\n     Loaded: loaded\n     Active: failed (Result: oom-kill) since Mon 2024-01-15 03:47:22 UTC\n',
      'service.failed',
      { service: 'php8.2-fpm.service', result: 'oom-kill' },
    ],
    [
      '● php8.2-fpm.service - PHP\n     Active: inactive (dead)\n',
      'service.inactive',
      { service: 'php8.2-fpm.service' },
    ],
    ['● php8.2-fpm.service - PHP\n     Active: active (running) since Mon\n', 'service.active', {}],
    [
      'Jan 15 03:47:22 web systemd[1]: php8.2-fpm.service: Main process exited, code=killed, status=9/KILL\n',
      'service.failed',
      { signal: 9 },
    ],
    [
      'Jan 15 03:47:22 web systemd[1]: php8.2-fpm.service: A process of this unit has been killed by the OOM killer.\n',
      'kernel.oom-kill',
      { service: 'php8.2-fpm.service' },
    ],
    [
      'Jan 15 03:47:22 web systemd[1]: php8.2-fpm.service: Scheduled restart job, restart counter is at 5.\n',
      'service.restarted',
      { count: 5 },
    ],
    [
      'CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES\n0123456789ab   app       "x"       2 hours ago   Exited (137) 2 minutes ago             app-1\n',
      'container.exited',
      { code: 137, container: 'app-1' },
    ],
    [
      'CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES\n0123456789ab   app       "x"       2 hours ago   Restarting (1) 5 seconds ago             app-1\n',
      'service.restarted',
      { code: 1 },
    ],
    [
      '$ docker inspect app\n[\n    {\n        "Name": "/app-1",\n        "State": {\n            "OOMKilled": true,\n            "ExitCode": 137\n',
      'container.oom-killed',
      { container: 'app-1' },
    ],
    [
      'NAME                    READY   STATUS             RESTARTS      AGE\napp-6d4cf56db6-abcde    0/1     CrashLoopBackOff   12 (2m ago)   3h\n',
      'service.failed',
      { result: 'CrashLoopBackOff', count: 12 },
    ],
    [
      '    Last State:     Terminated\n      Reason:       OOMKilled\n      Exit Code:    137\n',
      'container.oom-killed',
      {},
    ],
    [
      '│ 0  │ app     │ default │ 1.0.0  │ fork │ 812  │ 5D  │ 15 │ errored │ 0% │ 0b │ www │\n',
      'service.failed',
      { service: 'app', count: 15 },
    ],
    ['*** HARAKIRI ON WORKER 1 (pid: 812, try: 1) ***\n', 'uwsgi.harakiri', { pid: 812 }],
    [
      'DAMN ! worker 1 (pid: 812) died, killed by signal 9 :( trying respawn ...\n',
      'uwsgi.worker-died',
      { pid: 812, signal: 9 },
    ],
  ])('%j is %s', (text, signature, fields) => {
    const events = seen(text);
    expect(events.map(([name]) => name)).toContain(signature);
    expect(events.find(([name]) => name === signature)?.[1]).toMatchObject(fields);
  });

  it('leave the comings and goings of other units alone', () => {
    expect(
      seen(
        'Jan 15 03:47:22 web systemd[1]: phpsessionclean.service: Deactivated successfully.\nJan 15 03:47:22 web systemd[1]: Started apt-daily.service - Daily apt download activities.\nJan 15 03:47:22 web systemd[1]: logrotate.service: Deactivated successfully.\n',
      ),
    ).toEqual([]);
  });
});

describe('PHP’s own log', () => {
  it('is read with its traces', () => {
    const evidence = read(
      '[15-Jan-2024 03:47:22 UTC] PHP Fatal error:  Uncaught PDOException: SQLSTATE[HY000] [2002] Connection refused in /srv/app/Db.php:12\nStack trace:\n#0 /srv/app/Db.php(12): PDO->__construct()\n#1 {main}\n  thrown in /srv/app/Db.php on line 12\n[15-Jan-2024 03:47:23 UTC] PHP Warning:  x in /srv/a.php on line 3\n',
    );
    expect([...evidence.counts.keys()]).toEqual(['php.fatal', 'php.warning']);
    expect(evidence.events[0]).toMatchObject({
      at: Date.UTC(2024, 0, 15, 3, 47, 22) / 1000,
      fields: { script: '/srv/app/Db.php', scriptLine: 12 },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { recognise } from './recognise.ts';

describe('recognise', () => {
  it.each([
    ['nginx', 'upstream app {\n  server 10.0.0.1:8080;\n}\n'],
    ['nginx', 'fastcgi_read_timeout 300s;\n'],
    ['fpm', '[www]\npm = static\n'],
    ['fpm', 'pm.max_children = 5\n'],
    ['php-ini', '[PHP]\nengine = On\n'],
    ['php-ini', 'memory_limit = 512MB\n'],
    ['settings', '[host]\nmemory = 16G\n'],
    [
      'nginx-error-log',
      'nginx_1  | 2024/01/15 03:47:22 [crit] 1#1: *1 connect() to unix:/x failed (2: No such file or directory)\n',
    ],
    ['nginx-error-log', 'nginx: [emerg] unknown directive "foo" in /etc/nginx/nginx.conf:3\n'],
    ['nginx-access-log', '203.0.113.9 - - [10/Oct/2024:13:55:36 +0000] "GET / HTTP/1.1" 502 157 "-" "curl/8"\n'],
    [
      'nginx-access-log',
      '{"time":"2024-01-15T03:47:22+00:00","status":"502","request":"GET / HTTP/1.1","upstream_status":"502"}\n',
    ],
    ['nginx-access-log', '172.19.0.6 -  01/Apr/2020:04:25:29 +0000 "GET /index.php" 404\n'],
    ['nginx-access-log', '2026-02-02T08:15:31+01:00|198.51.100.4|GET /seat/4 HTTP/1.1|502|157\n'],
    ['nginx-access-log', 'ip=198.51.100.4 method=GET uri=/seat/4 status=502 request_time=0.001\n'],
    ['fpm-log', '[15-Jan-2024 03:47:22] NOTICE: fpm is running, pid 1\n'],
    ['fpm-log', '[15-Jan-2024 03:47:22.123456] DEBUG: pid 1, fpm_event_loop(), line 431: 3 fds\n'],
    [
      'fpm-slow-log',
      '[15-Jan-2024 03:47:22]  [pool www] pid 812\nscript_filename = /srv/app/index.php\n[0x00007f6a1c2120a0] sleep() /srv/app/index.php:3\n',
    ],
    ['fpm-status', 'pool:                 www\nprocess manager:      dynamic\naccepted conn:        12\n'],
    ['fpm-status', '{"pool":"www","process manager":"static","accepted conn":9}\n'],
    ['fpm-status', '# HELP phpfpm_up Could pool be reached\nphpfpm_up 1\n'],
    [
      'php-log',
      '[15-Jan-2024 03:47:22 UTC] PHP Fatal error:  Uncaught Error: no in /srv/a.php:2\nStack trace:\n#0 {main}\n',
    ],
    ['kernel-log', '[12345.678901] Out of memory: Killed process 812 (php-fpm8.2) total-vm:1kB\n'],
    [
      'journal',
      'Jan 15 03:47:22 web systemd[1]: php8.2-fpm.service: Main process exited, code=killed, status=9/KILL\n',
    ],
    [
      'processes',
      'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\nroot 1 0.0 0.1 100 200 ? Ss 03:00 0:00 php-fpm: master\n',
    ],
    ['processes', 'top - 03:47:22 up 10 days,  2:03,  1 user,  load average: 9.00, 8.10, 7.20\n'],
    [
      'memory',
      '              total        used        free      shared  buff/cache   available\nMem:           15Gi       3.0Gi       1.0Gi\n',
    ],
    ['memory', 'MemTotal:       16384000 kB\n'],
    [
      'sockets',
      'State   Recv-Q  Send-Q  Local Address:Port  Peer Address:Port\nLISTEN  0  511  127.0.0.1:9000  0.0.0.0:*\n',
    ],
    ['sockets', 'tcp        0      0 127.0.0.1:9000          0.0.0.0:*               LISTEN      811/php-fpm\n'],
    ['limits', 'net.core.somaxconn = 4096\n'],
    ['limits', 'Max open files            1024                 4096                 files     \n'],
    ['services', '● nginx.service - A high performance web server\n     Active: active (running) since Mon\n'],
    ['services', 'CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES\n'],
    ['versions', 'nginx version: nginx/1.22.1\n'],
    ['versions', 'PHP 8.2.7 (fpm-fcgi) (built: Jun  9 2023 19:37:27)\n'],
    ['security', 'type=AVC msg=audit(1705290442.123:456): avc:  denied  { name_connect } for  pid=812 comm="nginx"\n'],
    ['security', 'Enforcing\n'],
    ['security', '*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p tcp --dport 9000 -j REJECT\n'],
    ['file-listing', 'srw-rw---- 1 root root 0 Jan 15 03:47 /run/php/php8.2-fpm.sock\n'],
    ['htpasswd', 'admin:$apr1$abc$0123456789abcdefghijkl\n'],
    ['unknown', 'hello there\n'],
  ])('knows %s by its content', (kind, text) => {
    const found = recognise('paste.txt', text);
    expect(found.kind).toBe(kind);
    expect(found.recognisedBy).not.toBe('');
    expect(recognise('paste.txt', text.replaceAll('\n', '\r\n')).kind).toBe(kind);
  });

  it('lets content overrule the path, and the path decide where content is silent', () => {
    expect(recognise('/etc/nginx/nginx.conf', '[www]\npm = static\n').kind).toBe('fpm');
    expect(recognise('/etc/nginx/conf.d/empty.conf', '# nothing yet\n')).toEqual({
      kind: 'nginx',
      recognisedBy: 'its name, /etc/nginx/conf.d/empty.conf',
    });
  });
});

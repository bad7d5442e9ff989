import { describe, expect, it } from 'vitest';
import { readPaste, seenIn } from '../testing/paste.ts';

const first = (text: string) => seenIn(text)[0];

describe('limits, files, security, versions, probes', () => {
  it.each([
    ['net.core.somaxconn = 128\n', 'limits.sysctl', { name: 'net.core.somaxconn', value: 128 }],
    [
      'Max open files            1024                 4096                 files     \n',
      'limits.open-files',
      { limit: 1024 },
    ],
    ['open files                          (-n) 1024\n', 'limits.open-files', { limit: 1024 }],
    ['<html>\n<head><title>502 Bad Gateway</title></head>\n', 'probe.status', { status: 502 }],
    ['504 Gateway Time-out\n', 'probe.status', { status: 504 }],
    ['The upload ends with "413 Request Entity Too Large" every time\n', 'probe.status', { status: 413 }],
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
      seenIn(
        'Filesystem      Size  Used Avail Use% Mounted on\n/dev/loop3       56M   56M     0 100% /snap/core18/1\n/dev/sda1        20G   10G    10G  50% /\n',
      ),
    ).toEqual([]);
    expect(seenIn('-rw-r--r-- 1 root root 1446 Jan 15 03:47 /etc/nginx/nginx.conf\n')).toEqual([]);
  });

  it('state versions, php-fpm before the command line', () => {
    expect(
      readPaste(
        '$ php -v\nPHP 8.3.1 (cli) (built: Jan 1 2024)\n$ php-fpm8.2 -v\nPHP 8.2.7 (fpm-fcgi) (built: Jun 9 2023)\n$ nginx -v\nnginx version: nginx/1.22.1\n',
      ).host,
    ).toEqual({ php: '8.2', nginx: '1.22' });
  });
});

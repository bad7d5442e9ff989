import { template, type Template } from './case.ts';
import { anyDomain, anyHost, inner, ipv6 } from './further-values.ts';

/** What commands print about a machine. */
export const MACHINE_OUTPUTS_TEMPLATES: readonly Template[] = [
  template(
    20,
    'journal',
    (m) =>
      `Mar 14 09:26:53 ${m.identifier(`web-${m.lower(5)}`)} sshd[811]: Failed password for ${m.identifier(m.user())} from ${m.identifier(m.ip())} port 50122 ssh2\nMar 14 09:26:53 ${m.identifier(`web-${m.lower(5)}`)} systemd[1]: ${m.keep('php8.2-fpm.service: Main process exited, code=killed, status=9/KILL')}\n`,
  ),
  template(
    20,
    'journal',
    (m) =>
      `Mar 14 09:26:53 srv sudo[91]: ${m.identifier(m.user())} : TTY=pts/1 ; PWD=/home/${m.identifier(m.user())} ; USER=root ; COMMAND=/usr/bin/mysql -uroot -p${m.secret(m.alnum(10))}\nMar 14 09:26:53 srv CRON[12]: (${m.identifier(m.user())}) CMD (curl -s "https://${m.identifier(anyHost(m))}/cron.php?key=${m.secret(m.alnum(16))}")\n`,
  ),
  template(
    18,
    'journal',
    (m) =>
      `2026-03-14T09:26:53+0100 ${m.identifier(inner(m))} nginx[44]: 2026/03/14 09:26:53 [error] 44#44: *1 ${m.keep('upstream timed out (110: Connection timed out)')}, client: ${m.identifier(m.ip())}, server: ${m.identifier(anyHost(m))}\n`,
  ),
  template(
    11,
    'journal',
    (m) =>
      `Mar 14 09:26:53 localhost php-fpm[71]: [WARNING] [pool www] child 3 said into stdout: "Authorization: Bearer ${m.secret(m.alnum(40))}"\n${m.keep('-- Boot 5f6c3b2a1d4e4f60a7b8c9d0e1f20304 --')}\n`,
  ),
  template(
    16,
    'kernel-log',
    (m) =>
      `[123456.789012] [UFW BLOCK] IN=eth0 OUT= MAC=${m.identifier(m.mac())}:${m.identifier(m.mac())}:08:00 SRC=${m.identifier(m.ip())} DST=${m.identifier(m.ip())} LEN=40 TOS=0x00 PREC=0x00 TTL=244 ID=54321 ${m.keep('PROTO=TCP SPT=43211 DPT=22 WINDOW=1024')}\n`,
  ),
  template(16, 'kernel-log', (m) =>
    m.keep(
      '[ 1234.567890] php-fpm8.2[812]: segfault at 7f0000001000 ip 00007f1e2a813f60 sp 00007ffd12345660 error 4 in libcrypto.so.3[7f1e2a600000+300000]\n[ 1234.567890] Out of memory: Killed process 812 (php-fpm8.2) total-vm:412340kB, anon-rss:201340kB\n[ 1234.6] TCP: request_sock_TCP: Possible SYN flooding on port 443. Sending cookies.  Check SNMP counters.\n',
    ),
  ),
  template(
    20,
    'processes',
    (m) =>
      `  PID USER      PR  NI    VIRT    RES  %CPU COMMAND\n 4412 ${m.identifier(m.user())}   20   0  512340  98320   3.3 ${m.keep('php-fpm8.2')}\n 4413 ${m.keep('www-data')}  20   0  512340  98320   1.0 php-fpm8.2\n`,
  ),
  template(
    12,
    'processes',
    (m) =>
      `root  611 0.0 0.1 12 44 ? S 09:26 0:00 mysqld_exporter --mysqld.username=exp --mysqld.password=${m.secret(m.alnum(12))} ${m.keep('--web.listen-address=:9104')}\n`,
  ),
  template(
    12,
    'processes',
    (m) =>
      `${m.keep('www-data 77 0.0 0.1 12 44 ? S 09:26 0:00')} php artisan queue:work redis --token ${m.secret(m.alnum(20))}\nroot 78 0.0 0.1 12 44 ? S 09:26 0:00 /usr/bin/redis-server 10.0.0.1:6379 --requirepass ${m.secret(m.lower(9))}\n`,
  ),
  template(
    12,
    'processes',
    (m) =>
      `root 79 0.0 0.1 1 1 ? S 09:26 0:00 mysqldump --single-transaction -h ${m.identifier(inner(m))} -u${m.identifier(m.user())} -p'${m.secret(m.alnum(12))}' shop\nroot 80 0.0 0.1 1 1 ? S 09:26 0:00 sshpass -p ${m.secret(m.alnum(9))} ssh ${m.identifier(m.user())}@${m.identifier(m.ip())}\n`,
  ),
  template(
    12,
    'processes',
    (m) =>
      `root 81 0.0 0.1 1 1 ? S 09:26 0:00 wget --user=${m.user()} --password=${m.secret(m.alnum(12))} https://${m.identifier(anyHost(m))}/x.tgz\nroot 82 0.0 0.1 1 1 ? S 09:26 0:00 curl -H X-Auth-Token:${m.secret(m.alnum(20))} -H 'Authorization: token ${m.secret(m.hex(40))}' ${m.keep('http://127.0.0.1:8080/health')}\n`,
  ),
  template(
    16,
    'sockets',
    (m) =>
      `State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process\nESTAB  0 0 ${m.identifier(m.ip())}:443 ${m.identifier(m.ip())}:52344 users:(("nginx",pid=31,fd=12))\nESTAB 0 0 [${m.identifier(ipv6(m))}]:443 [${m.identifier(ipv6(m))}]:41822\n${m.keep('LISTEN 0 511 0.0.0.0:80 0.0.0.0:*')}\n${m.keep('LISTEN 0 4096 127.0.0.53%lo:53 0.0.0.0:*')}\n`,
  ),
  template(
    16,
    'sockets',
    (m) =>
      `tcp        0      0 ${m.identifier(m.ip())}:443      ${m.identifier(m.ip())}:51322     TIME_WAIT   -\ntcp6       0      0 ::ffff:${m.identifier(m.ip())}:80 ::ffff:${m.identifier(m.ip())}:1024 ESTABLISHED 44/nginx\n${m.keep('tcp6       0      0 :::80                   :::*                    LISTEN')}\n`,
  ),
  template(
    7,
    'services',
    (m) =>
      `Environment=REDIS_PASSWORD=${m.secret(m.alnum(12))} "SMTP_PASS=${m.secret(m.alnum(12))}"\n${m.keep('EnvironmentFile=/etc/default/php-fpm')}\nExecStart=/usr/sbin/php-fpm8.2 --nodaemonize --fpm-config /etc/php/8.2/fpm/php-fpm.conf\n`,
  ),
  template(
    18,
    'services',
    (m) =>
      `CONTAINER ID   IMAGE                     COMMAND                  STATUS        PORTS                    NAMES\n${m.keep('3f2a9c1b7d4e')}   registry.${m.identifier(anyDomain(m))}/shop/php:8.2   "docker-php-entrypoi…"   Up 2 hours    ${m.keep('0.0.0.0:8080->80/tcp')}   php\n`,
  ),
  template(
    18,
    'security',
    (m) =>
      `type=AVC msg=audit(1710404813.123:4411): avc:  denied  { name_connect } for  pid=44 comm="php-fpm" dest=5432 ${m.keep('scontext=system_u:system_r:httpd_t:s0 tcontext=system_u:object_r:postgresql_port_t:s0 tclass=tcp_socket')} permissive=0\nnode=${m.identifier(inner(m))} type=USER_LOGIN msg=audit(1710404813.1:2): acct="${m.identifier(m.user())}" exe="/usr/sbin/sshd" hostname=? addr=${m.identifier(m.ip())} terminal=ssh res=failed\n`,
  ),
  template(20, 'file-listing', (m) => {
    const user = m.identifier(m.user());
    return `drwxr-x--- 5 ${user} ${m.keep('www-data')}  4096 Mar 14 09:26 /home/${user}\n-rw------- 1 ${user} ${user} 1704 Mar 14 09:26 id_rsa\n${m.keep('-rw-r--r-- 1 root root 1462 Mar 14 09:26 nginx.conf')}\n`;
  }),
  template(
    20,
    'limits',
    (m) =>
      `● user@1001.service - User Manager for UID 1001\n  uid=1001(${m.identifier(m.user())}) gid=1001 groups=1001(${m.identifier(m.user())}),33(${m.keep('www-data')})\n${m.keep('Max open files            1024                 524288               files')}\n`,
  ),
  template(20, 'limits', (m) =>
    m.keep(
      'core file size              (blocks, -c) 0\nopen files                          (-n) 1024\nmax user processes                  (-u) 31204\nnet.core.somaxconn = 4096\nvm.swappiness = 60\nkernel.random.boot_id = 3b5f0e7a-1c2d-4e5f-8a9b-0c1d2e3f4a5b\n',
    ),
  ),
  template(20, 'memory', (m) =>
    m.keep(
      'MemTotal:       16384256 kB\nMemFree:          512340 kB\nKeys: 12\nSwapTotal:      2097148 kB\n              total        used        free      shared  buff/cache   available\nSwap:         2097148           0     2097148\n',
    ),
  ),
  template(20, 'versions', (m) =>
    m.keep(
      'nginx version: nginx/1.24.0 (Ubuntu)\nbuilt with OpenSSL 3.0.13 30 Jan 2024\nTLS SNI support enabled\nconfigure arguments: --prefix=/etc/nginx --user=nginx --group=nginx --with-http_secure_link_module --with-http_auth_request_module --with-ld-opt=-Wl,-z,relro\nPHP 8.3.6 (fpm-fcgi) (built: Apr 15 2024 19:21:47)\nZend Engine v4.3.6, Copyright (c) Zend Technologies\n    with Zend OPcache v8.3.6, Copyright (c), by Zend Technologies\nmysql  Ver 8.0.36-0ubuntu0.22.04.1 for Linux on x86_64 ((Ubuntu))\n',
    ),
  ),
  template(
    12,
    'processes',
    (m) =>
      `root 12 0.0 0.0 1 1 ? S 09:26 0:00 /usr/bin/docker run -e DB_PASSWORD=${m.secret(m.alnum(10))} -e ${m.keep('APP_ENV=prod')} --name app registry.${m.identifier(anyDomain(m))}/app\nroot 13 0.0 0.0 1 1 ? S 09:26 0:00 psql postgresql://app:${m.secret(m.alnum(10))}@${m.identifier(inner(m))}/shop\n`,
  ),
  template(
    12,
    'processes',
    (m) =>
      `root 14 0.0 0.0 1 1 ? S 09:26 0:00 mongodump --host ${m.identifier(inner(m))} -u ${m.identifier(m.user())} -p ${m.secret(m.alnum(10))} ${m.keep('--archive')}\nroot 15 0.0 0.0 1 1 ? S 09:26 0:00 rclone copy --sftp-pass ${m.secret(m.alnum(12))} a b\nroot 16 0.0 0.0 1 1 ? S 09:26 0:00 ansible-playbook --extra-vars db_pass=${m.secret(m.alnum(12))} site.yml\n`,
  ),
  template(
    7,
    'services',
    (m) =>
      `# /etc/systemd/system/php-fpm.service.d/env.conf\n[Service]\nEnvironment="DB_PASSWORD=${m.secret(`${m.alnum(4)} ${m.alnum(4)}`)}"\nEnvironment='API_TOKEN=${m.secret(m.alnum(20))}'\n${m.keep('LimitNOFILE=65535')}\n${m.keep('PrivateTmp=true')}\n`,
  ),
  template(
    16,
    'sockets',
    (m) =>
      `Active Internet connections (w/o servers)\ntcp        0   1240 10.0.0.4:443            ${m.identifier(m.ip())}:60122      ESTABLISHED 31/nginx: worker\nudp6 0 0 ${m.identifier(ipv6(m))}:546 :::*\n${m.keep('unix  2      [ ACC ]     STREAM     LISTENING     23456    /run/php/php8.2-fpm.sock')}\n`,
  ),
  template(
    18,
    'journal',
    (m) =>
      `Mar 14 09:26:53 ${m.identifier(`srv${m.lower(4)}${m.digits(2)}`)} systemd-resolved[3]: Using degraded feature set for DNS server ${m.identifier(m.ip())}.\nMar 14 09:26:53 ${m.identifier(`srv${m.lower(4)}${m.digits(2)}`)} postfix/smtp[2]: ABC: to=<${m.identifier(m.mail())}>, relay=${m.identifier(anyHost(m))}[${m.identifier(m.ip())}]:25, ${m.keep('status=deferred')}\n`,
  ),
  template(
    20,
    'journal',
    (m) =>
      `Mar 14 09:26:53 localhost sshd[1]: Invalid user ${m.identifier(m.user())} from ${m.identifier(m.ip())} port 4\nMar 14 09:26:53 localhost systemd-logind[2]: New session 44 of user ${m.identifier(m.user())}.\nMar 14 09:26:53 localhost su[7]: Successful su for ${m.identifier(m.user())} by root\nMar 14 09:26:53 localhost systemd[1]: ${m.keep('Started Session 44 of')} User ${m.identifier(m.user())}.\n`,
  ),
  template(
    20,
    'processes',
    (m) =>
      `UID          PID    PPID  C STIME TTY          TIME CMD\n${m.identifier(m.user())}     4411       1  0 09:26 ?        00:00:01 ${m.keep('php-fpm: pool www')}\nroot           1       0  0 09:26 ?        00:00:00 ${m.keep('/sbin/init')}\n`,
  ),
  template(
    20,
    'limits',
    (m) =>
      `# /etc/security/limits.conf\n${m.identifier(m.user())} soft nofile ${m.keep('65535')}\n@${m.keep('www-data')} hard nproc 4096\n`,
  ),
  template(
    18,
    'versions',
    (m) =>
      `Linux ${m.identifier(`vm-${m.lower(4)}${m.digits(3)}`)} 5.15.0-101-generic #111-Ubuntu SMP Tue Mar 5 20:16:58 UTC 2024 x86_64 GNU/Linux\n Static hostname: ${m.identifier(`vm-${m.lower(5)}`)}\n${m.keep('Operating System: Ubuntu 22.04.4 LTS')}\n`,
  ),
];

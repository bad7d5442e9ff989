import { template, type Template } from './case.ts';

/** Further places where accounts, people's numbers and tokens without a name stand. */
export const ACCOUNT_TEMPLATES: readonly Template[] = [
  template(
    20,
    'unknown',
    (m) =>
      `COMMAND     PID     USER   FD   TYPE DEVICE SIZE/OFF  NODE NAME\nphp-fpm8. 4412 ${m.identifier(m.user())}    3u  unix 0xffff      0t0 31337 ${m.keep('/run/php/php8.2-fpm.sock type=STREAM')}\nnginx     4413 ${m.keep('www-data')}    6u  IPv4 123      0t0   TCP *:http (LISTEN)\n`,
  ),
  template(
    20,
    'processes',
    (m) =>
      `USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n${m.keep('systemd+     391')}  0.0  0.1  90112  6784 ?        Ssl  09:26   0:00 /lib/systemd/systemd-timesyncd\n${m.keep('message+     405')}  0.0  0.0   9140  4864 ?        Ss   09:26   0:00 @dbus-daemon --system\n${m.identifier(m.user())}     777  0.1  0.2 100000 20000 ?        S    09:26   0:01 php worker.php\n`,
  ),
  template(
    20,
    'unknown',
    (m) =>
      `${m.identifier(m.user())}    pts/1    ${m.identifier(m.ip())}      09:26    2.00s  0.04s  0.00s ${m.keep('systemctl status')}\n${m.identifier(m.user())}   tty1                          09:20    6:00   0.10s  0.02s -bash\n`,
  ),
  template(
    20,
    'unknown',
    (m) =>
      `${m.identifier(m.user())} is not in the sudoers file.  ${m.keep('This incident will be reported.')}\n${m.identifier(m.user())} ALL=(ALL) NOPASSWD: /usr/bin/systemctl\n`,
  ),
  template(
    20,
    'unknown',
    (m) => `/var/spool/cron/crontabs/${m.identifier(m.user())}\nMAIL=/var/mail/${m.identifier(m.user())}\n`,
  ),
  template(20, 'unknown', (m) => {
    const user = m.identifier(m.user());
    return `# User@Host: ${user}[${user}] @ ${m.identifier(m.host())} [10.0.0.5]  Id: 44\n${m.keep('# Query_time: 3.120000  Lock_time: 0.000100')}\n`;
  }),
  template(
    20,
    'unknown',
    (m) => `# User@Host: [${m.identifier(m.user())}] @ localhost []\n${m.keep('# Schema: shop  QC_hit: No')}\n`,
  ),
  template(20, 'unknown', (m) => `# User@Host: ${m.identifier(m.user())}[] @ localhost []\n`),
  template(
    20,
    'unknown',
    (m) =>
      `$ sudo usermod -aG ${m.keep('www-data')} ${m.identifier(m.user())}\n$ sudo -iu ${m.identifier(m.user())} php -v\n`,
  ),
  template(
    20,
    'unknown',
    (m) =>
      `$ ssh -p 2222 ${m.identifier(m.user())}@${m.identifier(m.host())}\n$ scp /tmp/core.gz ${m.identifier(m.user())}@${m.identifier(m.host())}${m.keep(':/srv/dumps/')}\n`,
  ),
  template(
    21,
    'unknown',
    (m) =>
      `Please call me at ${m.identifier(`0${m.digits(3)} / ${m.digits(6)}`)} before 18:00\nerreichbar telefonisch unter ${m.identifier(`0${m.digits(2)}-${m.digits(7)}`)}, ${m.keep('Ticket 0815-4711')}\n`,
  ),
  template(
    21,
    'unknown',
    (m) =>
      `or from abroad ${m.identifier(`0049-${m.random.pick(['69', '89', '40'])}-${m.digits(7)}`)}\n${m.keep('0030 20 20 20 20 45')}\n${m.keep('0044 1122 3344 5566')}\n`,
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `10.0.0.1 - - [14/Mar/2026:09:26:53 +0100] "GET ${m.keep('/index.php?option=com_users&task=user.logout')}&${m.secret(m.hex(32))}=1 HTTP/1.1" 303 5\n`,
  ),
  template(6, 'unknown', (m) => {
    // Salts and checksums of crypt without a digit among them: capitals that begin no word.
    const hash = `${m.random.pick(['aK', 'Qz', 'mW'])}xQbTzRkVdLp`;
    return `shopadm:${m.secret(hash)}\n${m.keep('Server:OpenResty')}\n`;
  }),
  template(
    20,
    'unknown',
    (m) =>
      `2026-03-14 09:26:53.123 UTC [4412] ${m.identifier(m.user())}@${m.keep('shop FATAL:  too many connections')}\nerror connecting to master '${m.identifier(m.user())}@${m.identifier(m.host())}${m.keep(':3306')}'\n`,
  ),
  template(
    21,
    'unknown',
    (m) =>
      `Tél. : ${m.identifier(`01 ${m.digits(2)} ${m.digits(2)} ${m.digits(2)} ${m.digits(2)}`)}\n${m.keep('Réf. : 01 2026')}\n`,
  ),
  template(20, 'nginx-error-log', (m) => {
    const site = m.identifier(`${m.lower(5)}_${m.lower(4)}`);
    return `2026/03/14 09:26:53 [crit] 7#7: *9 connect() to unix:/run/php/${site}.sock failed (2: No such file or directory) while connecting to upstream, client: 10.0.0.1, server: _\nno ${m.keep('/run/php/php8.2-fpm.sock')}, no ${m.keep('/run/php-fpm/www.sock')}, no ${m.keep('/run/php/app-1.sock')}\n`;
  }),
  template(
    20,
    'unknown',
    (m) =>
      `listen = /var/run/php8-fpm-${m.identifier(m.user())}.sock\nlisten = /run/php-fpm/${m.identifier(m.user())}-fpm.sock\nlisten = ${m.keep('/run/php/php8.2-fpm-www.sock')}\n`,
  ),
  template(
    20,
    'unknown',
    (m) =>
      `blocked for login attempt with username ${m.identifier(m.user())}\n${m.keep('with username and password')}\n`,
  ),
];

import { template, type Template } from './case.ts';
import { access, error } from './log-lines.ts';

/** Classes 16 to 21: who and where. */
export const IDENTITY_TEMPLATES: readonly Template[] = [
  // 16 addresses
  template(
    16,
    'nginx',
    (c) =>
      `allow ${c.identifier(c.ip())};\ndeny ${c.identifier(c.ip())};\nallow ${c.keep('127.0.0.1')};\ndeny ${c.keep('all')};\nset_real_ip_from ${c.keep('173.245.48.0/20')};\nresolver ${c.keep('1.1.1.1 8.8.8.8')};\n`,
  ),
  template(
    16,
    'nginx',
    (c) =>
      `geo $bad {\n  default 0;\n  ${c.identifier(c.ip())}/32 1;\n  ${c.identifier(c.ip6())} 1;\n  ${c.keep('::1')} 0;\n}\nlisten ${c.keep('[::]:80')};\nlisten ${c.keep('0.0.0.0:80')};\n`,
  ),
  template(
    16,
    'nginx-access-log',
    (c) =>
      `${c.identifier(c.ip6())} - - [20/Nov/2026:10:00:00 +0000] "GET / HTTP/2.0" 200 1 "-" "Mozilla/5.0 ${c.keep('Chrome/120.0.0.0')} ${c.keep('Edg/121.0.2277.83')}" "${c.identifier(c.ip())}, ${c.identifier(c.ip())}"\n`,
  ),
  template(
    16,
    'kernel-log',
    (c) =>
      `[ 123.456] [UFW BLOCK] IN=eth0 OUT= MAC=${c.identifier(c.mac())}:${c.identifier(c.mac())}:08:00 SRC=${c.identifier(c.ip())} DST=${c.identifier(c.ip())} LEN=40 ${c.keep('PROTO=TCP')} SPT=443\n`,
  ),
  template(
    16,
    'nginx-error-log',
    (c) =>
      `2026/11/20 10:00:00 [error] 7#7: *12345 connect() failed (111: Connection refused) while connecting to upstream, client: ::ffff:${c.identifier(c.ip())}, server: _, request: "GET / HTTP/1.1", upstream: "http://${c.identifier(c.ip())}:8080/", host: "${c.keep('localhost')}"\n`,
  ),
  template(
    16,
    'versions',
    (c) =>
      `nginx version: ${c.keep('nginx/1.22.1')}\nOpenSSL ${c.keep('3.0.11')} libcurl/${c.keep('7.88.1.4')} v${c.keep('1.2.3.4')} ${c.keep('169.254.169.254')} ${c.keep('255.255.255.0')}\n`,
  ),
  template(
    16,
    'sockets',
    (c) =>
      `ESTAB 0 0 10.0.0.5:443 ${c.identifier(c.ip())}:51234\nLISTEN 0 511 ${c.keep('0.0.0.0:80')} ${c.keep('0.0.0.0:*')}\nESTAB 0 0 [${c.identifier(c.ip6())}]:443 [${c.identifier(c.ip6())}]:5123\n`,
  ),
  template(
    17,
    'nginx',
    (c) =>
      `set_real_ip_from ${c.keep('10.0.0.0/8')};\nallow ${c.keep('192.168.1.0/24')};\nproxy_pass http://${c.keep('172.16.5.4')}:8080;\nallow ${c.keep('fd00::/8')};\n`,
  ),
  // 18 hosts
  template(18, 'nginx', (c) => {
    const domain = c.identifier(c.domain());
    return `server {\n  server_name ${domain} www.${domain} *.${domain} "~^(?<sub>.+)\\.${domain.replaceAll('.', '\\.')}$";\n  root /var/www/vhosts/${domain}/htdocs;\n  ssl_certificate /etc/letsencrypt/live/${domain}/fullchain.pem;\n  access_log /var/log/nginx/${domain}.access.log;\n  ${c.keep('include snippets/ssl.conf;')}\n}\n`;
  }),
  template(
    18,
    'nginx',
    (c) =>
      `upstream ${c.keep('backend')} {\n  server ${c.identifier(`app1.${c.domain()}`)}:8080;\n  server ${c.identifier(`node-${c.lower(3)}${c.digits(2)}`)}:8080 backup;\n}\nserver { server_name ${c.keep('_')}; location / { proxy_pass http://${c.identifier(c.host())}:9000; } }\n`,
  ),
  template(
    18,
    'journal',
    (c) =>
      `Nov 20 10:00:01 ${c.identifier(`web-${c.lower(4)}${c.digits(2)}`)} nginx[123]: ${c.keep('worker process 12 exited')}\n`,
  ),
  template(
    18,
    'php-log',
    (c) =>
      `getaddrinfo failed for ${c.identifier(`redis.${c.lower(5)}.svc.cluster.local`)} and ${c.identifier(`${c.lower(6)}.${c.lowerDigits(12)}.eu-west-1.rds.amazonaws.com`)}\n`,
  ),
  template(
    18,
    'journal',
    (c) =>
      `Nov 20 10:00:01 ${c.identifier(`ip-10-31-4-${c.digits(2)}.eu-west-1.compute.internal`)} kernel: ${c.keep('Out of memory: Killed process 123 (php-fpm)')}\n`,
  ),
  template(18, 'nginx-error-log', (c) =>
    error(
      c,
      'open() "/var/www/html/favicon.ico" failed (2: No such file or directory)',
      `GET ${c.keep('/favicon.ico')}`,
    ),
  ),
  template(
    18,
    'nginx',
    (c) =>
      `server_name ${c.keep('_ localhost')};\ninclude ${c.keep('/etc/nginx/conf.d/foo.conf')};\n# see ${c.keep('https://www.php.net/manual')} and ${c.keep('http://nginx.org/en/docs')}\nproxy_pass ${c.keep('https://maps.googleapis.com')};\nadd_header Link "<${c.keep('https://hooks.slack.com')}>";\nfastcgi_pass ${c.keep('unix:/run/php/php8.2-fpm.sock')};\nindex ${c.keep('index.php index.html')};\n`,
  ),
  // 19 mail
  template(19, 'nginx-access-log', (c) =>
    access(
      c,
      `GET /u?email=${c.identifier(c.mail().replace('@', '%40'))}&r=${c.identifier(c.mail().replace('@', '%2540'))}`,
    ),
  ),
  template(
    19,
    'php-log',
    (c) =>
      `mail to <${c.identifier(c.mail())}> and ${c.identifier(c.mail().replace('@', '+tag@'))} ${c.keep('bounced')}\n`,
  ),
  template(
    19,
    'php-ini',
    (c) =>
      `sendmail_path = /usr/sbin/sendmail -t -i -f ${c.identifier(c.mail())}\nmail.log = ${c.keep('/var/log/mail.log')}\n`,
  ),
  template(
    19,
    'php-ini',
    (c) =>
      `; e.g. ${c.keep('www@my.domain.com')}\nsendmail_path = "/usr/sbin/sendmail -t -i -f ${c.keep('www@my.domain.com')}"\n`,
  ),
  template(19, 'nginx-access-log', (c) => access(c, `GET /unsubscribe/${c.identifier(c.mail())}`)),
  // 20 users
  template(20, 'fpm', (c) => {
    const user = c.identifier(c.user());
    return `[${user}]\nuser = ${user}\ngroup = ${user}\nlisten = /run/php/${user}.sock\nlisten.owner = ${c.keep('www-data')}\nchdir = /home/${user}/www\n`;
  }),
  template(
    20,
    'nginx-error-log',
    (c) =>
      `2026/11/20 10:00:00 [error] 1#1: *2 user "${c.identifier(c.user())}": password mismatch, client: ${c.identifier(c.ip())}, server: _, request: "GET / HTTP/1.1", host: "localhost"\n`,
  ),
  template(
    20,
    'nginx-access-log',
    (c) =>
      `${c.identifier(c.ip())} - ${c.identifier(c.user())} [20/Nov/2026:10:00:00 +0000] "GET /${c.keep('admin')} HTTP/1.1" 401 0 "-" "-"\n`,
  ),
  template(
    20,
    'fpm-log',
    (c) =>
      `[20-Nov-2026 10:00:00] WARNING: [pool ${c.identifier(c.user())}] ${c.keep('server reached pm.max_children setting (5)')}\n[20-Nov-2026 10:00:00] NOTICE: [pool ${c.keep('www')}] child 12 started\n`,
  ),
  template(
    20,
    'processes',
    (c) =>
      `USER         PID %CPU %MEM COMMAND\n${c.identifier(c.user())}      123  0.0  1.0 php-fpm: pool x\n${c.keep('www-data')}  124  0.0  1.0 php-fpm: pool www\n${c.keep('root')}  1  0.0  1.0 nginx: master process\n`,
  ),
  template(20, 'file-listing', (c) => {
    const user = c.identifier(c.user());
    return `srw-rw---- 1 ${c.keep('www-data www-data')} 0 Nov 20 10:00 /run/php/php8.2-fpm.sock\n-rw-r--r-- 1 ${user} ${user} 120 Nov 20 10:00 /home/${user}/index.php\n`;
  }),
  template(
    20,
    'journal',
    (c) =>
      `Nov 20 10:00:01 localhost kernel: task_memcg=/user.slice/user-${c.identifier(c.user())}.slice,task=${c.keep('php-fpm')},pid=123\n`,
  ),
  // 21
  template(
    21,
    'fpm',
    (c) =>
      `env[QUEUE] = https://sqs.eu-west-1.amazonaws.com/${c.identifier(c.digits(12))}/${c.keep('jobs')}\nenv[ROLE] = arn:aws:iam::${c.identifier(c.digits(12))}:role/${c.keep('web')}\n`,
  ),
  template(21, 'php-log', (c) => `sms to ${c.identifier(`+49170${c.digits(7)}`)} ${c.keep('failed after 12345 ms')}\n`),
  template(21, 'php-log', (c) => `charge ${c.secret(c.card())} ${c.keep('declined')} at ${c.keep('1700000000123')}\n`),
  template(21, 'kernel-log', (c) => `eth0: link/ether ${c.identifier(c.mac())} brd ${c.keep('ff:ff:ff:ff:ff:ff')}\n`),
  template(
    21,
    'unknown',
    (c) => `subject=C = ${c.keep('DE')}, O = ${c.identifier(`${c.lower(8)} GmbH`)}, CN = ${c.identifier(c.host())}\n`,
  ),
  template(
    21,
    'nginx-error-log',
    (c) =>
      `2026/11/20 10:00:00 [error] ${c.keep('31337#31337')}: ${c.keep('*12345')} recv() failed (104: Connection reset by peer) ${c.keep('pid 4711 1700000000')}\n`,
  ),
];

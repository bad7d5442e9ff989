import { template, type Template } from './case.ts';

/** What stands in commands and prose, without a slot around it; further vendors. */
export const PROSE_TEMPLATES: readonly Template[] = [
  template(
    12,
    'processes',
    (c) => `USER PID COMMAND\nroot 12 mysqldump -u root -p${c.secret(c.alnum(12))} ${c.keep('shopdata')}\n`,
  ),
  template(12, 'unknown', (c) => `$ redis-cli -h 10.0.0.5 -a ${c.secret(c.alnum(12))} ${c.keep('ping')}\n`),
  template(
    12,
    'unknown',
    (c) => `$ curl -u ${c.identifier(c.user())}:${c.secret(c.alnum(12))} ${c.keep('http://127.0.0.1/')}\n`,
  ),
  template(14, 'unknown', (c) => `upstream wanted Bearer ${c.secret(c.alnum(30))} ${c.keep('and said no')}\n`),
  template(
    14,
    'unknown',
    (c) =>
      `sent Basic ${c.secret(Buffer.from(`${c.lower(5)}:${c.alnum(9)}`).toString('base64'))} ${c.keep('instead')}\n`,
  ),
  template(
    2,
    'unknown',
    (c) =>
      `posting to https://hooks.slack.com/services/${c.secret(`T${c.upper(8)}`)}/${c.secret(`B${c.upper(8)}`)}/${c.secret(c.alnum(24))} failed\n`,
  ),
  template(
    2,
    'unknown',
    (c) =>
      `posting to https://discord.com/api/webhooks/${c.secret(c.digits(18))}/${c.secret(c.lowerDigits(68))} failed\n`,
  ),
  template(6, 'unknown', (c) => `hash in dump: ${c.secret(`$2y$12$${c.alnum(53)}`)} ${c.keep('of row 7')}\n`),
  template(6, 'unknown', (c) => `userPassword is {SSHA}${c.secret(c.base64(24))} ${c.keep('there')}\n`),
  ...(
    [
      (c) => `${c.hex(32)}-${c.hex(8)}-${c.hex(8)}`,
      (c) => `sk-${c.alnum(48)}`,
      (c) => `sk-${c.alnum(20)}_T3BlbkFJ${c.alnum(20)}`,
      (c) => `EAAA${c.base64url(60)}`,
      (c) => `sntrys_${c.alnum(64)}`,
      (c) => `xkeysib-${c.hex(64)}-${c.alnum(16)}`,
      (c) => `dapi${c.hex(32)}`,
      (c) => `EAA${c.alnum(120)}`,
      (c) => `gsk_${c.alnum(52)}`,
      (c) => `rubygems_${c.hex(48)}`,
      (c) => `ntn_${c.alnum(46)}`,
      (c) => `figd_${c.base64url(40)}`,
    ] satisfies ((c: Parameters<Template['make']>[0]) => string)[]
  ).map((make) => template(1, 'unknown', (c) => `${c.keep('found')} ${c.secret(make(c))} ${c.keep('in a log')}\n`)),
  template(20, 'unknown', (c) => `GRANT ALL TO '${c.identifier(c.user())}'@'localhost'\n`),
  template(20, 'unknown', (c) => `${c.keep('Accepted publickey')} for user ${c.identifier(c.user())} from 10.0.0.9\n`),
  template(
    18,
    'nginx-error-log',
    (c) =>
      `2026/11/20 10:00:00 [error] 1#1: *1 x, client: 10.0.0.1, server: ${c.identifier(`edge-${c.lower(4)}${c.digits(2)}`)}, request: "${c.keep('GET / HTTP/1.1')}"\n`,
  ),
  template(
    18,
    'journal',
    (c) =>
      `Nov 20 10:00:01 localhost nginx[23173]: ${c.identifier(`edge${c.lower(3)}${c.digits(2)}`)} nginx: 10.0.0.1 - - ${c.keep('GET')}\n`,
  ),
  template(
    18,
    'unknown',
    (c) => `Host: ${c.identifier(`edge${c.lower(3)}${c.digits(2)}`)}\nAccept: ${c.keep('*/*')}\n`,
  ),
  template(
    18,
    'unknown',
    (c) => `denied for 'root'@'${c.identifier(`edge${c.lower(3)}${c.digits(2)}`)}' ${c.keep('(using password: NO)')}\n`,
  ),
  template(
    18,
    'unknown',
    (c) => `mysql:host=${c.identifier(`edge${c.lower(3)}${c.digits(2)}`)};${c.keep('dbname=x')}\n`,
  ),
  template(
    18,
    'nginx-error-log',
    (c) =>
      `2026/11/20 10:00:00 [emerg] 1#1: host not found in upstream "${c.identifier(`edge${c.lower(3)}${c.digits(2)}`)}" in ${c.keep('/etc/nginx/nginx.conf:3')}\n`,
  ),
  template(
    18,
    'unknown',
    (c) => `${c.keep('reached')} ${c.identifier(`ip-10-31-4-${c.digits(2)}`)} ${c.keep('now')}\n`,
  ),
  template(18, 'unknown', (c) => `lookup of ${c.identifier(`${c.lower(6)}.svc`)} ${c.keep('timed out')}\n`),
  template(
    21,
    'unknown',
    (c) => `${c.keep('arp')} ${c.identifier(`${c.hex(4)}.${c.hex(4)}.${c.hex(3)}b`)} ${c.keep('seen')}\n`,
  ),
  template(
    21,
    'nginx-access-log',
    (c) => `192.0.2.1 - - [x] "GET /u?phone=${c.identifier(`0170${c.digits(7)}`)} HTTP/1.1" 200 1\n`,
  ),
  template(21, 'unknown', (c) => `account_id: ${c.identifier(c.digits(12))}\n`),
  template(21, 'unknown', (c) => `bind as 'cn=${c.identifier(c.lower(8))},ou=${c.identifier(c.lower(7))},dc=x'\n`),
];

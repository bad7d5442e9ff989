import { template, type Template } from './case.ts';

export const ADDRESS_PLACE_TEMPLATES: readonly Template[] = [
  template(
    16,
    'unknown',
    (m) =>
      `10:11:12.123456 IP ${m.identifier(m.ip())}${m.keep('.51234 > 10.0.0.5.443: Flags [S]')}, seq 1\n10:11:12.123456 IP6 ${m.identifier(m.ip6())}.51234 > ${m.identifier(m.ip6())}.443: Flags [S]\n`,
  ),
  template(16, 'unknown', (m) =>
    `Forwarded: for=${m.identifier(m.ip())};by=10.0.0.1, for="[${m.identifier(m.ip6())}]:4711"\nhttp://[${m.identifier(m.ip6())}]:8080/x ${m.identifier(m.ip6())}%eth0 1-${m.identifier(m.ip())}-2\n${m.identifier(m.ip().replaceAll('.', '-'))}.dyn.isp-${m.lower(5)}.net\n`.replace(
      / 1-[0-9.]+-2/,
      '',
    ),
  ),
  template(
    16,
    'nginx',
    (m) =>
      `allow ${m.identifier(m.ip())};\nallow ${m.identifier(m.ip())}/32;\nallow ${m.identifier(m.ip6())};\ndeny ${m.identifier(`${m.ip().split('.').slice(0, 3).join('.')}.0`)}${m.keep('/24;')}\n${m.keep('allow 127.0.0.1;')}\n${m.keep('allow ::1;')}\n${m.keep('deny all;')}\n`,
  ),
  template(
    16,
    'nginx',
    (m) =>
      `geo $limited {\n    default 1;\n    ${m.identifier(m.ip())} 0;\n    ${m.identifier('2a0a:' + m.hex(3) + '1:')}:${m.keep('/32 0;')}\n    ${m.keep('10.0.0.0/8 0;')}\n}\n`,
  ),
  template(
    16,
    'nginx',
    (m) =>
      `set_real_ip_from ${m.identifier(m.ip())};\nset_real_ip_from ${m.identifier(m.ip6())}/128;\n${m.keep('set_real_ip_from 10.0.0.0/8;')}\n${m.keep('real_ip_header X-Forwarded-For;')}\nlisten ${m.identifier(m.ip())}${m.keep(':443 ssl http2;')}\nlisten [${m.identifier(m.ip6())}]:443 ssl;\n${m.keep('listen [::]:80;')}\nresolver ${m.keep('1.1.1.1 8.8.8.8')} ${m.identifier(m.ip())} valid=30s;\n`,
  ),
  template(
    16,
    'nginx',
    (m) =>
      `upstream a { server ${m.identifier(m.ip())}${m.keep(':9000 max_fails=3 fail_timeout=5s;')} server [${m.identifier(m.ip6())}]:9000 backup; ${m.keep('server 10.0.0.2:9000;')} }\nproxy_pass http://${m.identifier(m.ip())}:8080/;\nfastcgi_pass [${m.identifier(m.ip6())}]${m.keep(':9000;')}\nproxy_bind ${m.identifier(m.ip())};\n`,
  ),
  template(
    16,
    'fpm',
    (m) =>
      `listen = ${m.identifier(m.ip())}:9000\nlisten.allowed_clients = ${m.keep('127.0.0.1')},${m.identifier(m.ip())}, ${m.identifier(m.ip6())}\n`,
  ),
  template(
    16,
    'nginx-access-log',
    (m) =>
      `${m.identifier(m.ip6())} - - [12/May/2024:10:11:12 +0000] "GET / HTTP/1.1" 200 1 "-" "-" "${m.identifier(m.ip())}, ${m.keep('10.1.2.3')}, ${m.identifier(m.ip6())}"\n`,
  ),
  template(
    16,
    'nginx-access-log',
    (m) =>
      `::ffff:${m.identifier(m.ip())} - - [12/May/2024:10:11:12 +0000] "GET / HTTP/1.1" 200 1 "http://${m.identifier(m.ip())}:8080/x" "-"\n`,
  ),
  template(
    16,
    'nginx-access-log',
    (m) =>
      `remote_addr=${m.identifier(m.ip())} xff="${m.identifier(m.ip())}" up=${m.identifier(m.ip())}:9000 ${m.keep('rt=1.2.3')}\n`,
  ),
  template(
    16,
    'kernel-log',
    (m) =>
      `[ 1212.120000] [UFW BLOCK] IN=eth0 OUT= MAC=${m.mac()}:${m.mac()}:08:00 SRC=${m.identifier(m.ip())} DST=${m.identifier(m.ip())} ${m.keep('LEN=60 TOS=0x00 PREC=0x00 TTL=49 ID=5321')} PROTO=TCP SPT=51100 DPT=22\n`,
  ),
  template(
    16,
    'kernel-log',
    (m) =>
      `TCP: request_sock_TCP: ${m.keep('Possible SYN flooding on port')} ${m.identifier(m.ip())}:443. Sending cookies.\nSRC=${m.identifier(`2a01:04f8:0c17:${m.hex(4)}:0000:0000:0000:000${m.hex(1)}`)} DST=::1\n`,
  ),
  template(
    16,
    'sockets',
    (m) =>
      `ESTAB 0 0 10.0.0.2:443 ${m.identifier(m.ip())}:51234\nLISTEN ${m.keep('129 128')} ${m.identifier(m.ip())}:9000 0.0.0.0:*\nESTAB 0 0 [::ffff:10.0.0.2]:443 [::ffff:${m.identifier(m.ip())}]:51234\nESTAB 0 0 [${m.identifier(m.ip6())}]:443 [${m.identifier(m.ip6())}]:51234\n`,
  ),
  template(
    16,
    'sockets',
    (m) =>
      `tcp6 0 0 ${m.identifier(m.ip6())}:443 ${m.identifier(m.ip6())}:51234 ${m.keep('ESTABLISHED')}\ntcp 0 0 ${m.keep('0.0.0.0:80 0.0.0.0:* LISTEN')}\n`,
  ),
  template(
    16,
    'unknown',
    (m) =>
      `inet ${m.identifier(m.ip())}/24 brd ${m.keep('255.255.255.255')} scope global eth0\ninet6 ${m.identifier(m.ip6())}/64 scope global\ninet6 fe80::${m.hex(4)}:${m.hex(3)}:fe${m.hex(2)}:${m.hex(4)}%eth0/64 scope link\n`,
  ),
  template(
    16,
    'unknown',
    (m) =>
      `ping ${m.identifier(m.ip().replaceAll('.', '.'))} ${m.keep('works')}, [${m.identifier(m.ip6())}] ${m.keep('does not')}; (${m.identifier(m.ip())}).\nfrom=${m.identifier(m.ip())}; to='${m.identifier(m.ip())}' via "${m.identifier(m.ip())}", <${m.identifier(m.ip())}>\n`,
  ),
  template(
    16,
    'unknown',
    (m) =>
      `${m.identifier(`2A01:4F8:${m.hex(3).toUpperCase()}::${m.hex(4).toUpperCase()}`)} and ${m.identifier(`64:ff9b::${m.ip()}`)} and ::ffff:${m.identifier('5b7c:' + m.hex(4))}\n`,
  ),
  template(16, 'unknown', (m) =>
    `${m.keep('nginx/1.22.1.4')} and ${m.keep('v1.20.11.2')} and ${m.keep('OpenSSL 1.1.1.9')} and ${m.keep('Chrome/124.0.6367.91')} and ${m.keep('php8.2-fpm 8.2.18-1')} and ${m.keep('::')} and ${m.keep('255.255.255.0')} and ${m.keep('169.254.169.254')} and ${m.keep('224.0.0.251')} and ${m.keep('192.0.2.7')} ${m.keep('10:11:12')} ${m.keep('00:00:01')} ${m.keep('App\\Http::class')} ${m.keep('std::vector')}\n`.replace(
      '1::2:3',
      'Foo::bar()',
    ),
  ),
  template(
    16,
    'unknown',
    (m) =>
      `${m.keep('nginx version: nginx/1.25.5')}\n${m.keep('built with OpenSSL 3.0.11 19 Sep 2023')}\n${m.keep('libc6 (2.36-9+deb12u7)')}\n${m.keep('linux-image-6.1.0-21-amd64 6.1.90-1')}\n${m.keep('Version: 4.1.2.3')}\n`,
  ),
  template(
    16,
    'unknown',
    (m) =>
      `set_real_ip_from ${m.keep('173.245.48.0/20')};\nset_real_ip_from ${m.keep('2400:cb00::/32')};\nset_real_ip_from ${m.keep('103.21.244.0/22')};\n`,
  ),
  template(
    16,
    'services',
    (m) =>
      `May 12 10:11:12 ${m.identifier(`${m.lower(4)}-web-${m.digits(2)}`)} sshd[411]: ${m.keep('Failed password for')} invalid user ${m.identifier(m.user())} from ${m.identifier(m.ip())} port 51234 ssh2\n`,
  ),
  template(
    16,
    'nginx-error-log',
    (m) =>
      `2024/05/12 10:11:12 [error] 1#1: *2 limiting requests, excess: 5.120 by zone "one", client: ${m.identifier(m.ip6())}, server: _, request: "GET / HTTP/1.1", upstream: "http://[${m.identifier(m.ip6())}]:8080/", host: "[${m.identifier(m.ip6())}]"\n`,
  ),
  template(
    16,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /geo?ip=${m.identifier(m.ip())}&v=1 HTTP/1.1" 200 1 "-" "-"\n${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /geo/${m.identifier(m.ip())} HTTP/1.1" 200 1\n`,
  ),
  template(
    17,
    'nginx',
    (m) =>
      `allow ${m.keep('10.0.0.0/8')};\nallow ${m.keep('192.168.178.0/24')};\nserver ${m.keep('172.16.4.9:9000')};\nallow ${m.keep('fd00:1234::/32')};\nserver [${m.keep('fe80::1')}]:9000;\n`,
  ),
  template(
    17,
    'nginx-error-log',
    (m) =>
      `2024/05/12 10:11:12 [error] 1#1: *2 connect() failed, client: ${m.keep('192.168.1.20')}, server: _, upstream: "fastcgi://${m.keep('172.18.0.3:9000')}", host: "${m.keep('10.0.0.1')}"\n`,
  ),
  template(
    21,
    'unknown',
    (m) =>
      `arn:aws:iam::${m.identifier(m.digits(12))}:role/app ${m.keep('is assumed')}\nhttps://sqs.eu-west-1.amazonaws.com/${m.identifier(m.digits(12))}/jobs\narn:aws:sns:eu-west-1:${m.identifier(m.digits(12))}:alerts\n${m.identifier(m.digits(12))}.dkr.ecr.eu-west-1.amazonaws.com/app:1\n`,
  ),
  template(
    21,
    'unknown',
    (m) =>
      `call +49 ${m.identifier(`171 ${m.digits(7)}`)} or ${m.identifier(`+44 20 7946 0${m.digits(3)}`)} or ${m.identifier(`+1 (415) 555-${m.digits(4)}`)} ${m.keep('at once')}\n`,
  ),
  template(21, 'php-log', (m) => `PHP Warning: payment failed for card ${m.secret(m.card())} ${m.keep('exp 12/27')}\n`),
  template(21, 'php-log', (m) => {
    const card = m.card();
    const spaced = card.replace(/(.{4})(?=.)/g, '$1 ');
    return `card_number="${m.secret(spaced)}" ${m.keep('amount=12.00')} pan ${m.secret(m.card().replace(/(.{4})(?=.)/g, '$1-'))}\n`;
  }),
  template(
    21,
    'kernel-log',
    (m) =>
      `eth0: link up, addr ${m.identifier(m.mac())}, was ${m.identifier(m.mac().replaceAll(':', '-'))}, ${m.keep('mtu 1500')}\nlladdr ${m.identifier(m.mac().toUpperCase())} REACHABLE\n`,
  ),
  template(
    21,
    'unknown',
    (m) =>
      `subject=C = DE, O = ${m.identifier(`${m.lower(8)} GmbH`)}, CN = ${m.identifier(m.host())}, emailAddress = ${m.identifier(m.mail())}\n${m.keep('issuer=C = US, O = Let')}'s Encrypt, CN = R3\n${m.keep('notAfter=Aug 10 10:11:12 2024 GMT')}\n`,
  ),
  template(
    21,
    'unknown',
    (m) =>
      `${m.keep('*1234567890123456')} ${m.keep('1715508672.123')} ${m.keep('pid 4111111')} ${m.keep('size 4000000000000')} ${m.keep('20240512101112000')}\n`,
  ),
  template(
    22,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET / HTTP/1.1" 200 1 "-" "-" rid=${m.keep(m.hex(32))} trace=${m.keep(`00-${m.hex(32)}-${m.hex(16)}-01`)}\n`,
  ),
  template(
    22,
    'unknown',
    (m) =>
      `< etag: "${m.keep(`${m.hex(8)}-${m.hex(4)}`)}"\n< x-request-id: ${m.keep(m.uuid())}\n< cf-ray: ${m.keep(`${m.hex(16)}-FRA`)}\n< x-amz-cf-id: ${m.keep(m.base64url(56))}\ncommit ${m.keep(m.hex(40))}\nsha256:${m.keep(m.hex(64))}\nmd5 ${m.keep(m.hex(32))}\nIndex: a.php\nindex ${m.keep(`${m.hex(7)}..${m.hex(7)} 100644`)}\n`,
  ),
];

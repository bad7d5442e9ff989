import { template, type Template } from './case.ts';
import { ipv6 } from './further-values.ts';

/** Addresses in gateways: tables, resolvers, listeners, patterns. */
export const GATEWAY_ADDRESSES_TEMPLATES: readonly Template[] = [
  template(
    16,
    'nginx',
    (m) =>
      `geo $country {\n    default ZZ;\n    ${m.identifier(m.ip())}/32 DE;\n    ${m.identifier(ipv6(m))}/128 FR;\n    ${m.keep('10.0.0.0/8 LAN;')}\n    ${m.keep('127.0.0.1/32 LO;')}\n}\n`,
  ),
  template(
    16,
    'nginx',
    (m) =>
      `set_real_ip_from ${m.identifier(m.ip())};\nallow ${m.identifier(m.ip())};\nallow ${m.identifier(ipv6(m))};\n${m.keep('allow 192.168.0.0/16;')}\n${m.keep('deny all;')}\n`,
  ),
  template(
    16,
    'nginx',
    (m) =>
      `upstream app {\n    server ${m.identifier(m.ip())}:8080 weight=3 max_fails=2;\n    server [${m.identifier(ipv6(m))}]:8080 backup;\n    ${m.keep('server 127.0.0.1:9000 down;')}\n    ${m.keep('server unix:/run/app.sock;')}\n}\n`,
  ),
  template(
    16,
    'nginx',
    (m) =>
      `resolver ${m.identifier(m.ip())} [${m.identifier(ipv6(m))}]:53 valid=30s ipv6=off;\n${m.keep('#resolver 1.1.1.1 8.8.8.8 127.0.0.53;')}\n`,
  ),
  template(
    16,
    'nginx',
    (m) =>
      `listen ${m.identifier(m.ip())}:443 ssl;\nlisten [${m.identifier(ipv6(m))}]:443 ssl;\n${m.keep('listen [::]:80;')}\n${m.keep('listen 0.0.0.0:80;')}\n`,
  ),
  template(
    16,
    'nginx',
    (m) =>
      `if ($remote_addr ~ "^(${m.identifier(m.ip().replaceAll('.', '\\.'))}|10\\.0\\.0\\.1)$") { ${m.keep('set $debug 1;')} }\n`,
  ),
  template(
    16,
    'nginx',
    (m) =>
      `map $remote_addr $limit {\n    default 1;\n    ${m.identifier(m.ip())} 0;\n    "~^${m.identifier(m.ip().split('.').slice(0, 3).join('\\.'))}\\." 0;\n}\n`,
  ),
  template(
    16,
    'nginx',
    (m) =>
      `proxy_bind ${m.identifier(m.ip())} transparent;\naccess_log syslog:server=${m.identifier(m.ip())}:514,facility=local7,tag=nginx,severity=info combined;\n${m.keep('error_log syslog:server=unix:/dev/log;')}\n`,
  ),
  template(17, 'nginx', (m) =>
    m.keep(
      `upstream a { server 10.20.30.41:9000; server 172.17.0.3:9000; server 192.168.178.20; }\nallow 10.0.0.0/8;\nallow fd00:1234::/32;\nallow fe80::1;\n`,
    ),
  ),
  template(
    16,
    'nginx',
    (m) =>
      `limit_req_zone $limit zone=a:10m rate=1r/s;\ngeo $limit {\n    ranges;\n    default 1;\n    ${m.identifier(m.ip().replace(/\.\d+$/, '.0'))}/24 0;\n    ${m.identifier(m.ip())}-${m.identifier(m.ip())} 0;\n    ${m.keep('192.168.0.0/24 0;')}\n}\n`,
  ),
];

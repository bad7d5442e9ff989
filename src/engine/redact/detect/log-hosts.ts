import type { Detector } from '../find.ts';
import { ROLE_NAMES } from './host-lists.ts';
import { isHost, isNamedHost } from './hosts.ts';
import { whereHinted } from './hints.ts';

/** Places in logs where a machine or site is named: group 1. */
const PLACES: readonly { readonly name: string; readonly hints: readonly string[]; readonly pattern: RegExp }[] = [
  {
    name: 'error-log-field',
    hints: ['server: ', 'host: ', 'upstream: ', 'referrer: '],
    pattern:
      /(?:^|[\s,])(?:server|host|upstream): "?(?:[a-z]{2,10}:\/\/)?([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?)(?=[",:/\s]|$)/gm,
  },
  {
    name: 'syslog-prefix',
    hints: [':'],
    pattern:
      /^(?:<[0-9]{1,3}>)?(?:[A-Z][a-z]{2}\s{1,2}[0-9]{1,2} [0-9:]{8}|(?:1 )?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,15}(?:Z|[+-][0-9:]{4,6})) ([A-Za-z0-9](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9])?) (?=[A-Za-z][\w./()-]{0,64}(?:\[[0-9]{1,10}\])?:|[A-Za-z][\w./-]{0,64} [0-9-]{1,10} )/gm,
  },
  { name: 'nginx-syslog', hints: [']: '], pattern: /\]: ([A-Za-z0-9](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9])?) nginx: /g },
  {
    name: 'header-host',
    hints: ['ost: ', 'OST: ', 'OST" ', 'NAME'],
    pattern:
      /(?:^|["\s])(?:Host|HTTP_HOST|SERVER_NAME|X-Forwarded-Host|HTTP_X_FORWARDED_HOST|X-Forwarded-Server)(?::|"?:?) {1,3}"?([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?)(?=[",:/\s\\]|$)/gm,
  },
  {
    name: 'sql-host',
    hints: ["'@'", '`@`', '@'],
    pattern: /['"`]@['"`]([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?)['"`]/g,
  },
  {
    name: 'dsn-host',
    hints: ['ost=', 'ostname', 'OST=', 'erver=', 'ost"', 'OST', 'omain', 'OMAIN'],
    pattern:
      /(?<![A-Za-z])(?:host|hostname|server|domain|cookie_domain|vhost|virtual_host|letsencrypt_host|data source|addr|seed\[\])["'\]]?\s{0,2}(?:=>?|"?:)\s{0,2}["']?(?:tcp:|[a-z]{2,8}:\/\/)?\.?([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?)(?=["';,:/&\s)\\]|$)/gim,
  },
  {
    name: 'resolver-message',
    hints: ['host ', 'resolve', 'name ', 'onnect', 'known', 'getaddrinfo', 'mailserver'],
    pattern:
      /(?:host not found in upstream|could not resolve(?: host)?:?|to resolve(?: host)?|connect(?:ed|ing)? to|with host|conflicting server name|target host name|domain name pointer|mailserver at|matches? host|unknown host|getaddrinfo for|Name or service not known:|(?<![A-Za-z.-])host) ["']?([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_]))(?=["':,\s/)]|$)/gi,
  },
  {
    name: 'virtual-host',
    hints: [' - '],
    pattern: /^([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?):[0-9]{2,5} [0-9A-Fa-f.:]{3,45} - [^\s]{1,64} \[/gm,
  },
  {
    name: 'site-folder',
    hints: ['/letsencrypt/', '/vhosts/', '/sites/', '/domains/'],
    pattern:
      /\/(?:letsencrypt\/(?:live|archive|renewal)|vhosts|sites|domains)\/([A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?)(?=\/)/g,
  },
  {
    name: 'certificate-host',
    hints: ['CN=', 'CN =', 'DNS:'],
    pattern:
      /(?:(?<![A-Za-z])CN ?= ?|DNS:)(?:\*\.)?([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?)(?=[\s,/"';+]|$)/gm,
  },
  {
    name: 'prompt',
    hints: [':~', ':/', ' ~]', '@'],
    pattern:
      /^\[?(?:\([\w.-]{1,40}\) )?[A-Za-z_][A-Za-z0-9_.-]{0,63}@([A-Za-z0-9](?:[A-Za-z0-9.-]{0,120}[A-Za-z0-9])?)(?=:(?:~|\/)[^\s#$]{0,200}[#$] | [^\s\]]{1,200}\][#$] )/gm,
  },
  {
    name: 'command',
    hints: [
      'PING ',
      'ping',
      'dig ',
      'nslookup ',
      'host ',
      'traceroute ',
      'mtr ',
      'telnet ',
      'nc ',
      'curl ',
      'wget ',
      '-connect ',
      '-servername ',
    ],
    pattern:
      /(?<![\w.-])(?:PING|ping6?|dig|nslookup|host|traceroute|mtr|telnet|nc|curl|wget|-connect|-servername)(?: (?:-[cwWqpti] [0-9]{1,5}|-[iIsSkvLfN46tcz0-9]{1,6}|\+[a-z]{2,20})){0,4} ([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?)(?=[\s:/"']|$)/gm,
  },
  {
    name: 'aws-machine',
    hints: ['ip-', 'ec2-'],
    pattern:
      /(?<![A-Za-z0-9.-])((?:ip|ec2)-[0-9]{1,3}(?:-[0-9]{1,3}){3}(?:\.[a-z0-9.-]{1,120}[a-z])?)(?![A-Za-z0-9-])/g,
  },
  {
    name: 'node',
    hints: ['Node', 'node'],
    pattern:
      /(?:^[ \t]{0,8}Node:[ \t]{1,40}|"?nodeName"?: ?"?|node=)([A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?)(?=[/"\s,]|$)/gm,
  },
  {
    name: 'machine',
    hints: ['Linux '],
    pattern:
      /(?<![A-Za-z])Linux ([A-Za-z0-9](?:[A-Za-z0-9.-]{0,120}[A-Za-z0-9])?) [0-9]{1,2}\.[0-9]{1,3}\.[^\s]{1,80} #[0-9]/g,
  },
  {
    name: 'zone-record',
    hints: ['IN'],
    pattern:
      /^([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?)\.?[ \t]{1,40}(?:[0-9]{1,8}[ \t]{1,20})?IN[ \t]{1,20}[A-Z]{1,10}[ \t]/gm,
  },
  {
    name: 'service-name',
    hints: ['.svc', '.internal', '.local', '.consul', '.lan', '.corp'],
    pattern:
      /(?<![A-Za-z0-9_.@-])([a-z0-9][a-z0-9_-]{0,62}(?:\.[a-z0-9_-]{1,63}){0,6}\.(?:svc|internal|local|consul|lan|corp|intranet|intra|localdomain)(?:\.[a-z0-9-]{1,63}){0,4})(?![A-Za-z0-9_-]|\.[A-Za-z])/g,
  },
];

/** Class 18: hosts by the place where they stand. */
export const LOG_HOSTS: readonly Detector[] = PLACES.map(({ name, hints, pattern }) =>
  whereHinted(`host-${name}`, hints, ({ text }, found) => {
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? '';
      if (!accepted(name, value)) continue;
      const start = match.index + match[0].lastIndexOf(value);
      found.push({ start, end: start + value.length, class: 'host', value: value.toLowerCase() });
    }
  }),
);

const SERVICE_LABELS = new Set(['nginx', 'kernel', 'systemd', 'localhost', 'dockerd', 'php-fpm']);

function accepted(name: string, value: string): boolean {
  if (/\.(?:php|sock|conf|log|html?|ini|service|so|js|css)$/.test(value)) return false;
  if (name === 'syslog-prefix' || name === 'nginx-syslog' || name === 'machine')
    return !SERVICE_LABELS.has(value) && (value.includes('.') ? isHost(value) : isMachine(value));
  if (name === 'prompt') return value.includes('.') ? isHost(value) : isMachine(value) && !ROLE_NAMES.has(value);
  if (name === 'certificate-host' || name === 'site-folder') return isHost(value);
  return isNamedHost(value);
}

/** In a syslog prefix a machine's name stands, whatever it looks like. */
function isMachine(label: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{1,62}$/.test(label) && !/^host-[0-9]+$/.test(label) && /[A-Za-z]/.test(label);
}

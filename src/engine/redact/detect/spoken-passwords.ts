import type { Detector } from '../find.ts';
import { isExempt } from '../secret-value.ts';
import { whereHinted } from './hints.ts';

/** Places where a password stands behind a word and a blank, in the grammar of its program: group 1 is the password. */
const PLACES: readonly { readonly name: string; readonly hints: readonly string[]; readonly pattern: RegExp }[] = [
  {
    name: 'netrc',
    hints: ['password '],
    pattern: /(?:login|account) [^\s]{1,100} password ([^\s]{1,400})/g,
  },
  {
    name: 'redis-conf',
    hints: ['requirepass ', 'masterauth ', 'sentinel auth-pass '],
    pattern: /(?:requirepass|masterauth|sentinel auth-pass [\w.-]{1,60}) ["']?([^\s"']{1,400})/g,
  },
  {
    name: 'redis-acl',
    hints: [' >', ' #'],
    pattern: /(?:^|")(?:ACL SETUSER|user) [^\s]{1,80} o(?:n|ff) (?:[^\s>]{1,80} ){0,4}[>#]([^\s"]{1,400})/gim,
  },
  {
    name: 'haproxy',
    hints: ['stats auth ', 'password '],
    pattern: /(?:stats auth [^\s:]{1,80}:|user [^\s]{1,80} (?:insecure-)?password )([^\s"']{1,400})/g,
  },
  {
    name: 'dialogue',
    hints: ['PASS ', ' LOGIN '],
    pattern:
      /^(?:[-=>]{1,4} ?|[CS]: ?|[<>] ?)?(?:PASS|[A-Za-z]?[0-9]{1,6} LOGIN "?[^\s"]{1,80}"?) "?([^\s"]{3,200})"?[ \t\r]{0,4}$/gm,
  },
  {
    name: 'community',
    hints: ['community'],
    pattern: /^[ \t]{0,20}(?:r[ow]community6?|snmp-server community) ([^\s]{3,100})/gm,
  },
  {
    name: 'redis-command',
    hints: ['AUTH', 'auth'],
    pattern: /(?:^|> |\] )"?(?:auth|AUTH)"?(?: "?[\w.-]{1,80}"?)? "?([^\s"]{3,400})"?[ \t\r]{0,2}$/gm,
  },
  {
    name: 'smtp-auth',
    hints: ['AUTH '],
    pattern: /AUTH (?:PLAIN|LOGIN|XOAUTH2|CRAM-MD5) ([A-Za-z0-9+/]{8,2000}={0,2})/g,
  },
  {
    name: 'mail-client',
    hints: ['password ', 'passwd '],
    pattern:
      /^[ \t]{0,8}(?:password|passwd)[ \t]{1,8}"?((?=[^\s"]{0,100}(?:[0-9]|[a-z][A-Z]))[^\s"]{4,400})"?[ \t\r]{0,4}$/gm,
  },
  {
    name: 'pgpass',
    hints: [':'],
    pattern:
      /^[\w.*-]{1,120}:(?:[0-9]{2,5}|\*):[A-Za-z*][\w*-]{0,60}:[A-Za-z*][\w.*-]{0,60}:([^\s:]{3,200})[ \t\r]{0,4}$/gm,
  },
  {
    name: 'ipsec',
    hints: ['PSK ', 'EAP ', 'XAUTH '],
    pattern: /(?:^|[\s%\w.]) ?: (?:PSK|EAP|XAUTH) "([^"\n]{1,200})"/gm,
  },
  {
    name: 'postfix-static',
    hints: ['static:'],
    pattern: /(?<![\w.-])static:[^\s:]{1,80}:([^\s]{1,200})/g,
  },
  {
    name: 'oracle-thin',
    hints: ['oracle:thin:', 'oracle:oci:'],
    pattern: /oracle:(?:thin|oci):[^\s/@:"']{1,80}\/([^\s/@"']{1,200})@/g,
  },
  {
    name: 'sasl-map',
    hints: [']'],
    pattern: /^\[[\w.-]{1,120}\](?::[0-9]{1,5})?[ \t]{1,20}[^\s:]{1,120}:([^\s]{1,200})[ \t\r]{0,4}$/gm,
  },
];

/** Class 3: passwords of clients and stores that no sign of assignment announces. */
export const SPOKEN_PASSWORDS: readonly Detector[] = PLACES.map(({ name, hints, pattern }) =>
  whereHinted(`password-${name}`, hints, ({ text }, found) => {
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? '';
      if (isExempt(value, 'mild') || value.startsWith('<')) continue;
      const start = match.index + match[0].lastIndexOf(value);
      found.push({ start, end: start + value.length, class: 'connection-string', type: 'password' });
    }
  }),
);

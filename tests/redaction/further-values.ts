import type { Case } from './case.ts';

/** Names under more endings than the ordinary ones. */
export const anyDomain = (m: Case): string =>
  `${m.lower(m.random.integer(5, 8))}${m.random.pick(['', '-'])}${m.lower(m.random.integer(3, 6))}.${m.random.pick(['ch', 'at', 'pl', 'com.br', 'co.jp', 'com.au', 'dev', 'app', 'cloud', 'shop', 'tech', 'ru', 'se', 'com.tr', 'digital', 'agency'])}`;
export const anyHost = (m: Case): string =>
  `${m.random.pick(['www', 'app', 'intern', 'files', 'b2b', 'preprod', 'm', 'img2', 'db01', 'web-03'])}.${anyDomain(m)}`;
export const inner = (m: Case): string =>
  `${m.random.pick(['db', 'cache', 'app', 'web', 'php'])}-${m.lower(4)}${m.digits(2)}.${m.random.pick(['int', 'core', 'fra1', 'az2'])}.${m.lower(6)}.${m.random.pick(['lan', 'local', 'internal', 'corp', 'intra'])}`;
export const ipv6 = (m: Case): string =>
  m.random.pick([
    () => m.ip6(),
    () =>
      `2a0${m.digits(1)}:${m.hex(3)}f:${m.hex(3)}e:${m.hex(3)}d:${m.hex(3)}c:${m.hex(3)}b:${m.hex(3)}a:${m.hex(3)}9`.replaceAll(
        ':0',
        ':a',
      ),
  ])();
/** What people type: with marks that need no escaping in quotes. */
export const typed = (m: Case): string =>
  m.random.pick([
    () => `${m.random.pick(['Sommer', 'Berlin', 'Winter', 'Welcome', 'Admin'])}${m.digits(4)}!`,
    () => `${m.lower(4)}${m.upper(3)}_${m.digits(2)}`,
    () => m.alnum(10),
    () => `${m.alnum(4)}+${m.alnum(4)}%`,
    () => `${m.alnum(4)}@${m.alnum(3)}:${m.alnum(3)}`,
    () => `${m.alnum(3)}/${m.alnum(5)}`,
    () => `${m.lower(3)}*${m.digits(3)}.${m.lower(3)}`,
  ])();
export const access = (m: Case, request: string, tail = '"-" "Mozilla/5.0 (X11; Linux x86_64)"'): string =>
  `${m.identifier(m.ip())} - - [14/Mar/2026:09:26:53 +0100] "${request}" 200 512 ${tail}\n`;
export const failed = (m: Case, message: string, more = ''): string =>
  `2026/03/14 09:26:53 [error] 2210#2210: *918273 ${message}, client: ${m.identifier(m.ip())}, server: ${m.identifier(anyHost(m))}${more}\n`;
export const debug = (line: string): string => `2026/03/14 09:26:53 [debug] 2210#2210: *918273 ${line}\n`;
export const fpm = (pool: string): string =>
  `[${pool}]\nuser = www-data\nlisten = /run/php/fpm.sock\npm = static\npm.max_children = 8\n`;
export const basic = (m: Case): string => Buffer.from(`${m.lower(6)}:${m.alnum(11)}`).toString('base64');

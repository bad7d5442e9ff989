import { isLetterCode } from '../../text/letters.ts';
import type { Detector, Find, Scene } from '../find.ts';
import { isExempt, looksRandom } from '../secret-value.ts';
import { percentDecoded } from './decode.ts';
import { isNamedHost } from './hosts.ts';
import { isCrawlersOwn } from './left-edge.ts';
import { BLANKS, endBefore, stopsAt } from './stops.ts';
import { isUser } from './user-names.ts';

const LONGEST_SCHEME = 21;
const STORES = new Set(
  (
    'mysql mysqli mariadb postgres postgresql pgsql redis rediss amqp amqps mongodb mongodb+srv sftp ftp ftps smtp smtps ldap ' +
    'ldaps memcached sqlsrv mssql clickhouse nats kafka tcp imap pop3 couchbase bolt neo4j'
  ).split(' '),
);
const LONGEST = 2048;

/** Class 3 and 18: `scheme://user:password@host:port`, in any text; also Sentry's keys and hosts that only a URL shows. */
export const urls: Detector = { name: 'urls', find: findUrls };

function findUrls({ text }: Scene, found: Find[]): void {
  for (let at = text.indexOf('://'); at !== -1;) {
    const scheme = schemeBefore(text, at);
    const next = text.indexOf('://', at + 3);
    if (scheme !== 'android-app' && scheme !== 'ios-app')
      readAuthority(text, at + 3, next === -1 ? text.length : next, scheme, found);
    at = next;
  }
}

/** Characters of a scheme; the first one is a letter. */
function schemeBefore(text: string, end: number): string {
  let start = end;
  const floor = Math.max(0, end - LONGEST_SCHEME);
  while (start > floor && isSchemeCode(text.charCodeAt(start - 1))) start--;
  while (start < end && !isLetterCode(text.charCodeAt(start))) start++;
  return text.slice(start, end);
}

function isSchemeCode(code: number): boolean {
  return isLetterCode(code) || (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;
}

const AUTHORITY = stopsAt(`${BLANKS}/"'<>?#\\\`|;,{}`);
const UNENCODED = stopsAt(`${BLANKS}"'<>\``);
const HOST = stopsAt(`${BLANKS}/"'<>?#\\\`|;{}()`);

/** @param next where the next URL's slashes stand: nothing of this one goes beyond them */
function readAuthority(text: string, start: number, next: number, scheme: string, found: Find[]): void {
  const end = authorityEnd(text, start, AUTHORITY);
  let at = lastAt(text, start, end);
  // Passwords of data stores are often not encoded: then `/` and `?` may stand before the `@`.
  if (at < start && STORES.has(scheme.toLowerCase()) && !STARTS_PATH.test(text.slice(start, end + 1))) {
    at = lastAt(text, start, endBefore(text, start, Math.min(next, start + LONGEST), UNENCODED));
  }
  if (at >= start) addUserInfo(text, start, at, found);
  const hostStart = at >= start ? at + 1 : start;
  if (!isCrawlersOwn(text, hostStart)) addHosts(text, hostStart, authorityEnd(text, hostStart, HOST), found);
}

/** `host/…` or `host:6379/…`: no password begins here. */
const STARTS_PATH = /^[^:]{0,255}(?::[0-9]{1,5})?(?:[/?\s"'<>`#]|$)/;

function lastAt(text: string, start: number, end: number): number {
  for (let at = end - 1; at >= start; at--) if (text.charCodeAt(at) === AT) return at;
  return -1;
}

const COLON = 58;
const AT = 64;

function authorityEnd(text: string, start: number, stops: Uint8Array): number {
  return endBefore(text, start, Math.min(text.length, start + LONGEST), stops);
}

function addUserInfo(text: string, start: number, at: number, found: Find[]): void {
  let colon = start;
  while (colon < at && text.charCodeAt(colon) !== COLON) colon++;
  const password = text.slice(colon + 1, at);
  if (password !== '' && !isExempt(password, 'strong')) {
    const value = percentDecoded(password);
    found.push({ start: colon + 1, end: at, class: 'connection-string', type: 'db_pass', value });
  }
  const user = text.slice(start, colon);
  if (user.length >= 16 && !/%40/.test(user) && looksRandom(user)) {
    found.push({ start, end: colon, class: 'connection-string', type: 'url_key' });
    return;
  }
  const value = percentDecoded(user);
  if (isUser(value) && user !== 'x-access-token' && user !== 'oauth2')
    found.push({ start, end: colon, class: 'user', value });
}

const HOST_NAME = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?/;

/** One host, or several with commas between as cluster drivers take them. */
function addHosts(text: string, start: number, end: number, found: Find[]): void {
  if (end === start) return;
  let at = start;
  const all = text.slice(start, end);
  for (const part of all.includes(',') ? all.split(',') : [all]) {
    const name = HOST_NAME.exec(part)?.[0] ?? '';
    if (name !== '' && isNamedHost(name))
      found.push({ start: at, end: at + name.length, class: 'host', value: name.toLowerCase() });
    at += part.length + 1;
  }
}

import { isLetterCode } from '../../text/letters.ts';
import { isHost, isPublicHost } from './hosts.ts';
import { isUser } from './user-names.ts';
import type { Detector, Find, Scene } from '../find.ts';
import { hinted } from './hints.ts';

const MAIL =
  /(?:(?<![A-Za-z0-9._%+-])|(?<=%(?:25)?(?:3[A-Fa-f]|2[0-9A-Fa-f])|\\n))([A-Za-z0-9][A-Za-z0-9._+-]{0,63}|[A-Za-z0-9][A-Za-z0-9._-]{0,31}%(?:25)?2[Bb][A-Za-z0-9._+-]{0,31})(@|%40|%2540)([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8})(?![A-Za-z0-9-])/g;
/** What ends the names of systemd's units (`php@8.2.service`) and of files for screens of twice the size (`logo@2x.png`). */
const NO_DOMAINS = new Set('service socket timer slice scope mount target png jpg jpeg gif svg css js webp'.split(' '));

/** Nobody has a mailbox under `.example`, where aliases live, or under the domains kept for documentation. */
function isAlias(user: string, domain: string): boolean {
  return user.startsWith('REDACTED_') || /(?:^|\.)example(?:\.(?:com|net|org))?$/i.test(domain);
}

/** The mail addresses of stock files. */
const STOCK = new Set([
  'www@my.domain.com',
  'me@example.com',
  'john@doe.com',
  'you@yourdomain.com',
  'webmaster@example.com',
  'root@localhost',
]);

/** Mailing lists of the projects: `debian-kernel@lists.debian.org` stands in every kernel's version. */
const PUBLIC_LIST = /^(?:lists|vger|bugs)\./i;

/** `ssh user@host`, `scp user@host:/srv`, `sftp://user@host/`, `user@host:~$`, `user@host:3306`: an account on a machine. */
function isLogin(text: string, start: number, end: number, mayConnect: boolean): boolean {
  if (text.charCodeAt(end) === COLON && /^:(?:[/~]|[0-9]{2,5}(?![0-9A-Za-z]))/.test(text.slice(end, end + 7)))
    return true;
  if (text.startsWith('://', start - 3)) return /^(?::[0-9]{1,5})?(?:[/\s"'?]|$)/.test(text.slice(end, end + 7));
  return mayConnect && LOGIN.test(text.slice(Math.max(0, start - 180), start));
}

const COLON = 58;
/** Programs that take an account on a machine; another command begins behind its end. */
const LOGIN = /(?:^|[ \t`(\n|;&"'])(?:ssh|scp|sftp|rsync|mosh|ssh-copy-id)[ \t][^\n|;&"']{0,180}$/;
const mayConnect = hinted(['ssh', 'scp', 'sftp', 'rsync', 'mosh']);

function addLogin(start: number, user: string, at: number, domain: string, found: Find[]): void {
  if (isUser(user)) found.push({ start, end: start + user.length, class: 'user', value: user });
  if (isHost(domain)) found.push({ start: at, end: at + domain.length, class: 'host', value: domain.toLowerCase() });
}

/** Class 19: mail addresses, as `@`, `%40` or `%2540`. */
export const mails: Detector = { name: 'mails', find: findMails };

function findMails(scene: Scene, found: Find[]): void {
  const { text } = scene;
  if (!text.includes('@') && !text.includes('40')) return;
  const connects = mayConnect(scene);
  MAIL.lastIndex = 0;
  for (let match = MAIL.exec(text); match !== null; match = MAIL.exec(text))
    add(text, match.index, match[0], match[1] ?? '', match[3] ?? '', connects, found);
}

function add(
  text: string,
  start: number,
  written: string,
  user: string,
  domain: string,
  connects: boolean,
  found: Find[],
): void {
  const top = domain.slice(domain.lastIndexOf('.') + 1);
  if (!isLetterCode(domain.charCodeAt(domain.length - 1)) || isAlias(user, domain)) return;
  const mailbox = user.includes('%') ? user.replace(/%(?:25)?2[Bb]/, '+') : user;
  const value = `${mailbox}@${domain}`.toLowerCase();
  if (STOCK.has(value)) return;
  const end = start + written.length;
  if (user === 'git') {
    if (isHost(domain)) found.push({ start: end - domain.length, end, class: 'host', value: domain.toLowerCase() });
  } else if (PUBLIC_LIST.test(domain) && isPublicHost(domain.toLowerCase())) return;
  else if (written.includes('@') && isLogin(text, start, end, connects))
    addLogin(start, user, end - domain.length, domain, found);
  else if (!NO_DOMAINS.has(top)) found.push({ start, end, class: 'mail', value });
}

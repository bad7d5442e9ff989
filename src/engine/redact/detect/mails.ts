import { isLetterCode } from '../../text/letters.ts';
import { isHost } from './hosts.ts';
import type { Detector, Find, Scene } from '../find.ts';

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

/** Class 19: mail addresses, as `@`, `%40` or `%2540`. */
export const mails: Detector = { name: 'mails', find: findMails };

function findMails({ text }: Scene, found: Find[]): void {
  if (!text.includes('@') && !text.includes('40')) return;
  MAIL.lastIndex = 0;
  for (let match = MAIL.exec(text); match !== null; match = MAIL.exec(text))
    add(match.index, match[0], match[1] ?? '', match[3] ?? '', found);
}

function add(start: number, written: string, user: string, domain: string, found: Find[]): void {
  const top = domain.slice(domain.lastIndexOf('.') + 1);
  if (!isLetterCode(domain.charCodeAt(domain.length - 1)) || isAlias(user, domain)) return;
  const mailbox = user.includes('%') ? user.replace(/%(?:25)?2[Bb]/, '+') : user;
  const value = `${mailbox}@${domain}`.toLowerCase();
  if (STOCK.has(value)) return;
  const end = start + written.length;
  if (user !== 'git') {
    if (!NO_DOMAINS.has(top)) found.push({ start, end, class: 'mail', value });
  } else if (isHost(domain))
    found.push({ start: end - domain.length, end, class: 'host', value: domain.toLowerCase() });
}

import { isHost } from './hosts.ts';
import type { Detector, Find, Scene } from '../find.ts';

const MAIL =
  /(?:(?<![A-Za-z0-9._%+-])|(?<=%(?:25)?(?:3[A-Fa-f]|2[0-9A-Fa-f])|\\n))([A-Za-z0-9][A-Za-z0-9._+-]{0,63}|[A-Za-z0-9][A-Za-z0-9._-]{0,31}%(?:25)?2[Bb][A-Za-z0-9._+-]{0,31})(@|%40|%2540)([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8})(?![A-Za-z0-9-])/g;
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
  for (const match of text.matchAll(MAIL)) {
    const [written, user = '', , domain = ''] = match;
    if (!/[A-Za-z]$/.test(domain) || isAlias(user, domain)) continue;
    const mailbox = user.includes('%') ? user.replace(/%(?:25)?2[Bb]/, '+') : user;
    const value = `${mailbox}@${domain}`.toLowerCase();
    if (STOCK.has(value)) continue;
    if (user === 'git') {
      if (isHost(domain))
        found.push({
          start: match.index + match[0].length - domain.length,
          end: match.index + match[0].length,
          class: 'host',
          value: domain.toLowerCase(),
        });
      continue;
    }
    if (/\.(?:service|socket|timer|slice|scope|mount|target|png|jpe?g|gif|svg|css|js|webp)$/.test(domain)) continue;
    found.push({ start: match.index, end: match.index + written.length, class: 'mail', value });
  }
}

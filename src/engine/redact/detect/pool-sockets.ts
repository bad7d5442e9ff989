import type { Detector, Find, Scene } from '../find.ts';
import { ROLE_NAMES, ROLE_PARTS } from './host-lists.ts';
import { isCommonName, isUser } from './user-names.ts';

/** Class 20: sockets are called after the pool, and pools after a customer or a site (`/run/php/NAME.sock`). */
export const poolSockets: Detector = { name: 'pool-sockets', find: findSockets };

const SOCKET =
  /\/(?:(?:php|php-fpm|fpm|php-?[0-9][0-9.]{0,3}-fpm)\/|run\/(?=php[0-9.]{0,4}-fpm[-_]))([A-Za-z0-9][A-Za-z0-9_.-]{1,80})\.sock(?![A-Za-z0-9])/g;
/** What packages and panels put around the name: `php8.2-fpm-NAME`, `NAME-fpm`, `NAME.php82`. */
const LEAD = /^(?:php-?[0-9.]{0,4}(?:-fpm)?|fpm)[-_.]/;
const TAIL = /[-_.](?:php-?[0-9.]{0,4}(?:-fpm)?|fpm)$/;

function findSockets({ text }: Scene, found: Find[]): void {
  if (!text.includes('.sock')) return;
  for (const match of text.matchAll(SOCKET)) {
    const whole = match[1] ?? '';
    const lead = LEAD.exec(whole)?.[0].length ?? 0;
    const name = whole.slice(lead).replace(TAIL, '');
    if (!isUser(name) || isCommonName(name) || isRole(name.toLowerCase())) continue;
    const start = match.index + match[0].indexOf(whole) + lead;
    found.push({ start, end: start + name.length, class: 'user', value: name });
  }
}

/** `www`, `app-1`, `php8.2-fpm`: what a pool is for, not whose it is. */
function isRole(name: string): boolean {
  return name
    .split(/[-_.]/)
    .every(
      (part) =>
        ROLE_NAMES.has(part) ||
        ROLE_PARTS.has(part) ||
        isCommonName(part) ||
        /^(?:php|www|web|app|pool)?[0-9]*$/.test(part),
    );
}

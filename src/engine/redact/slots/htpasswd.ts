import { isJumbled } from '../detect/path-tokens.ts';
import { isUser } from '../detect/user-names.ts';
import type { Find, Scene } from '../find.ts';
import { isMasked } from '../secret-value.ts';

const LINE = /^([ \t]{0,8}#?[ \t]{0,4})([^:\s#][^:\n]{0,255}):([^:\n]{1,1024})/;
const HASH = /^(?:\$(?:apr1|2[abxy]?|1|5|6|y|gy|7|argon2\w{0,2})\$|\{[A-Za-z0-9-]{3,20}\}|[./A-Za-z0-9]{13}$)/;
/** RFC 2307 and nginx: the scheme in braces says what follows, however short it is. */
const SCHEME = /^\{(?:S?SHA|S?MD5|PLAIN|CRYPT)\}./i;

/** Class 6: `user:hash[:comment]`, one a line. Elsewhere than in a password file only where the hash is known by its form. */
export function htpasswdSlots({ text, kind }: Scene, found: Find[]): void {
  let before = false;
  for (let at = 0; at < text.length;) {
    const next = text.indexOf('\n', at);
    const end = next === -1 ? text.length : next;
    before = readLine(text.slice(at, Math.min(end, at + 2048)).trimEnd(), at, kind === 'htpasswd', before, found);
    at = end + 1;
  }
}

/**
 * @param before whether the line before was one of a password file: then one of plain letters is another
 * @returns whether this line was one
 */
function readLine(line: string, offset: number, certain: boolean, before: boolean, found: Find[]): boolean {
  const match = LINE.exec(line);
  if (match === null) return false;
  const [, lead = '', user = '', hash = ''] = match;
  const whole = match[0].length === line.length || certain || hash.startsWith('$');
  const shaped =
    HASH.test(hash) &&
    (hash.length > 13 ||
      SCHEME.test(hash) ||
      (/^[./A-Za-z0-9]{13}$/.test(hash) &&
        (before || (/[A-Z]/.test(hash) && (/[0-9./]/.test(hash) || isJumbled(hash))))));
  if (!certain && !(shaped && whole && /^[A-Za-z0-9_.@+-]+$/.test(user))) return false;
  const start = offset + lead.length + user.length + 1;
  if (!isMasked(hash)) found.push({ start, end: start + hash.length, class: 'password-hash', type: 'hash' });
  if (isUser(user) && !user.includes('@'))
    found.push({ start: offset + lead.length, end: start - 1, class: 'user', value: user });
  return true;
}

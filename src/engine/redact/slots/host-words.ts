import type { NginxWord } from '../../syntax/nginx/tree.ts';
import { ROLE_NAMES } from '../detect/host-lists.ts';
import { isHost, isNamedHost } from '../detect/hosts.ts';
import type { Find } from '../find.ts';

const ESCAPED_NAME = /(?<![A-Za-z0-9-])[A-Za-z0-9-]{1,63}(?:\\\.[A-Za-z0-9-]{2,63}){1,8}/g;
const PLAIN_NAME =
  /^(?:[a-z]{2,12}:\/\/(?:[^\s/@]{1,300}@)?|unix:|~\*?)?(?:\*\.|\.)?([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?)/;

/** Hosts in one argument: plain, with scheme or port, with a wildcard, or inside a regular expression. */
export function hostsInWord(word: NginxWord, directive: string, found: Find[]): void {
  const quoted = word.quote === '' ? 0 : 1;
  const raw = quoted ? word.raw.slice(1, word.raw.endsWith(word.quote) ? -1 : undefined) : word.raw;
  const start = word.start + quoted;
  if (raw.startsWith('~')) {
    hostsInPattern(raw, start, found);
    return;
  }
  if (raw.startsWith('unix:') || raw.startsWith('$') || raw.startsWith('/')) return;
  const match = PLAIN_NAME.exec(raw);
  const name = match?.[1];
  if (match === null || name === undefined || /^[0-9.]+$/.test(name)) return;
  if (!/^(?:[:/?*.]|$)/.test(raw.slice(match[0].length))) return;
  if (directive === 'server_name' || directive === 'resolver' ? !isHostName(name, directive) : !isNamedHost(name))
    return;
  const at = start + match[0].length - name.length;
  found.push({ start: at, end: at + name.length, class: 'host', value: name.toLowerCase() });
}

/** Hosts whose dots are escaped, inside a regular expression. */
export function hostsInPattern(raw: string, start: number, found: Find[]): void {
  for (const name of raw.matchAll(ESCAPED_NAME)) {
    const host = name[0].replaceAll('\\.', '.');
    if (!isHost(host)) continue;
    const at = start + name.index;
    found.push({ start: at, end: at + name[0].length, class: 'host', value: host.toLowerCase() });
  }
}

/** A single label in `server_name` is a machine's name unless it is a role. */
function isHostName(name: string, directive: string): boolean {
  if (name.includes('.')) return isHost(name);
  return (
    directive === 'server_name' && /^[A-Za-z][A-Za-z0-9-]{1,62}$/.test(name) && !ROLE_NAMES.has(name.toLowerCase())
  );
}

import type { Detector, Find, Scene } from '../find.ts';
import { ROLE_NAMES } from './host-lists.ts';
import { isHost, isNamedHost } from './hosts.ts';

/** Class 18: rows of /etc/hosts, an address and the names it goes by. */
export const hostsFile: Detector = { name: 'hosts-file', find: findRows };

const ROW =
  /^[ \t]{0,8}(?:[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]{1,35})[ \t]{1,40}([A-Za-z0-9][\w.-]{0,120}(?:[ \t]{1,20}[A-Za-z0-9][\w.-]{0,120}){0,8})[ \t\r]{0,8}(?:#|$)/gm;
const NAME = /[^\s]{1,121}/g;

function findRows({ text }: Scene, found: Find[]): void {
  for (const row of text.matchAll(ROW)) {
    const names = row[1] ?? '';
    const first = row.index + row[0].indexOf(names);
    const words = [...names.matchAll(NAME)];
    // An address with plain words behind it may be any message.
    if (!words.some(([word]) => (word.includes('.') ? isHost(word) : isNamedHost(word)))) continue;
    for (const word of words) {
      const name = word[0].toLowerCase();
      if (name.includes('.') ? !isHost(name) : ROLE_NAMES.has(name) || name.startsWith('ip6-') || name.length < 4)
        continue;
      const start = first + word.index;
      found.push({ start, end: start + name.length, class: 'host', value: name });
    }
  }
}

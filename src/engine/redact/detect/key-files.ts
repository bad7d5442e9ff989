import type { Detector, Find, Scene } from '../find.ts';
import { base64Cores } from '../known/base64.ts';
import { isMasked } from '../secret-value.ts';
import type { Shape } from './shape.ts';

/** Files of keys that are no PEM: a head line, and behind it lines of one alphabet that hold the key. */
const FILES: readonly { readonly name: string; readonly head: RegExp; readonly hint: string; readonly line: RegExp }[] =
  [
    {
      name: 'putty-key',
      hint: 'Private-',
      head: /Private-(?:Lines|MAC|Hash): /g,
      line: /(?:[^\n]{0,80}[\s|"'>])?([A-Za-z0-9+/]{4,200}={0,2})[ \t\r]{0,4}$/,
    },
    {
      name: 'ansible-vault',
      hint: '$ANSIBLE_VAULT;',
      head: /\$ANSIBLE_VAULT;/g,
      line: /(?:[^\n]{0,80}[\s|"'>])?([0-9a-f]{20,200})[ \t\r]{0,4}$/,
    },
  ];
const LONGEST_LINE = 300;
const MOST_LINES = 400;

/** Class 13: private keys as PuTTY writes them, and what Ansible's vault encrypted. */
export const KEY_FILES: readonly Detector[] = FILES.map(({ name, head, hint, line }) => ({
  name,
  find: ({ text }: Scene, found: Find[]) => {
    if (!text.includes(hint)) return;
    for (const match of text.matchAll(head)) {
      // `Private-MAC: …` holds its value itself; the count of `Private-Lines` is no match of a line.
      let at = match.index + match[0].length;
      if (!addLine(text, at, line, found)) at = lineEnd(text, at) + 1;
      else continue;
      for (let lines = 0; lines < MOST_LINES && at < text.length && addLine(text, at, line, found); lines++)
        at = lineEnd(text, at) + 1;
    }
  },
}));

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed === -1 ? text.length : feed;
}

function addLine(text: string, at: number, line: RegExp, found: Find[]): boolean {
  const written = text.slice(at, Math.min(lineEnd(text, at), at + LONGEST_LINE));
  const value = line.exec(written)?.[1] ?? '';
  if (value === '' || isMasked(value)) return isMasked(value);
  const start = at + written.lastIndexOf(value);
  found.push({ start, end: start + value.length, class: 'private-key', type: 'private_key' });
  return true;
}

/** The words that tell a private key from a certificate, as base64 writes them at each of its three positions. */
const PRIVATE_KEY = base64Cores(Array.from('PRIVATE KEY', (letter) => letter.charCodeAt(0)));
const HEAD = 100;

/** A PEM key in base64 once more, as Kubernetes keeps it: `client-key-data`, `tls.key`. */
export const ENCODED_KEY: Shape = {
  name: 'encoded-private-key',
  class: 'private-key',
  type: 'private_key',
  hints: ['LS0tLS1CRUdJTi'],
  pattern: /LS0tLS1CRUdJTi[A-Za-z0-9+/]{30,16384}={0,2}/g,
  accepts: (value) => PRIVATE_KEY.some((core) => value.slice(0, HEAD).includes(core)),
};

import type { Detector, Find, Scene } from '../find.ts';
import { CODE_WORDS } from './host-lists.ts';
import { isHost } from './hosts.ts';

/**
 * Class 18: names of two labels under a top level that is a word of code as well (`shop.info`). In a comment of a
 * configuration nothing else is written so; in prose only under those that no method and no route is called after.
 */
export const commentHosts: Detector = { name: 'comment-hosts', find: findHosts };

const NAME =
  /(?<=^|[\s"'`(,;=<>/])([A-Za-z0-9][A-Za-z0-9-]{1,61}[A-Za-z0-9])\.(info|me|store|site|pro|at|it|be|in|is|to|no|im|la|ly|my|live|media|design|email|host|page|group|tools)(?=["'`),;:!?<>/\s]|\.?(?:\s|$))/gm;
const PROSAIC = new Set(['info', 'me', 'at', 'it', 'be', 'store']);
const COMMENT = /^[ \t]{0,80}(?:[+-][ \t]{0,80})?(?:#|;|\/\/)/;
const FURTHEST = 400;

/** First labels that settings, objects and log channels have. */
const OBJECTS = new Set(
  (
    'session date mbstring pcre opcache curl openssl assert zend mail soap ldap listen access ping request process error log ' +
    'file image video cache redux vuex cart state blob trust key route auth users posts orders products items user order ' +
    'created updated deleted logged signed plugged built checked array list system device disk memory build git version ' +
    'debug event info node module plugin theme page form field input output query model view controller media design email'
  ).split(' '),
);

function findHosts({ text }: Scene, found: Find[]): void {
  for (const match of text.matchAll(NAME)) {
    const [whole, label = '', top = ''] = match;
    const lower = label.toLowerCase();
    if (OBJECTS.has(lower) || CODE_WORDS.has(lower) || !/[A-Za-z]/.test(label) || !isHost(whole)) continue;
    const folder = text.charAt(match.index - 1) === '/';
    if (folder && !(lower.includes('-') && text.charAt(match.index + whole.length) === '/')) continue;
    if (!isComment(text, match.index) && !isInProse(lower, top)) continue;
    found.push({ start: match.index, end: match.index + whole.length, class: 'host', value: whole.toLowerCase() });
  }
}

function isComment(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - FURTHEST), at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return COMMENT.test(line) || / (?:#|;) /.test(line);
}

/** Hyphenated, or long and no plural: routes and events are called `products.store`, `forwarded.to`. */
function isInProse(label: string, top: string): boolean {
  return PROSAIC.has(top) && (label.includes('-') || (label.length >= 7 && !/(?:s|ed)$/.test(label)));
}

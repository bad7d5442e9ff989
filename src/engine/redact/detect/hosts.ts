import type { Detector, Find, Scene } from '../find.ts';
import { isCodeName } from './code-names.ts';
import { behindPercent, isCrawlersOwn } from './left-edge.ts';
import {
  AWS_ENDPOINT,
  CLUSTER_OWN,
  CODE_WORDS,
  DOUBTFUL,
  FILE_SUFFIXES,
  PUBLIC_HOSTS,
  ROLE_NAMES,
  ROLE_PARTS,
  TOP_LEVELS,
} from './host-lists.ts';

const DOTTED =
  /(?<![A-Za-z0-9_$@\\-]|(?<![*=\s"'(,|;])\.)_?[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62})(?:\.[A-Za-z0-9_-]{1,63}){1,12}(?![A-Za-z0-9_-])/g;
const TAB = 9;
const BLANK = 32;
const PARENTHESIS = 40;
const SLASH = 47;
const EQUALS = 61;
const BACKSLASH = 92;
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?$/;

/** Class 18 in any text: dotted names under a known top level, file suffixes behind them left out. */
export const dottedHosts: Detector = { name: 'dotted-hosts', find: findDotted };

function findDotted({ text }: Scene, found: Find[]): void {
  const known = new Map<string, string | null>();
  DOTTED.lastIndex = 0;
  for (let match = DOTTED.exec(text); match !== null; match = DOTTED.exec(text)) {
    const start = behindPercent(text, match.index);
    const end = match.index + match[0].length;
    const word = match[0].slice(start - match.index);
    const certain = text.startsWith('://', start - 3) && !isPublishedName(text, start);
    const host = certain ? hostWithin(word, true) : remembered(word, known);
    if (host === null) continue;
    const next = text.charCodeAt(end);
    if ((next === PARENTHESIS || next === BACKSLASH) && DOUBTFUL.has(lastLabel(host))) continue;
    if (isFragment(text, start, word, host) || isCrawlersOwn(text, start)) continue;
    if (isSettingName(text, start, end) || isCutPath(text, start, end)) continue;
    found.push({ start, end: start + host.length, class: 'host', value: host.toLowerCase() });
  }
}

/** `android-app://com.shop.reader/`: the name of an application in a store. */
function isPublishedName(text: string, start: number): boolean {
  return text.startsWith('android-app', start - 14) || text.startsWith('ios-app', start - 10);
}

/** Dotted words come again and again; judging one costs more than looking it up. */
function remembered(word: string, known: Map<string, string | null>): string | null {
  const before = known.get(word);
  if (before !== undefined) return before;
  const host = hostWithin(word);
  if (known.size < 4096) known.set(word, host);
  return host;
}

/** `pdo.dsn.shop = …` at the start of a line is a setting. */
function isSettingName(text: string, start: number, end: number): boolean {
  const next = text.charCodeAt(end);
  return (
    (next === BLANK || next === TAB || next === EQUALS) &&
    /^[ \t]{0,8}=(?!=)/.test(text.slice(end, end + 12)) &&
    /(?:^|\n)[ \t;#]{0,8}$/.test(text.slice(Math.max(0, start - 9), start))
  );
}

/** `'/srv/app/db.ph...'`: PHP cuts arguments of a trace, and what is left may end like a host. */
function isCutPath(text: string, start: number, end: number): boolean {
  return text.startsWith('...', end) && text.charAt(start - 1) === '/';
}

/** `https://php.net/session.upload-progress.name`: a page named like a host; a folder named so is one. */
function isFragment(text: string, start: number, word: string, host: string): boolean {
  return (
    text.charCodeAt(start - 1) === SLASH &&
    DOUBTFUL.has(lastLabel(host)) &&
    word === host &&
    text.charAt(start - 2) !== '/' &&
    text.charAt(start + word.length) !== '/'
  );
}

const lastLabel = (host: string): string => host.slice(host.lastIndexOf('.') + 1);

/** The host that a dotted word begins with (`shop.de` of `shop.de.access.log`); null when it is none. */
export function hostWithin(word: string, certain = false): string | null {
  if (certain) return isHost(word) ? word : null;
  if (SHARED_LIBRARY.test(word)) return null;
  const labels = word.split('.');
  while (labels.length > 2 && FILE_SUFFIXES.has((labels.at(-1) ?? '').toLowerCase())) labels.pop();
  const host = trimSuffix(labels.join('.'));
  const top = lastLabel(host);
  const known = TOP_LEVELS.has(top) || (TOP_LEVELS.has(top.toLowerCase()) && host === host.toUpperCase());
  if (
    !known ||
    (DOUBTFUL.has(top) && host.split('.').length < 3 && (FILE_SUFFIXES.has(top) || !word.includes(`${host}.`)))
  )
    return null;
  if (isCodeName(word, host)) return null;
  if (CODE_WORDS.has(host.toLowerCase().slice(0, -top.length - 1)) && CODE_SUFFIXES.test(top)) return null;
  return isHost(host) ? host : null;
}

/** `libssl.so.3`. */
const SHARED_LIBRARY = /\.so(?:\.[0-9]{1,4}){1,4}$/;
/** `docker-compose.dev.yml`, `config.app`. */
const CODE_SUFFIXES = /^(?:app|dev|local|test|name|info|host|me|id|data|email|store)$/i;

/** `shop.de-access` → `shop.de`: log files are often named so. */
function trimSuffix(host: string): string {
  return host.replace(/(?:[-_](?:access|error|ssl|php|fpm|cache|log|slow|https?)){1,3}$/, '');
}

/** Whether a dotted name can be a host that identifies somebody. */
export function isHost(host: string): boolean {
  const lower = host.toLowerCase();
  const labels = lower.split('.');
  if (labels.length < 2 || labels.some((label) => !LABEL.test(label)) || /^[0-9]/.test(lastLabel(lower))) return false;
  return !isPublicHost(lower);
}

/** Hosts that stay: reserved names, standards, projects, public services. `host` in lower case. */
export function isPublicHost(host: string): boolean {
  if (AWS_ENDPOINT.test(host) || CLUSTER_OWN.test(host)) return true;
  const labels = host.split('.');
  const top = labels.at(-1) ?? '';
  if (top === 'example' || top === 'invalid' || top === 'localhost' || top === 'arpa') return true;
  if (labels.at(-2) === 'example' || (labels.at(-3) === 'example' && (labels.at(-2) ?? '').length <= 3)) return true;
  return labels.some((_, at) => PUBLIC_HOSTS.has(labels.slice(at).join('.')));
}

/** A name where only a host can stand (`server_name`, `host:`): any dotted name, or a machine's single label. */
export function isNamedHost(name: string): boolean {
  const lower = name.toLowerCase();
  if (lower.includes('.')) return isHost(lower);
  return (
    LABEL.test(lower) &&
    !ROLE_NAMES.has(lower) &&
    !CONTAINER.test(lower) &&
    !lower.startsWith('ip6-') &&
    /[0-9-]/.test(lower) &&
    /[a-z]/.test(lower) &&
    !isNumberedRole(lower) &&
    !isRole(lower)
  );
}

/** What a container is called after: the beginning of its checksum. */
const CONTAINER = /^[0-9a-f]{12}$/;

/** `php-handler`, `redis-master`: what it does, not where. */
function isRole(name: string): boolean {
  return name.split(/[-_]/).every((part) => ROLE_NAMES.has(part) || ROLE_PARTS.has(part));
}

/** `php8.2`, `app-1`, `web_1`: a role with a number, as compose and tutorials make them. */
function isNumberedRole(name: string): boolean {
  return (
    ROLE_NAMES.has(name.replace(/[-_]?[0-9]{1,2}$/, '')) && /^(?:php|app|nginx|fpm|backend|upstream|php-fpm)/.test(name)
  );
}

import { isLetterCode } from '../../text/letters.ts';
import { fateOfIpv4, parseIpv4, type AddressFate } from '../address/ipv4.ts';
import { fateOfIpv6, mappedIpv4, parseIpv6 } from '../address/ipv6.ts';
import type { Detector, Find, Scene } from '../find.ts';
import { stopsAt } from './stops.ts';

const QUAD =
  /(?:(?<![0-9A-Za-z_.-]|[0-9]\\\.)|(?<=%[0-9A-Fa-f]{2}|\\n))[0-9]{1,3}(?:\\?\.[0-9]{1,3}){3}(?![0-9A-Za-z_]|\\?\.[0-9])/g;
/** `192.0.2.1-192.0.2.9`: the end of a range. */
const RANGE =
  /(?<![0-9A-Za-z_.-])[0-9]{1,3}(?:\.[0-9]{1,3}){3}-([0-9]{1,3}(?:\.[0-9]{1,3}){3})(?![0-9A-Za-z_]|\.[0-9])/g;
/** `IP 192.0.2.1.51234 > 192.0.2.2.443:`, as tcpdump writes both ends. */
const CAPTURED = /(?<= |^)([0-9]{1,3}(?:\.[0-9]{1,3}){3})\.[0-9]{1,5}(?= > [0-9]|: )/gm;
const REVERSED = /(?<![0-9A-Za-z_.-])([0-9]{1,3}(?:\.[0-9]{1,3}){3})(?=\.in-addr\.arpa)/g;
const CAPTURED6 = /(?<= IP6 |> )([0-9A-Fa-f:]{3,39})\.[0-9]{1,5}(?= > |: )/g;
/** `^198\.51\.100\.`: three octets of a network in a regular expression. */
const BEGUN = /(?<![0-9A-Za-z_.-]|[0-9]\\\.)[0-9]{1,3}(?:\\\.[0-9]{1,3}){2}(?=\\\.(?:[^0-9]|$))/g;
const VERSION_BEFORE =
  /(?:(?:^|[^A-Za-z])(?:v|ver|version|release|build|rev|revision|firmware|sdk|oid|openssl|nginx|php|curl|zlib|pcre2?|libressl|mysql|mariadb|redis|kernel|glibc|composer|imagemagick|ffmpeg|icu|libxml2?|xdebug|apcu?|upgrad(?:e|ed|ing) (?:from|to)|lib[a-z][a-z0-9+-]{1,16}|plugin|theme|extension|module|package|section|chapter|kap\.|kapitel|abschnitt|abs\.|apartado)["']?[ =:/_-]{0,3}["']?)$/i;
/** Software whose versions have four parts, or nearly. */
const SOFTWARE_BEFORE =
  /(?:^|[^A-Za-z0-9])(?:tomcat|jetty|wordpress|woocommerce|drupal|joomla|typo3|magento|shopware|prestashop|nextcloud|plesk|obsidian|cpanel|elasticsearch|opensearch|kibana|logstash|grafana|prometheus|rabbitmq|memcached|haproxy|varnish|openresty|apache|python|perl|ruby|java|jdk|jre|openjdk|docker|containerd|kubernetes|openssh|systemd|postfix|dovecot|exim|ghostscript|wkhtmltopdf|chromium|chrome|firefox|engine|driver|schema)["']? ?[:=]? ?["']?$/i;
/** Attributes and extensions of certificates (X.520, X.509). */
const OBJECT_ID = /^2\.5\.(?:4|29)\.[0-9]{1,2}$/;
const COLONS =
  /(?<![0-9A-Za-z_:.\\-])[0-9A-Fa-f:]{2,45}(?:[0-9]{1,3}(?:\.[0-9]{1,3}){3})?(?![0-9A-Za-z_:.-]{1,2}[0-9A-Za-z(])/g;
const ENCODED_COLONS = /(?<![0-9A-Za-z_%])(?:[0-9A-Fa-f]{0,4}%3[Aa]){2,7}[0-9A-Fa-f]{1,4}(?![0-9A-Za-z_%])/g;
const PREFIX = /^\/([0-9]{1,3})(?![0-9./])/;

/** Class 16 and 17: IPv4 addresses and networks, also with escaped dots inside a regular expression. */
export const ipv4: Detector = { name: 'ipv4', find: findIpv4 };

function findIpv4({ text }: Scene, found: Find[]): void {
  QUAD.lastIndex = 0;
  for (let match = QUAD.exec(text); match !== null; match = QUAD.exec(text))
    addIpv4(text, match.index, match[0], found);
  if (text.includes('\\.')) for (const match of text.matchAll(BEGUN)) addBegun(match.index, match[0], found);
  if (text.includes(' > '))
    for (const match of text.matchAll(CAPTURED)) addIpv4(text, match.index, match[1] ?? '', found);
  if (text.includes('in-addr'))
    for (const match of text.matchAll(REVERSED)) addIpv4(text, match.index, match[1] ?? '', found);
  if (text.includes('-')) {
    for (const match of text.matchAll(RANGE)) {
      const quad = match[1] ?? '';
      addIpv4(text, match.index + match[0].length - quad.length, quad, found);
    }
  }
}

function addBegun(start: number, written: string, found: Find[]): void {
  const value = `${written.replaceAll('\\.', '.')}.0`;
  const address = parseIpv4(value);
  const name = address === null ? null : classOf(fateOfIpv4(address));
  if (name !== null) found.push({ start, end: start + written.length, class: name, value });
}

function addIpv4(text: string, start: number, written: string, found: Find[]): void {
  const value = written.includes('\\') ? written.replaceAll('\\.', '.') : written;
  const address = parseIpv4(value);
  if (address === null || OBJECT_ID.test(value)) return;
  if (mayFollowName(text, start) && isVersion(text, start)) return;
  const end = start + written.length;
  const name = classOf(fateOfIpv4(address));
  if (name !== null) add(found, start, end, name, value, prefixAfter(text, end, 32));
}

/** @param bits the length of the prefix behind it, where one stands there; a prefix of 0 is everything and nobody's */
function add(found: Find[], start: number, end: number, name: string, value: string, bits: number | undefined): void {
  if (bits === undefined) found.push({ start, end, class: name, value });
  else if (bits !== 0) found.push({ start, end, class: name, value, bits });
}

/** Whether a name may stand before an address: behind another number there is none. */
function mayFollowName(text: string, start: number): boolean {
  const floor = Math.max(0, start - 4);
  let at = start - 1;
  while (at >= floor && BEHIND_NAME[text.charCodeAt(at)] === 1) at--;
  const code = text.charCodeAt(at);
  return at >= 0 && (isLetterCode(code) || code === TWO || code === DOT || text.charCodeAt(start - 1) === SLASH);
}

/** What may stand between a name and its version. */
const BEHIND_NAME = stopsAt('"\' =:/_-');
/** `Kap. 2.5.1.3`. */
const DOT = 46;
const SLASH = 47;
/** What `pcre2` and `libxml2` end with. */
const TWO = 50;

/** `Chrome/120.0.0.0`, `v1.2.3.4`, `version 1.2.3.4`; but `//1.2.3.4/` and `/path/1.2.3.4` are addresses. */
function isVersion(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (VERSION_BEFORE.test(before) || SOFTWARE_BEFORE.test(before)) return true;
  return /(?:^|[\s"'(;,+])[A-Za-z][A-Za-z0-9_.+-]{0,22}\/$/.test(before) && !before.endsWith('//');
}

function prefixAfter(text: string, end: number, most: number): number | undefined {
  if (text.charCodeAt(end) !== SLASH) return undefined;
  const bits = PREFIX.exec(text.slice(end, end + 6))?.[1];
  return bits === undefined || Number(bits) > most ? undefined : Number(bits);
}

function classOf(fate: AddressFate): string | null {
  if (fate === 'stays') return null;
  return fate === 'private' ? 'private-ip' : 'ip';
}

/** Class 16 and 17: IPv6 in any spelling, IPv4-mapped too. */
export const ipv6: Detector = { name: 'ipv6', find: findIpv6 };

/** A table of sockets: `tcp6 0 0 2001:db8::1:443 …`. */
const SOCKET_ROW = /(?:^|\n)(?:tcp|udp|raw)6?\s[^\n]{0,200}$/;
const PORT = /:[0-9]{1,5}$/;

/** netstat writes the port behind an address without brackets. */
function withoutPort(text: string, start: number, written: string): string {
  if (!PORT.test(written)) return written;
  const bare = written.replace(PORT, '');
  if (parseIpv6(bare) === null) return written;
  const port = parseIpv6(written) === null || SOCKET_ROW.test(text.slice(Math.max(0, start - 160), start));
  return port ? bare : written;
}

function findIpv6({ text }: Scene, found: Find[]): void {
  for (const match of text.matchAll(COLONS)) {
    const trimmed = match[0].replace(/(?<!:):$/, '');
    if ((trimmed.match(/:/g)?.length ?? 0) < 2) continue;
    addIpv6(text, match.index, withoutPort(text, match.index, trimmed), found);
  }
  if (text.includes('%3A') || text.includes('%3a'))
    for (const match of text.matchAll(ENCODED_COLONS))
      addIpv6(text, match.index, match[0].replace(/%3a/gi, ':'), found, match[0].length);
  if (text.includes(' IP6 '))
    for (const match of text.matchAll(CAPTURED6)) addIpv6(text, match.index, match[1] ?? '', found);
}

function addIpv6(text: string, start: number, value: string, found: Find[], length = value.length): void {
  const address = parseIpv6(value);
  if (address === null || !/[0-9]/.test(value)) return;
  const mapped = mappedIpv4(address);
  const name = classOf(mapped === null ? fateOfIpv6(address) : fateOfIpv4(mapped));
  const end = start + length;
  if (name !== null) add(found, start, end, name, value, prefixAfter(text, end, 128));
}

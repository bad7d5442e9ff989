import type { DocumentKind } from '../text/document.ts';
import { configLine, isForeignSection, type ConfigKind } from './config-lines.ts';
import { A_DIFF, diffEnd } from './diff.ts';
import { lineShape } from './line-kinds.ts';

export interface Recognition {
  readonly kind: DocumentKind;
  /** Why, in words for the chip in the page. */
  readonly recognisedBy: string;
}

export const NOTHING: Recognition = { kind: 'unknown', recognisedBy: 'nothing in it was recognised' };

/** Enough of a document to know it by: a gigabyte of log is recognised from its first lines. */
const SAMPLE_LINES = 400;
const SAMPLE_CHARS = 256 * 1024;

/** Last segment and whole path, both in lower case. */
type PathTest = (name: string, path: string) => boolean;

const NGINX_PARAMS = /^(?:fastcgi|uwsgi|scgi|proxy)_params$|^mime\.types$|\.vhost$/;

/** What names and places of files promise; believed only where the content says nothing. */
const PATHS: readonly (readonly [DocumentKind, PathTest])[] = [
  ['settings', (name) => name === 'stackengine.ini'],
  [
    'php-ini',
    (name, path) =>
      /^php[\w-]*\.ini|^\.user\.ini$/.test(name) ||
      (name.endsWith('.ini') && /\/(?:conf|mods-available|php)(?:\.d)?\//.test(path)),
  ],
  [
    'fpm',
    (name, path) =>
      /^(?:php-fpm[\w.-]*\.conf|www\.conf|zz-docker\.conf)/.test(name) || /\/(?:pool|php-fpm)\.d\//.test(path),
  ],
  ['fpm-slow-log', (name) => name.includes('slow') && /log|slow$/.test(name)],
  ['fpm-log', (name) => name.startsWith('php') && name.includes('fpm') && name.includes('.log')],
  ['nginx-access-log', (name) => (name.includes('access') && name.includes('log')) || name === 'http_status.log'],
  ['nginx-error-log', (name) => name.includes('error') && name.includes('log') && !name.startsWith('php')],
  ['php-log', (name) => name.startsWith('php') && (name.includes('error') || name.includes('.log'))],
  ['kernel-log', (name) => name.startsWith('dmesg') || name.startsWith('kern.log')],
  ['journal', (name) => /^(?:syslog|messages|journal(?:ctl)?)(?:[.-]|$)/.test(name)],
  ['htpasswd', (name) => name.includes('htpasswd')],
  ['services', (name, path) => (path.startsWith('/sys/fs/cgroup/') && name.startsWith('cpu.')) || name === 'cpu.stat'],
  ['memory', (_name, path) => path.startsWith('/sys/fs/cgroup/') || path === '/proc/meminfo' || path === '/proc/stat'],
  ['limits', (name, path) => (path.startsWith('/proc/') && name === 'limits') || path.startsWith('/proc/sys/')],
  [
    'processes',
    (name, path) => path.startsWith('/proc/') && (name === 'status' || name.startsWith('smaps') || name === 'statm'),
  ],
  [
    'nginx',
    (name, path) =>
      NGINX_PARAMS.test(name) ||
      /sites-(?:available|enabled)\//.test(path) ||
      (path.includes('nginx') && name.includes('.conf')),
  ],
];

const PROMISES: readonly { readonly kind: DocumentKind; readonly pattern: RegExp }[] = [
  { kind: 'processes', pattern: /^(?:ps|top|smem|pgrep|processes|uptime|nproc|lscpu)\b/ },
  { kind: 'memory', pattern: /^(?:free|meminfo|memory|vmstat)\b/ },
  { kind: 'sockets', pattern: /^(?:ss|netstat|sockets|nc|telnet)\b/ },
  { kind: 'limits', pattern: /^(?:(?:sh|bash) -c ['"]?ulimit|ulimit|sysctl|limits|lsof|prlimit)\b/ },
  {
    kind: 'services',
    pattern:
      /^(?:systemctl|service|rc-service|docker|kubectl|services|pm2|podman|crictl|curl|wget|cgi-fcgi|supervisorctl)\b/,
  },
  {
    kind: 'versions',
    pattern: /^(?:nginx -[vV]|php\S{0,10} -[vV]|php-fpm\S{0,6} -[vV]|versions|uname|cat \/etc\/os-release)\b/,
  },
  { kind: 'security', pattern: /^(?:getenforce|sestatus|ausearch|iptables|nft|firewall-cmd|ufw|security)\b/ },
  { kind: 'file-listing', pattern: /^(?:ls|stat|find|df|namei|files)\b/ },
  { kind: 'kernel-log', pattern: /^dmesg\b/ },
  { kind: 'journal', pattern: /^journalctl\b/ },
  { kind: 'nginx', pattern: /^nginx -T\b/ },
];

const FIRST_SECTION = /^[ \t]{0,20}\[([^[\]\n]{1,80})\][ \t\r]{0,20}$/m;

/** True for a file in the form of an INI file that is another program's. */
export function isForeignIni(text: string): boolean {
  const name = FIRST_SECTION.exec(text.slice(0, SAMPLE_CHARS))?.[1];
  return name !== undefined && isForeignSection(name);
}

/** The kind that a file's path or a command's first words promise; null when they promise nothing. */
export function kindByName(path: string): DocumentKind | null {
  const lower = path.toLowerCase();
  const name = lower.slice(lower.lastIndexOf('/') + 1);
  const byPath = PATHS.find(([, test]) => test(name, lower))?.[0];
  return byPath ?? PROMISES.find((rule) => rule.pattern.test(path))?.kind ?? null;
}

interface Tally {
  readonly votes: Map<DocumentKind, number>;
  readonly reasons: Map<DocumentKind, string>;
  neutralIni: number;
  neutralNginx: number;
}

function vote(tally: Tally, kind: DocumentKind, weight: number, reason: string): void {
  tally.votes.set(kind, (tally.votes.get(kind) ?? 0) + weight);
  if (!tally.reasons.has(kind)) tally.reasons.set(kind, reason);
}

const CONFIG_REASON: Readonly<Record<ConfigKind, (name: string) => string>> = {
  nginx: (name) => (name === 'a block' ? 'blocks in braces, as nginx writes them' : `the directive "${name}"`),
  fpm: (name) => `the pool key or section "${name}"`,
  'php-ini': (name) => `the PHP setting "${name}"`,
  settings: (name) => `"${name}" of stackengine.ini`,
};

function* sampleLines(text: string): Generator<string> {
  let at = 0;
  for (let count = 0; count < SAMPLE_LINES && at < Math.min(text.length, SAMPLE_CHARS); count++) {
    const stop = text.indexOf('\n', at);
    const end = stop === -1 ? text.length : stop;
    const line = text.slice(at, Math.min(end, at + 8192));
    yield line.endsWith('\r') ? line.slice(0, -1) : line;
    at = end + 1;
  }
}

function tallyOf(text: string): Tally {
  const tally: Tally = { votes: new Map(), reasons: new Map(), neutralIni: 0, neutralNginx: 0 };
  for (const line of sampleLines(text)) {
    const shape = lineShape(line);
    if (shape !== null) {
      vote(tally, shape.kind, 3, shape.reason);
      continue;
    }
    const config = configLine(line);
    if (config === null) continue;
    if (config.kind !== null)
      vote(tally, config.kind, config.form === 'ini-section' ? 3 : 2, CONFIG_REASON[config.kind](config.name));
    else if (config.form === 'ini-key') tally.neutralIni++;
    else if (config.form === 'nginx') tally.neutralNginx++;
  }
  return tally;
}

/**
 * Says what a text is: by its content first, by its path where the content leaves it open.
 * Never fails: what gives nothing away is `unknown`.
 */
export function recognise(path: string, text: string): Recognition {
  if (diffEnd(text, 0) > 0) return { kind: 'unknown', recognisedBy: A_DIFF };
  if (isForeignIni(text)) return { kind: 'unknown', recognisedBy: 'a section of another program' };
  const tally = tallyOf(text);
  const byName = kindByName(path);
  const ranked = [...tally.votes].sort((a, b) => b[1] - a[1] || (a[0] === byName ? -1 : 1));
  const best = ranked[0];
  const second = ranked[1];
  if (best !== undefined && (second === undefined || best[1] > second[1] || byName === null || best[0] === byName)) {
    return { kind: best[0], recognisedBy: tally.reasons.get(best[0]) ?? 'its content' };
  }
  if (byName !== null) return { kind: byName, recognisedBy: `its name, ${path}` };
  if (best !== undefined) return { kind: best[0], recognisedBy: tally.reasons.get(best[0]) ?? 'its content' };
  if (tally.neutralNginx > 0 && tally.neutralNginx >= tally.neutralIni)
    return { kind: 'nginx', recognisedBy: 'directives that end in semicolons' };
  if (tally.neutralIni > 0) return { kind: 'php-ini', recognisedBy: 'lines of the form key = value' };
  return NOTHING;
}

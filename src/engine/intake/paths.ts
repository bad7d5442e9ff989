import type { DocumentKind } from '../text/document.ts';

/** Names for pieces that came without one. */
const MADE_UP: Readonly<Record<DocumentKind, string>> = {
  nginx: 'nginx.conf',
  fpm: 'www.conf',
  'php-ini': 'php.ini',
  'nginx-error-log': 'nginx-error.log',
  'nginx-access-log': 'nginx-access.log',
  'fpm-log': 'php-fpm.log',
  'fpm-slow-log': 'php-fpm-slow.log',
  'fpm-status': 'fpm-status.txt',
  'php-log': 'php-error.log',
  'kernel-log': 'dmesg.txt',
  journal: 'journal.txt',
  processes: 'processes.txt',
  memory: 'memory.txt',
  sockets: 'sockets.txt',
  limits: 'limits.txt',
  services: 'services.txt',
  htpasswd: 'htpasswd',
  'php-info': 'phpinfo.txt',
  versions: 'versions.txt',
  security: 'security.txt',
  'file-listing': 'files.txt',
  settings: 'stackengine.ini',
  unknown: 'paste.txt',
};

export function madeUpPath(kind: DocumentKind): string {
  return MADE_UP[kind];
}

/** `www.conf` → `www-2.conf`; a path that is taken gets a number before its extension. */
export function uniquePath(path: string, taken: ReadonlySet<string>): string {
  if (!taken.has(path)) return path;
  const dot = path.lastIndexOf('.');
  const cut = dot > path.lastIndexOf('/') + 1 ? dot : path.length;
  for (let count = 2; ; count++) {
    const candidate = `${path.slice(0, cut)}-${String(count)}${path.slice(cut)}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** File name for the output of a command: `ps aux | grep php` → `ps.txt`. Arguments stay out: they may hold secrets. */
export function commandPath(command: string): string {
  const words = command
    .trim()
    .split(/\s+/)
    .filter((word) => word !== 'sudo' && !word.includes('='));
  const name =
    (words[0] ?? 'command')
      .split('/')
      .at(-1)
      ?.replace(/[^\w.-]/g, '') ?? '';
  return `${name === '' ? 'command' : name}.txt`;
}

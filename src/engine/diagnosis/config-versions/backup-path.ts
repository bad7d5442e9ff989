/** Endings under which people and packages keep the version before: `nginx.conf.bak`, `www.conf.dpkg-old`, `site.conf~`. */
const BACKUP_ENDINGS = [
  '.bak',
  '.backup',
  '.old',
  '.orig',
  '.save',
  '.before',
  '.prev',
  '.previous',
  '.dpkg-old',
  '.dpkg-dist',
  '.ucf-old',
  '.rpmsave',
  '.rpmorig',
  '~',
  '.1',
] as const;

/** What may follow `.bak`: a number or a date. */
const STAMP = /^[0-9T:._-]{1,20}$/;

/** The path without its backup ending, or null when it has none. `.bak.2024-01-15` and `.bak1` count too. */
export function originalOf(path: string): string | null {
  const ending = BACKUP_ENDINGS.find((end) => path.endsWith(end) && path.length > end.length);
  if (ending !== undefined) return path.slice(0, -ending.length);
  const at = path.lastIndexOf('.bak');
  const tail = at <= 0 ? '' : path.slice(at + 4);
  return STAMP.test(tail) ? path.slice(0, at) : null;
}

export function isBackupPath(path: string): boolean {
  return originalOf(path) !== null;
}

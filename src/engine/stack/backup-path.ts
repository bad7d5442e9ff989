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
  ' (before)',
  ' (old)',
  '~',
  '.1',
] as const;

/** What may follow `.bak`: a number or a date. */
const STAMP = /^[0-9T:._-]{1,20}$/;

/** Folders in which the version before lies, and those beside them in which the present one does. */
const BEFORE: ReadonlySet<string> = new Set(['before', 'old', 'backup', 'previous', 'prev', 'orig']);
const AFTER: ReadonlySet<string> = new Set(['after', 'new', 'current', 'now']);

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

/** Of these paths the one that holds the present version of a backup copy; null for what is no copy, or stands alone. */
export function currentOf(path: string, paths: Iterable<string>): string | null {
  const all = [...paths];
  const original = originalOf(path);
  if (original === null) {
    const before = withoutFolder(path, BEFORE);
    return before === path ? null : (all.find((one) => one !== path && withoutFolder(one, AFTER) === before) ?? null);
  }
  if (all.includes(original)) return original;
  const name = original.slice(original.lastIndexOf('/') + 1);
  return all.find((one) => one === name || one.endsWith(`/${name}`)) ?? null;
}

/** Without the copies whose present version is among them: they say what was, not what is. */
export function inForce<File extends { readonly path: string }>(files: readonly File[]): readonly File[] {
  const paths = files.map(({ path }) => path);
  return files.filter(({ path }) => currentOf(path, paths) === null);
}

function withoutFolder(path: string, names: ReadonlySet<string>): string {
  const segments = path.split('/');
  const at = segments.findIndex((segment, index) => index < segments.length - 1 && names.has(segment.toLowerCase()));
  return at === -1 ? path : segments.filter((_segment, index) => index !== at).join('/');
}

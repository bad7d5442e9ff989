import { isGlob, matchesGlob } from './glob.ts';

/**
 * Which of the pasted documents an `include` names.
 * A relative path counts from the directory of the main file (`ngx_conf_full_name`). What was pasted rarely keeps its
 * full path, so documents match by the longest path suffix: the whole of one of the two paths, or two components.
 * @returns paths in the order in which nginx reads them: glob(3) sorts by bytes (`ngx_open_glob`)
 */
export function findIncluded(pattern: string, mainPath: string, paths: Iterable<string>): string[] {
  const wanted = components(pattern.startsWith('/') ? pattern : `${directoryOf(mainPath)}/${pattern}`);
  const ownLength = components(pattern).length;
  let longest = 0;
  let found: string[] = [];
  for (const path of paths) {
    const parts = components(path);
    const common = commonSuffix(wanted, parts);
    if (!isEnough(common, parts.length, wanted.length, ownLength, isGlob(pattern))) continue;
    if (common > longest) found = [];
    if (common >= longest) found.push(path);
    longest = Math.max(longest, common);
  }
  const byName = found.sort((a, b) => (tailOf(a, longest) < tailOf(b, longest) ? -1 : 1));
  return isGlob(pattern) ? byName : byName.slice(0, 1);
}

/** Debian keeps the files in one directory and links them from the other; what is read may be either. */
export function otherDebianDirectory(pattern: string): string | null {
  return pattern.includes('sites-enabled/') ? pattern.replace('sites-enabled/', 'sites-available/') : null;
}

export function components(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

export function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A bare star must not take documents from anywhere: a glob needs its directory, unless the document has none at all. */
function isEnough(common: number, inDocument: number, inPattern: number, written: number, glob: boolean): boolean {
  if (common === 0) return false;
  if (glob && common === 1 && inDocument === 1) return written === 1;
  return common === inDocument || common === inPattern || common >= 2;
}

function commonSuffix(pattern: readonly string[], path: readonly string[]): number {
  let common = 0;
  while (common < pattern.length && common < path.length) {
    const wanted = pattern[pattern.length - 1 - common] ?? '';
    const given = path[path.length - 1 - common] ?? '';
    if (isGlob(wanted) ? !matchesGlob(wanted, given) : wanted !== given) break;
    common++;
  }
  return common;
}

function tailOf(path: string, count: number): string {
  return components(path).slice(-count).join('/');
}

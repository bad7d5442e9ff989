import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { DocumentInput } from '../engine/index.ts';
import { decodeText, type TextEncoding } from '../engine/text/decode.ts';
import { WrongUse } from './wrong-use.ts';

/** A file as it was read, and what is needed to write it back. */
export interface InputFile extends DocumentInput {
  /** The regular file behind it, null for standard input. */
  readonly file: string | null;
  /** Path as the patch names it: the regular file's, where `path` is a link to it. */
  readonly patchPath: string;
  readonly encoding: TextEncoding;
}

export interface LargeFile {
  readonly path: string;
  readonly file: string;
  readonly bytes: number;
}

export interface Inputs {
  readonly files: readonly InputFile[];
  /** Files too large to be read at once; only where the caller asked for them apart. */
  readonly large: readonly LargeFile[];
  /** With one folder given, reports and patches are relative to it; this prefix leads back to the working directory. */
  readonly prefix: string;
  readonly settingsText: string | null;
}

export const SETTINGS_FILE = 'stackengine.ini';

/** Application code and assets say nothing about a 502 and may be large: a folder's walk passes them over. */
const NOT_EVIDENCE =
  /\.(?:php|phtml|phar|js|mjs|css|map|html?|svg|png|jpe?g|gif|webp|ico|woff2?|ttf|zip|so|pid|lock|sock|patch|diff|rej|orig)$/i;
const SKIPPED_FOLDERS = new Set(['.git', 'node_modules', '.svn', '.hg']);

/**
 * Reads files, folders and `-` (standard input); nothing outside the given paths is read.
 * @param large name files beyond this size instead of reading them
 * @throws WrongUse when a path cannot be read
 */
export function readInputs(paths: readonly string[], large = Infinity): Inputs {
  const given = paths.length ? paths : ['.'];
  const onlyFolder =
    given.length === 1 && given[0] !== undefined && given[0] !== '-' && isFolder(given[0]) ? given[0] : null;
  const base = resolve(onlyFolder ?? '.');
  const files: InputFile[] = [];
  const largeFiles: LargeFile[] = [];
  let settingsText: string | null = null;
  const take = (file: string): void => {
    const bytes = sizeOf(file);
    if (bytes >= large && !file.endsWith('.gz')) {
      largeFiles.push({ path: pathFrom(base, file), file, bytes });
      return;
    }
    const input = readOne(file, base);
    if (!input) return;
    if (basename(file) === SETTINGS_FILE) settingsText = input.text;
    else files.push(input);
  };
  for (const path of given) {
    if (path === '-') files.push(decoded('stdin', null, 'stdin', readFileSync(0)));
    else if (isFolder(path)) for (const file of walk(resolve(path))) take(file);
    else take(resolve(path));
  }
  const prefix = onlyFolder ? relative('.', base) : '';
  return { files: withoutLinkedTwice(files), large: largeFiles, prefix, settingsText };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    throw new WrongUse(`cannot read ${path}: no such file or folder`);
  }
}

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name)) yield* walk(path);
    } else if (!NOT_EVIDENCE.test(entry.name) && isRegular(path)) yield path;
  }
}

/** True for files and for links to files; sockets, pipes and dangling links are no evidence. */
function isRegular(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function readOne(file: string, base: string): InputFile | null {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
    // Asked for only here: every start would pay for it.
    if (file.endsWith('.gz')) bytes = process.getBuiltinModule('node:zlib').gunzipSync(bytes);
  } catch (error) {
    throw new WrongUse(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (bytes.subarray(0, 8192).includes(0)) return null;
  const real = realpathSync(file);
  return decoded(pathFrom(base, file), real, pathFrom(base, real), bytes);
}

function pathFrom(base: string, file: string): string {
  const path = relative(base, file);
  return path.startsWith('..') ? file : path;
}

function decoded(path: string, file: string | null, patchPath: string, bytes: Uint8Array): InputFile {
  return { path, file, patchPath, ...decodeText(bytes) };
}

/** `sites-enabled/x` and `sites-available/x` are one file: the link is what nginx includes, so it stays. */
function withoutLinkedTwice(files: readonly InputFile[]): InputFile[] {
  const linked = new Set(files.filter((one) => one.path !== one.patchPath).map((one) => one.file));
  return files.filter((one) => one.path !== one.patchPath || !linked.has(one.file));
}

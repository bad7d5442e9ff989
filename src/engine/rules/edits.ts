import type { Pool } from '../stack/pool.ts';
import type { RequestPath } from '../stack/request-path.ts';
import { isWritten, type Setting } from '../stack/setting.ts';
import type { Stack } from '../stack/stack.ts';
import { setKey } from '../syntax/ini/set.ts';
import { setDirective } from '../syntax/nginx/set.ts';
import type { IniEntry } from '../syntax/ini/tree.ts';
import type { NginxDirective } from '../syntax/nginx/tree.ts';
import type { Edit } from '../text/edit.ts';

/** Where in nginx's text a directive is to be set. */
export interface Block {
  readonly path: string;
  /** null: the file level. */
  readonly node: NginxDirective | null;
}

/** `name args;` directly in a block; [] when its file was not pasted. */
export function setInBlock(stack: Stack, block: Block, name: string, args: string): Edit[] {
  const file = stack.nginxFiles.get(block.path);
  const text = stack.documents.get(block.path)?.text;
  if (file === undefined || text === undefined) return [];
  return [{ path: block.path, ...setDirective(file, block.node, name, args, text) }];
}

/** The block of a path that a setting for its requests belongs into: its location, else the level of its pass directive. */
export function blockOf({ location, pass }: RequestPath): Block | null {
  if (location !== null) return { path: location.path, node: location.node };
  return pass === null ? null : { path: pass.path, node: null };
}

/** Paths by the place from which they read one directive. */
export type Readers = ReadonlyMap<string, readonly RequestPath[]>;

/** Who reads a directive from where; once for many edits of one name, since a place may serve thousands of paths. */
export function readersOf(stack: Stack, name: string): Readers {
  const readers = new Map<string, RequestPath[]>();
  for (const path of stack.paths) {
    const setting = path.settings[name];
    if (setting === undefined || !isWritten(setting)) continue;
    const key = placeKey(setting);
    const list = readers.get(key);
    if (list === undefined) readers.set(key, [path]);
    else list.push(path);
  }
  return readers;
}

function placeKey({ from }: Setting & { from: { path: string; start: number } }): string {
  return `${from.path}:${String(from.start)}`;
}

/**
 * Sets a directive for one path in the narrowest block where it is right: the value itself where it is written and nobody but
 * paths that get the same value reads it, else a line in the location.
 * @param alike paths that get the same value
 */
export function setForPath(
  stack: Stack,
  path: RequestPath,
  name: string,
  args: string,
  alike: ReadonlySet<RequestPath> = new Set([path]),
  readers: Readers = readersOf(stack, name),
): Edit[] {
  const setting = path.settings[name];
  if (setting !== undefined && isWritten(setting) && stack.unknownIncludes.length === 0) {
    if ((readers.get(placeKey(setting)) ?? []).every((one) => alike.has(one))) return [replaceWritten(setting, args)];
  }
  const block = blockOf(path);
  return block === null ? [] : setInBlock(stack, block, name, args);
}

/** Replaces a value where it is written. */
export function replaceWritten(
  { from }: Setting & { from: { path: string; start: number; end: number } },
  text: string,
): Edit {
  return { path: from.path, start: from.start, end: from.end, text };
}

/** A key of a pool: its value where somebody wrote it, else a line in the pool's section. */
export function setPoolKey(stack: Stack, pool: Pool, key: string, value: string): Edit[] {
  const written = pool.settings[key];
  if (written !== undefined && isWritten(written)) return [replaceWritten(written, value)];
  const file = pool.files[0];
  if (file === undefined || !stack.documents.has(file.path)) return [];
  return [{ path: file.path, ...setKey(file, pool.name, key, value) }];
}

/**
 * A key of `[global]`, only in a file that has that section: a pool file is not the place for it. It goes above the first
 * `include`: behind one the section in force is the last of the included file (fpm_conf.c), and FPM would refuse the key.
 */
export function setGlobalKey(stack: Stack, key: string, value: string): Edit[] {
  for (const file of stack.iniFiles.values()) {
    const hasGlobal = file.nodes.some((node) => node.kind === 'section' && isGlobal(node.name));
    if (file.dialect !== 'fpm' || !hasGlobal) continue;
    const entries = file.nodes.filter((node): node is IniEntry => node.kind === 'entry' && isGlobal(node.section));
    const include = entries.find((entry) => entry.key.toLowerCase() === 'include');
    if (include === undefined || entries.some((entry) => entry.key.toLowerCase() === key)) {
      return [{ path: file.path, ...setKey(file, 'global', key, value) }];
    }
    const newline = include.rest.endsWith('\r\n') ? '\r\n' : '\n';
    const text = `${key} = ${value}${newline}${include.before}`;
    return [{ path: file.path, start: include.start, end: include.start, text }];
  }
  return [];
}

function isGlobal(section: string | null): boolean {
  return section?.toLowerCase() === 'global';
}

/**
 * A PHP limit as the requests of one path meet it: replaced where it is written, else set in the pasted php.ini, else as
 * `php_value` of the pool (not `php_admin_value`, which would make `set_time_limit()` fail).
 */
export function setPhpLimit(stack: Stack, path: RequestPath, name: string, value: string): Edit[] {
  const setting = path.php?.settings[name] ?? path.settings[name];
  if (setting !== undefined && isWritten(setting)) return [replaceWritten(setting, value)];
  const ini = phpIniOf(stack);
  if (ini !== null)
    return [{ path: ini.path, ...setKey(ini, ini.nodes.some(isPhpSection) ? 'PHP' : null, name, value) }];
  return path.pool === null ? [] : setPoolKey(stack, path.pool, `php_value[${name}]`, value);
}

/** The only php.ini that was pasted; with several nothing says which one FPM loads. */
export function phpIniOf(stack: Stack) {
  const files = [...stack.iniFiles.values()].filter((file) => file.dialect === 'php-ini');
  return files.length === 1 ? (files[0] ?? null) : null;
}

function isPhpSection(node: { kind: string; name?: string }): boolean {
  return node.kind === 'section' && node.name === 'PHP';
}

/** Without repeats: two paths of one location ask for the same line once. */
export function distinct(edits: readonly Edit[]): Edit[] {
  const seen = new Set<string>();
  return edits.filter(({ path, start, end, text }) => {
    const key = JSON.stringify([path, start, end, text]);
    return seen.has(key) ? false : seen.add(key);
  });
}

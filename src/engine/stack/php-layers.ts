import { findPhpDirective } from '../syntax/ini/php-values.ts';
import { parseIni } from '../syntax/ini/parse.ts';
import type { IniEntry, IniFile } from '../syntax/ini/tree.ts';
import type { Pool } from './pool.ts';
import type { WrittenAt } from './setting.ts';
import { isWritten } from './setting.ts';

/** One `name = value` of some layer, where it stands. */
export interface PhpEntry {
  readonly name: string;
  /** Behind PHP's scanner. */
  readonly value: string;
  readonly written: string;
  readonly from: WrittenAt | null;
}

/** `fastcgi_param PHP_VALUE "…"` as nginx hands it over: one or more lines of php.ini. */
export interface FastcgiParam {
  readonly name: string;
  readonly value: string;
  /** Where the value stands in the nginx config. */
  readonly from: WrittenAt | null;
}

/** What php.ini's `[PATH=]` and `[HOST=]` sections and `.user.ini` depend on. */
export interface PhpRequest {
  readonly scriptFilename?: string | null;
  readonly host?: string | null;
}

export type PlaceIni = (file: IniFile, entry: IniEntry) => WrittenAt;

/**
 * Which of the pasted files PHP-FPM reads for a pool, in its order: php.ini, then conf.d by name.
 * Files of the command line, of Apache, or of another PHP version are not among them.
 */
export function phpIniOrder(files: readonly IniFile[], pool: Pool | null): IniFile[] {
  const version = versionIn(pool?.path ?? '');
  const own = files.filter(
    (file) => file.dialect === 'php-ini' && !isUserIni(file) && !/\/(cli|apache2|cgi|embed)\//.test(file.path),
  );
  const fitting = own.filter((file) => version === null || (versionIn(file.path) ?? version) === version);
  return fitting.sort((a, b) => rank(a) - rank(b) || (baseName(a) < baseName(b) ? -1 : 1));
}

function rank(file: IniFile): number {
  return /(^|\/)php(-fpm[^/]{0,40})?\.ini[^/]{0,40}$/.test(file.path) ? 0 : 1;
}

function baseName(file: IniFile): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1);
}

function versionIn(path: string): string | null {
  return /\/php\/?([5-9]\.[0-9]{1,2})\//.exec(path)?.[1] ?? null;
}

export function isUserIni(file: IniFile): boolean {
  return baseName(file) === '.user.ini';
}

/** PHP stops at the first error of a file; what was pasted along with a shell prompt is not php.ini's error. */
function endOfReading(file: IniFile): number {
  const strays = new Map(file.nodes.filter((node) => node.kind === 'stray').map((node) => [node.line, node.text]));
  const problem = file.problems.find(
    ({ line }) => !/^\s{0,80}(\$ |[\w.-]{1,80}@|\[[\w.-]{1,80}@)/.test(strays.get(line) ?? ''),
  );
  return problem?.start ?? Infinity;
}

/** Entries outside (`section` null) or inside `[PATH=]`/`[HOST=]` sections; all other sections mean nothing to PHP. */
export function iniEntries(file: IniFile, place: PlaceIni, applies: (section: string | null) => boolean): PhpEntry[] {
  const end = endOfReading(file);
  return file.nodes.flatMap((node) => {
    if (node.kind !== 'entry' || node.value === null || node.start >= end || !applies(node.section)) return [];
    const name = node.subscript === null ? node.key : `${node.key}[${node.subscript}]`;
    return { name, value: node.value, written: node.valueRaw, from: place(file, node) };
  });
}

export function isSpecialSection(section: string | null): boolean {
  return section !== null && /^(PATH|HOST)=/i.test(section);
}

/** Whether a `[PATH=/srv]` or `[HOST=example.org]` section bears on a request; without a known request it does not. */
export function appliesTo(section: string | null, request: PhpRequest): boolean {
  const path = /^PATH=(.{1,4096})$/i.exec(section ?? '')?.[1];
  if (path !== undefined) return isBelow(request.scriptFilename ?? '', path);
  const host = /^HOST=(.{1,512})$/i.exec(section ?? '')?.[1];
  return host !== undefined && host.toLowerCase() === (request.host ?? '').toLowerCase();
}

/** `.user.ini` files bear on scripts in their directory and below; with the script unknown, every one is taken to. */
export function userIniApplies(file: IniFile, request: PhpRequest): boolean {
  if (request.scriptFilename === null || request.scriptFilename === undefined || !file.path.startsWith('/'))
    return true;
  return isBelow(request.scriptFilename, file.path.slice(0, file.path.lastIndexOf('/')));
}

function isBelow(script: string, directory: string): boolean {
  const prefix = directory.endsWith('/') ? directory : `${directory}/`;
  return script.startsWith(prefix);
}

/** Names that `.user.ini` may set: everything but PHP_INI_SYSTEM. */
export function isUserSettable(name: string): boolean {
  return findPhpDirective(name)?.scope !== 'SYSTEM';
}

/**
 * `php_value[x]` and `php_flag[x]`, or their admin forms, of a pool. FPM keeps them in a list with the newest first and applies them
 * in that order (`fpm_conf_set_array`, `fpm_php_apply_defines`): of several for one name, the first in the file wins.
 */
export function poolEntries(pool: Pool | null, admin: boolean): PhpEntry[] {
  const form = admin ? /^php_admin_(value|flag)\[(.{1,200})\]$/ : /^php_(value|flag)\[(.{1,200})\]$/;
  const entries = Object.entries(pool?.settings ?? {}).flatMap(([key, setting]) => {
    const name = form.exec(key)?.[2];
    if (name === undefined) return [];
    const value = typeof setting.value === 'string' ? setting.value : setting.meant;
    return {
      name,
      value,
      written: setting.written ?? value,
      from: isWritten(setting) ? setting.from : null,
    };
  });
  return entries.reverse();
}

/** The lines of PHP_VALUE and PHP_ADMIN_VALUE; PHP_VALUE is applied first (`fastcgi` sapi, `fpm_main.c`). */
export function fastcgiEntries(params: readonly FastcgiParam[]): PhpEntry[] {
  const rank = (param: FastcgiParam): number => (param.name === 'PHP_ADMIN_VALUE' ? 1 : 0);
  return params
    .filter((param) => param.name === 'PHP_VALUE' || param.name === 'PHP_ADMIN_VALUE')
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((param) =>
      parseIni(param.value).nodes.flatMap((node) =>
        node.kind === 'entry' && node.value !== null && node.subscript === null
          ? { name: node.key, value: node.value, written: node.valueRaw, from: param.from }
          : [],
      ),
    );
}

import type { Edit } from '../../text/edit.ts';
import { printIniNode } from './print.ts';
import type { IniEntry, IniFile, IniNode } from './tree.ts';

type IniEdit = Omit<Edit, 'path'>;

/**
 * The edit that gives `key` (subscript included: `php_admin_value[memory_limit]`) a value in a section; null is the part before any.
 * The occurrence that counts is replaced: the last one, but the first of `php_value[…]`, `env[…]` and the like in a pool
 * (`fpm_conf_set_array`). Without one, a line is added behind the last entry
 * of the section, with that entry's indentation, spacing and line ending. A section that is not there is added too.
 * @param value as it shall stand in the file; quoting is the caller's
 */
export function setKey(file: IniFile, section: string | null, key: string, value: string): IniEdit {
  const entries = file.nodes.filter((node) => node.kind === 'entry' && sameSection(node.section, section));
  const same = entries.filter((entry) => entry.kind === 'entry' && sameKey(entry, key));
  const counting = same.at(file.dialect === 'fpm' && key.includes('[') ? 0 : -1);
  if (counting?.kind === 'entry') return replaceValue(counting, value);
  const model = entries.at(-1);
  const newline = lineEnding(file);
  if (model?.kind === 'entry') {
    const separator = /^[ \t]{0,80}=[ \t]{0,80}$/.test(model.separator) ? model.separator : ' = ';
    return addLine(file, model, `${indentation(model)}${key}${separator}${value}`, newline);
  }
  const header = file.nodes.findLast((node) => node.kind === 'section' && sameSection(node.name, section));
  if (header) return addLine(file, header, `${key} = ${value}`, newline);
  if (section === null) {
    const start = file.bom.length;
    return { start, end: start, text: `${key} = ${value}${newline}` };
  }
  const end = offsetsOf(file).at(-1) ?? file.bom.length;
  const gap = endsInNewline(file) ? '' : newline;
  return { start: end, end, text: `${gap}[${section}]${newline}${key} = ${value}${newline}` };
}

/** Puts another value into an entry that stands, its comment and spacing kept. */
export function replaceValue(entry: IniEntry, value: string): IniEdit {
  const text = entry.separator === '' ? ` = ${value}` : value;
  return { start: entry.valueStart, end: entry.valueStart + entry.valueRaw.length, text };
}

/** Turns an entry into a `;` comment, its indentation kept. */
export function commentOut(entry: IniEntry): IniEdit {
  return { start: entry.start, end: entry.start, text: ';' };
}

/** Takes an entry away, line ending included. */
export function removeKey(entry: IniEntry): IniEdit {
  const start = entry.start - entry.before.length;
  return { start, end: start + printIniNode(entry).length, text: '' };
}

function sameSection(a: string | null, b: string | null): boolean {
  return a === b || (a?.toLowerCase() === 'global' && b?.toLowerCase() === 'global');
}

/** Scalar keys are case-insensitive in pools; php.ini names are compared as written, which differs only for keys PHP does not know. */
function sameKey(entry: IniEntry, key: string): boolean {
  const name = entry.subscript === null ? entry.key : `${entry.key}[${entry.subscript}]`;
  return name.toLowerCase() === key.toLowerCase();
}

function addLine(file: IniFile, behind: IniNode, line: string, newline: string): IniEdit {
  const at = offsetsOf(file)[file.nodes.indexOf(behind)] ?? 0;
  const ended = /[\n\r]$/.test(printIniNode(behind));
  return { start: at, end: at, text: ended ? line + newline : newline + line };
}

function indentation(entry: IniEntry): string {
  return /^[ \t]{0,200}$/.test(entry.before) ? entry.before : '';
}

/** End offset of each node. */
function offsetsOf(file: IniFile): number[] {
  let at = file.bom.length;
  return file.nodes.map((node) => (at += printIniNode(node).length));
}

function endsInNewline(file: IniFile): boolean {
  const last = file.nodes.at(-1);
  return last === undefined || /[\n\r]$/.test(printIniNode(last));
}

function lineEnding(file: IniFile): string {
  for (const node of file.nodes) {
    const text = printIniNode(node);
    if (text.endsWith('\r\n')) return '\r\n';
    if (text.endsWith('\n')) return '\n';
  }
  return '\n';
}

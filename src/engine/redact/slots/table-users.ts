import { isCutSystemUser, isUser } from '../detect/user-names.ts';
import type { Find, Scene } from '../find.ts';

const PS_LINE = /^([a-z_][a-z0-9_-]{0,31}\$?\+?)\s{1,40}[0-9]{1,10}\s/;
const TOP_LINE = /^\s{0,10}[0-9]{1,10}\s{1,8}([a-z_][a-z0-9_-]{0,31}\+?)\s{1,20}(?:[0-9-]{1,4}|rt|[^\s]{1,200})\s/;
const LS_LINE =
  /^[bcdlsp-][rwxsStT-]{9}[.+@]?\s{1,6}[0-9]{1,6}\s{1,10}([A-Za-z_][A-Za-z0-9_.-]{0,31})\s{1,20}([A-Za-z_][A-Za-z0-9_.-]{0,31})\s/;

const LSOF_LINE =
  /^[^\s]{1,40}\s{1,20}[0-9]{1,10}\s{1,8}(?:[0-9]{1,10}\s[^\s]{1,20}\s{1,20})?([a-z_][a-z0-9_-]{0,31}\+?)\s/;

/** The head of `ps aux`, of `top` and `smem`, and of `lsof`. */
const HEADER =
  /^(?:U(?:SER|ID) {1,20}PID| {0,10}PID (?:USER|User)|COMMAND {1,20}PID {1,20}(?:TID TASKCMD {1,20})?USER) /m;

/** Class 20 in tables: owners of processes and files. */
export function tableUsers({ text, kind }: Scene, found: Find[]): void {
  const processes = kind === 'processes' || HEADER.test(text);
  for (let at = 0; at < text.length;) {
    const next = text.indexOf('\n', at);
    const end = next === -1 ? text.length : next;
    readRow(text.slice(at, Math.min(end, at + 512)), at, processes, found);
    at = end + 1;
  }
}

function readRow(line: string, offset: number, processes: boolean, found: Find[]): void {
  const files = LS_LINE.exec(line);
  if (files) {
    const first = line.indexOf(files[1] ?? '', 11);
    add(files[1] ?? '', offset + first, found);
    add(files[2] ?? '', offset + line.indexOf(files[2] ?? '', first + (files[1] ?? '').length), found);
    return;
  }
  if (!processes) return;
  const row = PS_LINE.exec(line) ?? TOP_LINE.exec(line) ?? LSOF_LINE.exec(line);
  if (row && !isCutSystemUser(row[1] ?? ''))
    add((row[1] ?? '').replace(/\+$/, ''), offset + line.indexOf(row[1] ?? ''), found);
}

function add(name: string, start: number, found: Find[]): void {
  if (isUser(name)) found.push({ start, end: start + name.length, class: 'user', value: name });
}

import { MiB } from '../../text/units.ts';

/** One process as ps, top or smem show it. */
export interface ProcessRow {
  readonly user: string | null;
  readonly pid: number | null;
  readonly state: string | null;
  readonly rssBytes: number | null;
  /** USS where the tool knows it (smem). */
  readonly privateBytes: number | null;
  readonly cpuPercent: number | null;
  readonly command: string;
}

/** Column titles of ps (procps, busybox), top and smem, by what they mean. */
const MEANING: Readonly<Record<string, keyof Omit<ProcessRow, 'command'> | 'command'>> = {
  USER: 'user',
  UID: 'user',
  User: 'user',
  RUSER: 'user',
  PID: 'pid',
  STAT: 'state',
  S: 'state',
  STATE: 'state',
  RSS: 'rssBytes',
  RES: 'rssBytes',
  RSZ: 'rssBytes',
  USS: 'privateBytes',
  '%CPU': 'cpuPercent',
  PCPU: 'cpuPercent',
  COMMAND: 'command',
  CMD: 'command',
  Command: 'command',
  ARGS: 'command',
};

/** Columns of `ps aux`, for output whose header a grep took away. */
export const PS_AUX = ['USER', 'PID', '%CPU', '%MEM', 'VSZ', 'RSS', 'TTY', 'STAT', 'START', 'TIME', 'COMMAND'] as const;

/** The titles of a header line, or null when it is none. */
export function headerTitles(line: string): readonly string[] | null {
  const titles = line.trim().split(/\s+/);
  return titles.includes('PID') && titles.some((title) => MEANING[title] === 'command') ? titles : null;
}

/** `30212` is KiB (ps, smem), `30.1m`, `1.2g` and `30212k` are what top prints. */
export function sizeBytes(cell: string): number | null {
  const match = /^(\d{1,14}(?:\.\d{1,4})?)([kmgtKMGT]?)i?B?$/.exec(cell);
  if (match === null) return null;
  const unit = { '': 1024, k: 1024, m: MiB, g: MiB * 1024, t: MiB * MiB }[(match[2] ?? '').toLowerCase()] ?? 1024;
  return Math.round(Number(match[1]) * unit);
}

/** Reads a row under known titles: columns left of the command are counted from the left, those right of it from the right. */
export function processRow(line: string, titles: readonly string[]): ProcessRow | null {
  const words = line.trim().split(/\s+/);
  if (words.length < titles.length) return null;
  const command = titles.findIndex((title) => MEANING[title] === 'command');
  const right = titles.length - 1 - command;
  const cell = (meaning: string): string | null => {
    const at = titles.findIndex((title) => MEANING[title] === meaning);
    if (at === -1) return null;
    return (at < command ? words[at] : words[words.length - (titles.length - at)]) ?? null;
  };
  const pid = cell('pid');
  if (pid === null || !/^\d{1,10}$/.test(pid)) return null;
  const numeric = (text: string | null): number | null =>
    text !== null && /^\d{1,6}(?:\.\d{1,2})?$/.test(text) ? Number(text) : null;
  return {
    user: cell('user'),
    pid: Number(pid),
    state: cell('state'),
    rssBytes: sizeBytes(cell('rssBytes') ?? ''),
    privateBytes: sizeBytes(cell('privateBytes') ?? ''),
    cpuPercent: numeric(cell('cpuPercent')),
    command: words.slice(command, words.length - right).join(' '),
  };
}

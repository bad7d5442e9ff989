import type { Bytes } from '../../text/units.ts';

/** The table counts in pages; 4 KiB on every machine that this is about. */
const PAGE: Bytes = 4096;
/** A worker that was just forked shares nearly everything: its resident set says nothing of the peak. */
const LEAST: Bytes = 8 * 1024 * 1024;

/** `[  pid  ]   uid  tgid total_vm      rss pgtables_bytes swapents oom_score_adj name` (mm/oom_kill.c, dump_tasks) */
const TITLES = /^\[ {0,8}pid {0,8}\] {1,8}uid {1,8}tgid {1,8}total_vm {1,12}rss /;
const ROW =
  /^\[ {0,12}\d{1,10}\] {1,12}(\d{1,10}) {1,12}\d{1,10} {1,12}\d{1,12} {1,12}(\d{1,12})(?: {1,14}-?\d{1,14}){1,8} {1,4}(\S.{0,30})$/;
const WORKER = /^php-?fpm|^php[\d.]{0,5}-fpm/;

/** True for the head of the table of tasks that the OOM killer prints. */
export function isTaskTitles(body: string): boolean {
  return TITLES.test(body);
}

export interface Task {
  /** Resident set of a PHP-FPM worker; null for other tasks, the master, and idle workers. */
  readonly workerBytes: Bytes | null;
}

/** One row of the table; null for a line that is none. The master runs as root. */
export function taskOf(body: string): Task | null {
  const row = ROW.exec(body);
  if (row === null) return null;
  const bytes = Number(row[2]) * PAGE;
  return { workerBytes: row[1] !== '0' && bytes >= LEAST && WORKER.test(row[3] ?? '') ? bytes : null };
}

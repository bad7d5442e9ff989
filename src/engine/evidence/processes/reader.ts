import { MiB } from '../../text/units.ts';
import { commandOf } from '../../intake/headings.ts';
import type { Ledger } from '../ledger.ts';
import type { LineReader } from '../reader.ts';
import { memoryFact } from '../memory/facts.ts';
import { headerTitles, processRow, PS_AUX, type ProcessRow } from './table.ts';
import { addWorker, workerPool, type PoolWorkers } from './workers.ts';

const AUX_ROW = /^[a-z_][\w.+-]{0,31} {1,12}\d{1,8} {1,6}\d{1,3}(?:\.\d)? {1,4}\d{1,3}\.\d /;
/** `Name: php-fpm8.2` … `RssAnon: 30212 kB` of /proc/PID/status and smaps_rollup. */
const PROC = /^(Name|RssAnon|Private_Clean|Private_Dirty):\s{1,20}(\S{1,60})/;
/** An idle, freshly forked worker has next to no private memory: it says nothing of the peak. */
const LEAST_PRIVATE = 8 * MiB;
/** Share of running workers at which the pool counts as busy, and the fewest workers that may say so. */
const BUSY_SHARE = 0.8;
const FEWEST_BUSY = 3;

interface First {
  readonly line: number;
  readonly text: string;
}

/** `ps aux | grep php-fpm | wc -l`: lines, of which one is the master and one the grep itself unless it was kept out. */
function countedWorkers(command: string, lines: number): number | null {
  if (!/\bps\b|\bpgrep\b/.test(command) || !/php-?fpm/.test(command)) return null;
  if (!/wc -l|grep -c|pgrep -c/.test(command)) return null;
  const grep = !/grep -v grep|\[p\]hp|pgrep/.test(command) && !/grep -c/.test(command) ? 1 : 0;
  const master = /pool/.test(command) ? 0 : 1;
  return Math.max(0, lines - grep - master);
}

/** Reads ps, top, smem and /proc: workers by pool, those stuck in state D, private memory. */
export function processReader(ledger: Ledger, path: string): LineReader {
  const pools = new Map<string, PoolWorkers>();
  const first = new Map<string, First>();
  const stuck: { row: ProcessRow; number: number; text: string }[] = [];
  let titles: readonly string[] | null = null;
  let command: string | null = null;
  let procName = '';
  let procPrivate = 0;
  const closeProc = (): void => {
    if (/php-?fpm/.test(procName) && procPrivate >= LEAST_PRIVATE) ledger.sawWorkerMemory(procPrivate);
    procName = '';
    procPrivate = 0;
  };

  const takeRow = (row: ProcessRow, text: string, number: number): void => {
    if (row.state?.startsWith('D') === true && stuck.length < 50) stuck.push({ row, number, text });
    const worker = workerPool(row);
    if (worker === null) return;
    const key = worker.pool ?? '';
    if (!first.has(key)) first.set(key, { line: number, text });
    addWorker(pools, row, worker.pool);
  };

  const end = (): void => {
    closeProc();
    for (const [key, seen] of pools) {
      const { line, text } = first.get(key) ?? { line: 1, text: '' };
      const base = { path, line, text, at: null };
      const fields = {
        ...(seen.pool === null ? {} : { pool: seen.pool }),
        count: seen.count,
        rssBytes: Math.round(seen.rssBytes / seen.count),
      };
      ledger.record({ ...base, signature: 'processes.workers', fields });
      if (seen.maxPrivate >= LEAST_PRIVATE) ledger.sawWorkerMemory(seen.maxPrivate);
      ledger.pools.push({
        pool: seen.pool,
        path,
        line,
        active: null,
        idle: null,
        total: seen.count,
        maxChildrenReached: null,
        listenQueue: null,
        listenQueueLength: null,
      });
      const busy = seen.running + seen.stuck;
      if (seen.count >= FEWEST_BUSY && busy >= seen.count * BUSY_SHARE) {
        ledger.record({ ...base, signature: 'processes.workers-busy', fields: { ...fields, busy } });
      }
    }
    for (const { row, number, text } of stuck) {
      const process = /php-?fpm/.test(row.command) ? 'php-fpm' : (row.command.split(' ')[0] ?? '');
      ledger.record({
        signature: 'processes.d-state',
        path,
        line: number,
        text,
        at: null,
        fields: { process, count: stuck.length },
      });
    }
    pools.clear();
    stuck.length = 0;
  };

  return {
    line(text, number) {
      const asked = commandOf(text);
      if (asked !== null) {
        command = asked;
        return true;
      }
      const header = headerTitles(text);
      if (header !== null) {
        titles = header;
        return true;
      }
      const row = titles !== null ? processRow(text, titles) : AUX_ROW.test(text) ? processRow(text, PS_AUX) : null;
      if (row !== null) {
        takeRow(row, text, number);
        return true;
      }
      const proc = PROC.exec(text);
      if (proc !== null) {
        if (proc[1] === 'Name') closeProc();
        if (proc[1] === 'Name') procName = proc[2] ?? '';
        else procPrivate += Number(proc[2]) * 1024;
        return true;
      }
      const total = /^\s{0,8}(\d{1,6})\s{0,4}$/.exec(text)?.[1];
      if (total !== undefined && (command ?? path) !== '')
        return takeNumber(ledger, path, { line: number, text }, command ?? path, Number(total));
      return memoryFact(ledger, text);
    },
    end,
  };
}

/** A bare number means what its command counted. */
function takeNumber(ledger: Ledger, path: string, { line, text }: First, command: string, value: number): boolean {
  if (/\bnproc\b/.test(command)) {
    ledger.stateHost({ cores: value });
    return true;
  }
  const workers = countedWorkers(command, value);
  if (workers === null) return false;
  ledger.record({
    signature: 'processes.workers',
    path,
    line,
    text: `${command}: ${text.trim()}`,
    at: null,
    fields: { count: workers, lines: value },
  });
  ledger.pools.push({
    pool: null,
    path,
    line,
    active: null,
    idle: null,
    total: workers,
    maxChildrenReached: null,
    listenQueue: null,
    listenQueueLength: null,
  });
  return true;
}

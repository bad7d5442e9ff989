import type { PoolObservation } from '../evidence.ts';
import type { Ledger } from '../ledger.ts';
import type { LineReader } from '../reader.ts';
import { statusPairs } from './forms.ts';

interface Page {
  readonly line: number;
  readonly text: string;
  pool: string | null;
  manager: string | null;
  readonly numbers: Map<string, number>;
  readonly states: Map<string, number>;
}

const number = (page: Page, key: string): number | null => page.numbers.get(key) ?? null;

function observation(page: Page, path: string): PoolObservation {
  return {
    pool: page.pool,
    path,
    line: page.line,
    active: number(page, 'active processes'),
    idle: number(page, 'idle processes'),
    total: number(page, 'total processes'),
    maxChildrenReached: number(page, 'max children reached'),
    listenQueue: number(page, 'listen queue'),
    listenQueueLength: number(page, 'listen queue len'),
    ...(page.manager === null ? {} : { manager: page.manager }),
  };
}

/** All workers busy, and either somebody waits or the limit was met; "listen queue" is always 0 on unix sockets. */
function isSaturated({ active, idle, listenQueue, maxChildrenReached }: PoolObservation): boolean {
  return idle === 0 && (active ?? 0) > 0 && ((listenQueue ?? 0) > 0 || (maxChildrenReached ?? 0) > 0);
}

function recordPage(ledger: Ledger, path: string, page: Page): void {
  const seen = observation(page, path);
  ledger.pools.push(seen);
  const base = { path, line: page.line, text: page.text, at: null };
  const fields = {
    ...(seen.pool === null ? {} : { pool: seen.pool }),
    ...Object.fromEntries(
      [...page.numbers].map(([key, value]) => [key.replace(/ (\w)/g, (_all, c: string) => c.toUpperCase()), value]),
    ),
  };
  if (isSaturated(seen)) ledger.record({ ...base, signature: 'status.saturated', fields });
  else if ((seen.idle ?? 0) > 0 && (seen.listenQueue ?? 0) === 0)
    ledger.record({ ...base, signature: 'status.idle', fields });
  const reading = page.states.get('reading headers') ?? 0;
  if (reading >= 2)
    ledger.record({ ...base, signature: 'status.reading-headers', fields: { ...fields, count: reading } });
}

/** Reads the status page of PHP-FPM (fpm_status.c) in its five forms; the pages of several pools may follow each other. */
export function statusReader(ledger: Ledger, path: string): LineReader {
  let page: Page | null = null;
  let state = '';
  const close = (): void => {
    if (page !== null && page.numbers.size > 0) recordPage(ledger, path, page);
    page = null;
  };
  return {
    line(text, number) {
      const pairs = statusPairs(text);
      if (pairs.length === 0) return false;
      for (const [key, value, label] of pairs) {
        const begins = key === 'pool' || (label !== null && label !== page?.pool);
        if (begins && (page === null || page.numbers.size > 0)) close();
        page ??= { line: number, text, pool: null, manager: null, numbers: new Map(), states: new Map() };
        if (key === 'pool') page.pool = value;
        else if (key === 'process manager') page.manager = value;
        else if (label !== null) page.pool = label;
        if (key === 'state') {
          state = value.toLowerCase();
          page.states.set(state, (page.states.get(state) ?? 0) + 1);
        } else if (key === 'request duration') {
          if (state === 'running') ledger.sawRun(Number(value) / 1e6);
        } else if (/^\d{1,15}$/.test(value) && !page.numbers.has(key)) page.numbers.set(key, Number(value));
      }
      return true;
    },
    end: close,
  };
}

import type { Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, like the two durations. */
  readonly ts: number;
  readonly dur?: number;
  /** What the thread was really running; the rest of `dur` it was waiting for a core. */
  readonly tdur?: number;
}

/** Milliseconds. */
export interface Task {
  readonly at: number;
  readonly wall: number;
  readonly cpu: number;
}

/** What the page's main thread ran meanwhile. The wall time of a task says what else the machine did; its CPU time does not. */
export async function mainThreadDuring(page: Page, happens: () => Promise<void>): Promise<readonly Task[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error('a browser of its own is needed');
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const over = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] },
  });
  const mark = (name: string) => page.evaluate((given) => performance.mark(given).name, name);
  await mark('it begins');
  await happens();
  await mark('it is over');
  await session.send('Tracing.end');
  await over;
  await session.detach();
  const begin = events.find((one) => one.name === 'it begins');
  const end = events.find((one) => one.name === 'it is over');
  if (!begin || !end) throw new Error('the trace lost its marks');
  return events
    .filter(({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && pid === begin.pid && tid === begin.tid)
    .filter(({ ts }) => ts > begin.ts && ts < end.ts)
    .map(({ ts, dur = NaN, tdur = NaN }) => ({ at: (ts - begin.ts) / 1000, wall: dur / 1000, cpu: tdur / 1000 }));
}

export const longestCpu = (tasks: readonly Task[]): number => Math.max(...tasks.map((task) => task.cpu));
export const longestWall = (tasks: readonly Task[]): number => Math.max(...tasks.map((task) => task.wall));

import { expose, wrap } from 'comlink';
import type { Analyst } from './analyst.ts';
import { createBench } from './bench.ts';
import type { Judge } from './judge.ts';
import { WORKER_WAYS } from './worker-ways.ts';

/** The ways to the other workers. */
export interface Neighbours {
  readonly analyst: MessagePort;
  readonly judge: MessagePort;
}

/** The first message tells the neighbours; all others are the page's calls. */
self.addEventListener(
  'message',
  ({ data: { analyst, judge } }: MessageEvent<Neighbours>) => {
    expose(createBench({ analyst: wrap<Analyst>(analyst), judge: wrap<Judge>(judge) }, self, WORKER_WAYS));
  },
  { once: true },
);

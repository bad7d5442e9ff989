import { expose, wrap } from 'comlink';
import type { Analyst } from './analyst.ts';
import { createBench } from './bench.ts';
import { WORKER_WAYS } from './worker-ways.ts';

/** The first message is the way to the analyst; all others are the page's calls. */
self.addEventListener(
  'message',
  ({ data }: MessageEvent<MessagePort>) => {
    expose(createBench(wrap<Analyst>(data), self, WORKER_WAYS));
  },
  { once: true },
);

import { expose } from 'comlink';
import { createJudge } from './judge.ts';
import { WORKER_WAYS } from './worker-ways.ts';

/** The page hands over the way to the engine's worker; nobody else is answered. */
self.addEventListener('message', ({ data }: MessageEvent<MessagePort>) => {
  expose(createJudge(self, WORKER_WAYS), data);
});

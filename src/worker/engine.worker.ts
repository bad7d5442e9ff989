import { expose } from 'comlink';
import { createBench } from './bench.ts';
import { SHARED_WAYS, target, type WayOut } from './ways-out.ts';

declare function importScripts(...urls: string[]): void;

const WORKER_WAYS: readonly WayOut[] = [
  ...SHARED_WAYS,
  {
    way: 'importScripts',
    exists: () => 'importScripts' in self,
    take: () => {
      importScripts(target('script.js'));
    },
  },
];

expose(createBench(self, WORKER_WAYS));

import { SHARED_WAYS, target, type WayOut } from './ways-out.ts';

declare function importScripts(...urls: string[]): void;

/** The ways that a worker has. */
export const WORKER_WAYS: readonly WayOut[] = [
  ...SHARED_WAYS,
  {
    way: 'importScripts',
    exists: () => 'importScripts' in self,
    take: () => {
      importScripts(target('script.js'));
    },
  },
];
